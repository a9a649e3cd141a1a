import type { ExpectedRevision } from '@netral/event-store';
import { event, words } from '../contract/event-store.testing';
import type { OpenAt } from './run-schedule';
import { startStandIn } from './server/stand-in';

/** Two processes that follow the same revision, again and again: what each was told, round by round, sorted. */
export const twoWriters = async (open: OpenAt, rounds: number): Promise<readonly string[]> => {
  const server = await startStandIn();
  const writers = [open(server.address), open(server.address)];
  try {
    const told: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const expected: ExpectedRevision = round === 0 ? 'no-stream' : BigInt(round - 1);
      told.push(words(await Promise.allSettled(writers.map((writer, index) => writer.append('s', expected, [event(`${round}/${index}`)])))).toSorted().join(' and '));
    }
    return told;
  } finally {
    for (const writer of writers) await writer.close();
    await server.stop();
  }
};
