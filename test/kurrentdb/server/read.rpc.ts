import type { Fault } from './faults';
import { Feed } from './feed';
import { filterOf } from './filter';
import type { GrpcCall } from './grpc-call';
import { identifierOf, nameOf } from './names';
import type { Node } from './node';
import { refusals } from './perform';
import { ReadReq, ReadResp } from './protocol';
import { type Place, readAll } from './read-all';
import { eventMessage, resolvedMessage } from './read-event';
import { readStream } from './read-stream';
import { sleep } from './sleep';
import { handlerThrew, invalidArgument, streamDeleted } from './status';
import { ofAll, ofStream, subscribe } from './subscription';

type Options = ReadReq.Options;

/** Streams.Read: reads and subscriptions of one stream or of $all, which one call serves all. */
export const readRpc = (node: Node) => async (call: GrpcCall): Promise<void> => {
  const options = ReadReq.deserializeBinary(await call.request()).getOptions();
  if (options === undefined || !options.hasUuidOption()) throw invalidArgument('');
  if (!options.hasFilter() && !options.hasNoFilter()) throw invalidArgument('combination invalid');
  const subscribes = options.hasSubscription();
  const target = options.hasAll() ? '$all' : nameOf(options.getStream()?.getStreamIdentifier());
  const met = node.faults.meet(subscribes ? 'subscribe' : 'read', target);
  if (met !== undefined && (await stoppedBy(node, call, met))) return;
  const feed = new Feed(call, met);
  if (!subscribes) {
    await read(node, feed, options);
    return call.end();
  }
  node.feeds.add(feed);
  call.whenClosed(() => node.feeds.delete(feed));
  await startSubscription(node, feed, options);
};

// True if the fault leaves nothing to answer.
async function stoppedBy(node: Node, call: GrpcCall, met: Fault): Promise<boolean> {
  if (met.delayBeforeMs !== undefined) await sleep(met.delayBeforeMs);
  if (met.answer === undefined || met.answer === 'twice') return false;
  if (met.answer === 'lost') call.begin();
  else if (met.answer === 'destroyed') call.cutConnection();
  else throw refusals(node)[met.answer]();
  return true;
}

async function read({ store }: Node, feed: Feed, options: Options): Promise<void> {
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const count = BigInt(options.getCount());
  const records = options.hasAll()
    ? readAll(store, { from: placeOf(options), backwards, count, filter: filterOf(options.getFilter()) })
    : readStream(store, { stream: streamOf(options), from: revisionOf(options), backwards, count });
  if (records === undefined) {
    const missing = new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(streamOf(options)));
    return feed.send(new ReadResp().setStreamNotFound(missing));
  }
  for (const record of records) {
    if (feed.over) return;
    await feed.event(options.getResolveLinks() ? resolvedMessage(store, record) : eventMessage(record));
  }
}

async function startSubscription({ store }: Node, feed: Feed, options: Options): Promise<void> {
  const links = options.getResolveLinks();
  if (options.hasAll()) {
    const filter = filterOf(options.getFilter());
    return subscribe(store, feed, () => ofAll(store, placeOf(options), filter, links));
  }
  const stream = streamOf(options);
  if (stream === '') throw handlerThrew();
  if (store.streams.tombstone(stream, store.log.indexed) !== undefined) throw streamDeleted(stream);
  await subscribe(store, feed, () => ofStream(store, stream, revisionOf(options), links));
}

const streamOf = (options: Options): string => nameOf(options.getStream()?.getStreamIdentifier());

function revisionOf(options: Options): bigint | 'start' | 'end' {
  const stream = options.getStream();
  if (stream?.hasRevision()) return BigInt(stream.getRevision());
  return stream?.hasEnd() ? 'end' : 'start';
}

function placeOf(options: Options): Place {
  const all = options.getAll();
  const position = all?.getPosition();
  if (position !== undefined) return { commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) };
  return all?.hasEnd() ? 'end' : 'start';
}
