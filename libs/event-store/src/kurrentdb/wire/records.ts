import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { RecordedEvent } from '../../event-store';
import { positionOf } from '../../position';
import { openEnvelope, textOf } from './envelope';

type WireEvent = ReadResp.ReadEvent.RecordedEvent;
const HIGHEST = '18446744073709551615';

/** A record as it came, before anybody asks whether it is an event of ours. */
export interface WireRecord {
  /** Name on the server, prefix included. */
  readonly stream: string;
  readonly type: string;
  readonly position: bigint;
  readonly event: WireEvent;
}

/** A record of the log as far as it concerns us: its place, and the event if it is one of ours. */
export interface LogRecord {
  readonly position: bigint;
  readonly event: RecordedEvent | undefined;
}

/** The record of a message; undefined for what is none (confirmations, checkpoints, links whose target is gone). */
export const recordOf = (message: ReadResp): WireRecord | undefined => {
  const event = message.getEvent()?.getEvent();
  if (event === undefined || message.getEvent()?.hasLink() === true) return undefined;
  const commit = event.getCommitPosition();
  return {
    stream: textOf(event.getStreamIdentifier()!.getStreamName_asU8()),
    type: event.getMetadataMap().get('type') ?? '',
    position: BigInt(commit === HIGHEST ? message.getEvent()!.getCommitPosition() : commit),
    event,
  };
};

/** Whether the record lies in a stream of ours: no system event, no link, no metadata stream. */
export const isOurs = ({ stream, type }: Pick<WireRecord, 'stream' | 'type'>, prefix: string): boolean =>
  stream.startsWith(prefix) && !stream.startsWith('$') && !type.startsWith('$');

/** @throws StoreUnavailableError `foreign` for an event of another system or of a newer Netral */
export const eventOf = ({ stream, type, position, event }: WireRecord, prefix: string): RecordedEvent => ({
  id: event.getId()!.getString().toLowerCase(),
  type,
  data: textOf(event.getData_asU8()),
  stream: stream.slice(prefix.length),
  revision: BigInt(event.getStreamRevision()),
  position: positionOf(position),
  ...openEnvelope(event.getCustomMetadata_asU8(), stream, type),
});
