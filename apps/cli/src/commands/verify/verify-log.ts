import { contractOf, isInstant, upcast, type EventMetadata, type EventType } from '@netral/contracts';
import { NO_POSITION, type EventStore, type RecordedEvent } from '@netral/event-store';
import type { CommandContext } from '../../command';
import { say } from '../../words';
import type { Checks } from './checks';
import { holdsNip } from './holds-nip';

const TOLD_EVERY = 500;

/** Reads the whole log and checks each event by itself and against those before it. Holds one number a stream and one id an event. */
export const verifyLog = async (store: EventStore, checks: Checks, { progress, signal }: CommandContext): Promise<void> => {
  const head = Number(await store.head());
  const bar = progress(say('catatan', 'log'), head);
  const revisions = new Map<string, bigint>();
  const ids = new Set<string>();
  let last = NO_POSITION;
  let count = 0;
  for await (const event of store.readAll(NO_POSITION)) {
    if (signal.aborted) break;
    const { position, stream, revision, id } = event;
    const at = (what: string) => () => `${position} ${stream}@${revision}: ${what}`;
    checks.see('positions-ascend', position > last, at(`after ${last}`));
    const expected = (revisions.get(stream) ?? -1n) + 1n;
    checks.see('revisions-contiguous', revision === expected, at(`expected ${expected}`));
    checks.see('ids-unique', !ids.has(id), at(id));
    ids.add(id);
    revisions.set(stream, revision);
    last = position;
    verifyEvent(event, checks, at);
    if ((count += 1) % TOLD_EVERY === 0) bar.update(Number(position), head);
  }
  bar.stop();
};

const verifyEvent = ({ type, data, metadata, contentHash }: RecordedEvent, checks: Checks, at: (what: string) => () => string): void => {
  const kept = parsed<EventMetadata>(metadata);
  const known = checks.see('types-known', contractOf(type) !== undefined, at(type));
  if (known) checks.see('versions-readable', isReadable(type as EventType, kept?.version, data), at(`${type} ${String(kept?.version)}`));
  checks.see('recorded-at', typeof kept?.recordedAt === 'string' && isInstant(kept.recordedAt), at('recordedAt'));
  checks.see('content-hash', contentHash !== '', at('none'));
  checks.see('no-nip', !holdsNip(data) && !holdsNip(metadata), at(type));
};

const isReadable = (type: EventType, version: number | undefined, data: string): boolean => {
  try {
    return version !== undefined && typeof upcast(type, version, JSON.parse(data)) === 'object';
  } catch {
    return false;
  }
};

const parsed = <T>(text: string): Partial<T> | undefined => {
  try {
    return JSON.parse(text) as Partial<T>;
  } catch {
    return undefined;
  }
};
