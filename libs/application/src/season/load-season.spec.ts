import type { RecordedEvent } from '@netral/event-store';
import type { IncomingMessage, Ingest, Receipt } from '../ingest/ingest';
import { openFixture } from '../ingest/testing/fixture';
import { jointDecision, letter, message } from '../ingest/testing/messages';
import { loadSeason, type SeasonArrival } from './load-season';

const arrivalOf = ({ content, sender: { agency } }: IncomingMessage, recordedAt: string): SeasonArrival => ({ recordedAt, agency, message: content as string });
const at = (minute: number): string => `2020-10-01T02:${String(minute).padStart(2, '0')}:00.000Z`;
const season: readonly SeasonArrival[] = [
  ...jointDecision.map((each) => arrivalOf(each, at(0))),
  ...[1, 2, 3, 4].map((each) => arrivalOf(message('RecommendationIssued', `m-${each}`, letter(`L${each}`)), at(each))),
  arrivalOf(message('RecommendationIssued', 'm-1', letter('L1')), at(5)),
  { recordedAt: at(6), agency: 'kasn', message: '{ "specversion":' },
];
const facts = season.length - 2;

describe('loading a season', () => {
  it('records every message at its simulated instant, in order, and counts what became of each', async () => {
    const { ingest, events } = await openFixture({ empty: true });
    expect(await loadSeason(season, ingest, { batchSize: 3 })).toEqual({ recorded: facts, duplicate: 1, setAside: 1, complete: true });
    const instants = (await events()).map(({ metadata }) => (JSON.parse(metadata) as { recordedAt: string }).recordedAt);
    expect(instants).toEqual([...season.slice(0, facts), season.at(-1)!].map(({ recordedAt }) => recordedAt));
  });

  it('goes on after a stop at any place: all that stands is a duplicate, and the log is the same', async () => {
    const whole = await openFixture({ empty: true });
    await loadSeason(season, whole.ingest, { batchSize: 4 });
    // The id of a set-aside message is made under the key of its own vault.
    const told = (events: readonly RecordedEvent[]) =>
      events.map(({ id, stream, metadata }) => [stream.startsWith('intake-') ? stream : id, (JSON.parse(metadata) as { recordedAt: string }).recordedAt]);
    const expected = told(await whole.events());
    for (let cut = 0; cut <= season.length; cut += 1) {
      const { ingest, events } = await openFixture({ empty: true });
      await loadSeason(season.slice(0, cut), ingest, { batchSize: 2 });
      await loadSeason(season, ingest, { batchSize: 4 });
      expect(told(await events())).toEqual(expected);
    }
  });

  it('refuses a log that ends later, and records nothing there', async () => {
    const { ingest, events } = await openFixture();
    const before = (await events()).length;
    await expect(loadSeason(season.slice(jointDecision.length), ingest, { batchSize: 100 })).rejects.toMatchObject({ name: 'SimulatedClockError' });
    expect(await events()).toHaveLength(before);
  });

  it('stops after the batch in hand when told to', async () => {
    const stop = new AbortController();
    const done: number[] = [];
    const taken: number[] = [];
    const ingest: Ingest = {
      submit: async (messages) => {
        taken.push(messages.length);
        return messages.map(() => ({ outcome: 'recorded' }) as Receipt);
      },
      redrive: async () => undefined,
    };
    const onProgress = (count: number): void => {
      done.push(count);
      if (count >= 4) stop.abort();
    };
    expect(await loadSeason(season, ingest, { batchSize: 2, onProgress, signal: stop.signal })).toMatchObject({ recorded: 4, complete: false });
    expect([taken, done]).toEqual([[2, 2], [2, 4]]);
  });
});
