import { StoreUnavailableError } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { openFixture } from './testing/fixture';
import { failingStore, type Mishap } from './testing/failing-store';
import { dispute, jointDecision, letter, message } from './testing/messages';

const one = message('RecommendationIssued', 'l1', letter('L1'));
const openFailing = async (options: { readonly empty?: boolean } = {}) => {
  const mishaps: Mishap[] = [];
  const fixture = await openFixture({ ...options, store: failingStore(new MemoryEventStore(), () => mishaps.shift() ?? 'none') });
  return { ...fixture, mishaps };
};

describe('after a write that failed', () => {
  it('the rest of the batch fails with it: nothing is judged by rules that were not recorded', async () => {
    const { ingest, mishaps, events } = await openFailing({ empty: true });
    mishaps.push('refused');
    await expect(ingest.submit([...jointDecision, one])).rejects.toMatchObject({ name: 'IngestUnavailableError', reason: 'disk-full' });
    expect(await events()).toEqual([]);
    expect((await ingest.submit([...jointDecision, one])).map(({ outcome }) => outcome)).toEqual([...jointDecision, one].map(() => 'recorded'));
  });

  it('nothing is judged by rules that were recorded and could not be read back', async () => {
    const { ingest, store, events } = await openFailing({ empty: true });
    const read = store.readStream.bind(store);
    let reads = 0;
    store.readStream = (...asked) => {
      if ((reads += 1) === 2) throw new StoreUnavailableError('unreachable', 'the log is away');
      return read(...asked);
    };
    await expect(ingest.submit([...jointDecision, one])).rejects.toMatchObject({ name: 'IngestUnavailableError', reason: 'unreachable' });
    expect((await events()).map(({ type }) => type)).toEqual(['SeasonOpened']);
    expect((await ingest.submit([...jointDecision, one])).at(-1)).toMatchObject({ outcome: 'recorded' });
  });

  it('nothing is set aside for the sake of a season that came too late for its clock', async () => {
    const { ingest, give, events } = await openFailing({ empty: true });
    await give({ ...jointDecision[1]!, recordedAt: '2020-01-02T00:00:00.000Z' });
    const late = { ...jointDecision[0]!, recordedAt: '2020-01-01T00:00:00.000Z' };
    await expect(ingest.submit([late, { ...one, recordedAt: '2020-09-21T00:00:00.000Z' }])).rejects.toMatchObject({ name: 'SimulatedClockError' });
    expect((await events()).map(({ type }) => type)).toEqual(['AuthorityGranted']);
  });

  it('the text that is recorded is the one of the message that was recorded', async () => {
    const { give, mishaps, vault, events } = await openFailing();
    const disputed = (argument: string) => message('RecommendationDisputed', 'd1', dispute('L1', argument), { agency: 'ppk' });
    mishaps.push('refused');
    await expect(give(disputed('keberatan pertama'))).rejects.toMatchObject({ reason: 'disk-full' });
    expect(await give(disputed('keberatan resmi'))).toMatchObject({ outcome: 'recorded' });
    const { argument } = JSON.parse((await events()).at(-1)!.data) as { argument: string };
    expect(await vault.openText(argument.slice('sealed:'.length))).toBe('keberatan resmi');
  });
});
