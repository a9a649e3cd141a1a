import { Empty, StreamIdentifier } from '@eventstore/db-client/generated/shared_pb';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';

type Options = ReadReq.Options;
export type Direction = 'forwards' | 'backwards';
/** A record's place in the log; `start` and `end` are the log's. */
export type LogPlace = bigint | 'start' | 'end';
/** Prefixes of what is let through by the server. An event type or a stream name. */
export interface ServerFilter {
  readonly on: 'type' | 'stream';
  readonly prefixes?: readonly string[];
  readonly regex?: string;
}

/** Records considered by the server between two signs of life, at most 32 times this many. */
const CHECKPOINT_INTERVAL = 100;
const empty = (): never => new Empty() as never;

const request = (fill: (options: Options) => void): ReadReq => {
  const options = new ReadReq.Options();
  const uuid = new ReadReq.Options.UUIDOption();
  uuid.setString(empty());
  options.setUuidOption(uuid);
  options.setResolveLinks(false);
  fill(options);
  if (!options.hasFilter()) options.setNoFilter(empty());
  const read = new ReadReq();
  read.setOptions(options);
  return read;
};

const direct = (options: Options, direction: Direction, count: number): void => {
  options.setReadDirection(direction === 'forwards' ? 0 : 1);
  options.setCount(String(count));
};

/** A stream from a revision on, inclusive. */
export const readOfStream = (stream: string, from: bigint | 'end', direction: Direction, count: number): ReadReq =>
  request((options) => {
    const of = new ReadReq.Options.StreamOptions();
    const identifier = new StreamIdentifier();
    identifier.setStreamName(Buffer.from(stream, 'utf8'));
    of.setStreamIdentifier(identifier);
    if (from === 'end') of.setEnd(empty());
    else of.setRevision(from.toString());
    options.setStream(of);
    direct(options, direction, count);
  });

/** The whole log from a place on, inclusive forwards; system events among it. */
export const readOfAll = (from: LogPlace, direction: Direction, count: number): ReadReq =>
  request((options) => {
    options.setAll(placed(from));
    direct(options, direction, count);
  });

/** The log after a place, exclusive, and live. */
export const subscriptionToAll = (after: LogPlace, { on, prefixes, regex }: ServerFilter): ReadReq =>
  request((options) => {
    options.setAll(placed(after));
    options.setReadDirection(0);
    options.setSubscription(new ReadReq.Options.SubscriptionOptions());
    const expression = new ReadReq.Options.FilterOptions.Expression();
    if (prefixes !== undefined) expression.setPrefixList([...prefixes]);
    if (regex !== undefined) expression.setRegex(regex);
    const filter = new ReadReq.Options.FilterOptions();
    if (on === 'type') filter.setEventType(expression);
    else filter.setStreamIdentifier(expression);
    filter.setMax(32);
    filter.setCheckpointintervalmultiplier(CHECKPOINT_INTERVAL);
    options.setFilter(filter);
  });

const placed = (place: LogPlace): ReadReq.Options.AllOptions => {
  const all = new ReadReq.Options.AllOptions();
  if (place === 'start') all.setStart(empty());
  else if (place === 'end') all.setEnd(empty());
  else {
    const position = new ReadReq.Options.Position();
    position.setCommitPosition(place.toString());
    position.setPreparePosition(place.toString());
    all.setPosition(position);
  }
  return all;
};
