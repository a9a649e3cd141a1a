import { writeFileSync } from 'node:fs';
import { openEventStore } from '@netral/event-store/event-store.module';
import { type Cost, costOf } from '../cost';
import { LogReader } from './raw-log';

export interface PlainAppendTask {
  readonly log: string;
  readonly into: string;
  /** Where the events are left for the peer, as JSON lines. */
  readonly sample: string;
  readonly events: number;
}

/** Netral's own log, one event a call at an expected revision: what the peer is asked to do. */
export const measurePlainAppend = async ({ log, into, sample, events }: PlainAppendTask): Promise<{ readonly cost: Cost; readonly events: number }> => {
  const reader = new LogReader(log);
  const rows = reader.sample(events);
  reader.close();
  writeFileSync(sample, rows.map(({ stream, revision, type, data, metadata }) => JSON.stringify({ stream, revision, type, data, metadata })).join('\n'));
  const store = openEventStore({ kind: 'sqlite', file: into });
  const cost = await costOf(async () => {
    for (const { id, type, data, metadata, content_hash: contentHash, stream, revision } of rows) {
      const expected = revision === 0 ? 'no-stream' as const : BigInt(revision - 1);
      await store.append(stream, expected, [{ id: uuidOf(id), type, data, metadata, contentHash }]);
    }
  });
  await store.close();
  return { cost, events: rows.length };
};

const uuidOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
