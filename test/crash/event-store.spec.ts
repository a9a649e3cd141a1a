import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type RecordedEvent } from '@netral/event-store';
import { SqliteEventStore } from '@netral/event-store/sqlite/sqlite-event-store';
import { wholeLog } from '../contract/event-store.testing';
import { temporaryFolder } from '../support/temporary-folder';
import { typescriptChild } from '../support/typescript-child';
import { batch, EVENTS_AN_APPEND, STREAMS_A_BATCH } from './event-store.batches';

/** Batches acknowledged before each kill, and then a moment more, so that it falls anywhere within a write. */
const ROUNDS = [1, 40, 7, 90, 2, 25, 60, 13];

describe('a log in SQLite whose writer is killed', () => {
  const folder = temporaryFolder();

  it('holds every acknowledged event exactly once, whole batches only, and streams without a gap', async () => {
    const file = join(folder, 'log.db');
    let acknowledged = -1;
    for (const [round, count] of ROUNDS.entries()) {
      acknowledged = await writeAndKill(file, acknowledged + 1, count);
      const log = await readAfterCrash(file, round % 2 === 0);
      // What was in flight may be there or not; the next writer sends it again either way.
      const batches = log.length / (STREAMS_A_BATCH * EVENTS_AN_APPEND);
      expect([acknowledged + 1, acknowledged + 2]).toContain(batches);
      expect(log.map(({ id }) => id)).toEqual(idsOf(batches));
      expectNoGaps(log);
    }
    expect(acknowledged).toBeGreaterThanOrEqual(ROUNDS.reduce((sum, count) => sum + count) - 1);
  }, 60_000);
});

/** @returns the last batch acknowledged */
const writeAndKill = async (file: string, from: number, count: number): Promise<number> => {
  const child = typescriptChild(join(__dirname, 'event-store.writer.ts'), file, String(from));
  let last = from - 1;
  for await (const line of child.lines) {
    expect(Number(line)).toBe(last + 1);
    last += 1;
    if (last === from + count - 1) void pause(Math.random() * 5).then(() => child.process.kill('SIGKILL'));
  }
  expect(await child.ended).toMatchObject({ signal: 'SIGKILL' });
  return last;
};

/** Looked at by a reader that finds the log-ahead file as it was left, or by the next writer. */
const readAfterCrash = async (file: string, readOnly: boolean): Promise<RecordedEvent[]> => {
  const store = new SqliteEventStore({ file, readOnly });
  try {
    return await wholeLog(store);
  } finally {
    await store.close();
  }
};

const idsOf = (batches: number): string[] =>
  Array.from({ length: batches }, (_, k) => batch(k).flatMap(({ events }) => events.map(({ id }) => id))).flat();

const expectNoGaps = (log: readonly RecordedEvent[]): void => {
  const next = new Map<string, bigint>();
  for (const { stream, revision } of log) {
    expect(revision).toBe(next.get(stream) ?? 0n);
    next.set(stream, revision + 1n);
  }
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
};
