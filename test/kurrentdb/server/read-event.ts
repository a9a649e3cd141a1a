import { identifierOf, uuidMessage } from './names';
import { type Message, ReadResp } from './protocol';
import type { LogRecord } from './record';
import type { Store } from './store';
import { visibleEvent } from './visible';

const TICKS_PER_MS = 10_000n;
const encoded = new WeakMap<LogRecord, Message>();

const recorded = (record: LogRecord): ReadResp.ReadEvent.RecordedEvent => {
  const message = new ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidMessage(record.id))
    .setStreamIdentifier(identifierOf(record.stream))
    .setStreamRevision(String(record.revision))
    .setPreparePosition(String(record.position))
    .setCommitPosition(String(record.position))
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  const properties = message.getMetadataMap();
  properties.set('type', record.type);
  properties.set('created', String(BigInt(record.createdMs) * TICKS_PER_MS));
  properties.set('content-type', record.isJson ? 'application/json' : 'application/octet-stream');
  return message;
};

const answer = (record: LogRecord, event: LogRecord | undefined, link: LogRecord | undefined): ReadResp =>
  new ReadResp().setEvent(
    new ReadResp.ReadEvent()
      .setEvent(event && recorded(event))
      .setLink(link && recorded(link))
      .setCommitPosition(String(record.position)),
  );

/** The event as it is sent; bytes are kept, since most events are sent more than once. */
export function eventMessage(record: LogRecord): Message {
  let message = encoded.get(record);
  if (message === undefined) {
    const bytes = answer(record, record, undefined).serializeBinary();
    message = { serializeBinary: () => bytes };
    encoded.set(record, message);
  }
  return message;
}

const LINK = /^(\d+)@(.+)$/s;

/** A link ("revision@stream", unless it says it is JSON) is sent with its target, or without one if no reader can see the target. */
export function resolvedMessage(store: Store, record: LogRecord): Message {
  if (record.type !== '$>' || record.isJson) return eventMessage(record);
  const [, revision, stream] = LINK.exec(Buffer.from(record.data).toString('utf8')) ?? [];
  const { streams, log } = store;
  const target = revision === undefined ? undefined : visibleEvent(streams, stream!, BigInt(revision), log.indexed, store.now());
  return answer(record, target, record);
}
