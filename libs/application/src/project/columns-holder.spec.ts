import { NO_POSITION, type NewEvent } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { projections, recommendations, type LetterLedger } from '@netral/projections';
import { issued, sanctioned, seasonOpened, setAside, type Said } from '@netral/projections/testing/facts';
import { MemoryReadStore } from '@netral/read-store/memory/memory-read-store';
import { ColumnsHolder } from './columns-holder';
import { Folding } from './folding';
import { rebuild } from './rebuild';

const eventOf = ({ type, data }: Said, number: number, recordedAt: string): NewEvent => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, type, data: JSON.stringify(data), contentHash: `h${number}`,
  metadata: JSON.stringify({ agency: 'test', source: 'urn:netral:test', messageId: `m${number}`, subject: 'x', publishedAt: recordedAt, recordedAt, version: type === 'RecommendationIssued' ? 2 : 1 }),
});
const said: readonly (readonly [Said, string])[] = [
  [seasonOpened(), '2020-01-01T00:00:00.000Z'],
  [sanctioned('2020-10-05', ['a']), '2020-10-06T00:00:00.000Z'],
  [issued('2020-10-01', { a: 'moral-open', b: 'moral-open' }), '2020-10-07T00:00:00.000Z'],
  [setAside(), '2020-10-02T00:00:00.000Z'],
  [seasonOpened({ season: 'pilkada-2024' }), '2020-10-09T00:00:00.000Z'],
];

describe('the columns in memory', () => {
  let [log, store]: [MemoryEventStore, MemoryReadStore] = [undefined as never, undefined as never];
  beforeEach(async () => {
    [log, store] = [new MemoryEventStore({ firstPosition: 5_000_000_000n, step: 7n }), new MemoryReadStore()];
    await log.append('s', 'no-stream', said.map(([each, recordedAt], number) => eventOf(each, number, recordedAt)));
  });
  const fold = async (batchMax: number, told: (commit: Parameters<ColumnsHolder['refresh']>[0]) => Promise<unknown>) => {
    const folding = await Folding.resume(store, projections, { documentsCacheMax: 100 });
    const events = [];
    for await (const event of log.readAll(NO_POSITION)) events.push(event);
    for (let first = 0; first < events.length; first += batchMax) await told(await folding.fold(events.slice(first, first + batchMax)));
  };
  const contents = (holder: ColumnsHolder) => ({
    length: holder.length,
    rows: holder.at(0).tables('letterPersons').flatMap((table) => Array.from({ length: table.length }, (_, row) => [table.from[row], table.until[row], table.doc[row], table.slot[row], table.text('employer').values[table.text('employer').codes[row]!]])),
    anomalies: holder.at(0).tables('anomalies').map(({ length }) => length),
    ids: projections.map(({ name }) => holder.idOf(name, 0)),
    seasons: [...holder.rulebook.seasons.keys()],
  });

  it('hold the same whether they were told each commit, told late, or loaded', async () => {
    const [told, late, loaded] = [new ColumnsHolder(store, projections), new ColumnsHolder(store, projections), new ColumnsHolder(store, projections)];
    await fold(2, async (commit) => {
      await told.refresh(commit);
      if (commit?.logIndex?.firstOrdinal === 2) await late.refresh(commit);
    });
    await late.refresh();
    await loaded.refresh();
    expect(contents(told)).toEqual(contents(loaded));
    expect(contents(late)).toEqual(contents(loaded));
    expect(contents(loaded)).toMatchObject({ length: 5, seasons: ['pilkada-2020', 'pilkada-2024'], rows: [[2, 2_147_483_647, 0, 0, '74.07'], [2, 2_147_483_647, 0, 1, '74.07']] });
  });

  it('know which event was the last at a position, and at an instant by the running maximum', async () => {
    const holder = new ColumnsHolder(store, projections);
    expect([holder.length, holder.ordinalOf('99999999999999999999'.slice(1)), holder.ordinalKnownAt(9e15)]).toEqual([0, -1, -1]);
    await fold(10, (commit) => holder.refresh(commit));
    expect(holder.positionOf(1)).toBe('00000000005000000007');
    expect(['00000000004999999999', '00000000005000000000', '00000000005000000013', '00000000005000000014'].map((each) => holder.ordinalOf(each))).toEqual([-1, 0, 1, 2]);
    expect(['2019-12-31', '2020-01-01', '2020-10-06', '2020-10-07', '2020-10-08', '2020-10-09'].map((date) => holder.ordinalKnownAt(Date.parse(date)))).toEqual([-1, 0, 1, 3, 3, 4]);
    expect(holder.knownFrom(3)).toBe(Date.parse('2020-10-07'));
    expect(() => holder.positionOf(5)).toThrow('ordinal: found 5, expected 0 to 4');
  });

  it('give the joint decision as it was known at any place', async () => {
    const holder = new ColumnsHolder(store, projections);
    await fold(10, (commit) => holder.refresh(commit));
    expect([-1, 0, 3, 4].map((ordinal) => [...holder.rulebookAt(ordinal).seasons.keys()])).toEqual([[], ['pilkada-2020'], ['pilkada-2020'], ['pilkada-2020', 'pilkada-2024']]);
    expect(holder.rulebookAt(0)).toBe(holder.at(3).rulebook);
  });

  it('give documents parsed, with their number', async () => {
    const holder = new ColumnsHolder(store, projections);
    await fold(10, (commit) => holder.refresh(commit));
    const letter = await holder.document<LetterLedger>('recommendations', 'R-1');
    expect(letter).toMatchObject({ id: 'R-1', number: 0, position: '00000000005000000014' });
    expect(letter?.body.statements).toHaveLength(2);
    expect(await holder.document('recommendations', 'unknown')).toBeUndefined();
  });

  it('hold nothing of read models made by other projections, until those are folded anew', async () => {
    const { disputedOn: _, ...letterPersons } = recommendations.tables['letterPersons']!;
    const earlier = projections.map((each) => (each.name === recommendations.name ? { ...each, version: 0, tables: { ...each.tables, letterPersons } } : each));
    const events = [];
    for await (const event of log.readAll(NO_POSITION)) events.push(event);
    await (await Folding.resume(store, earlier, { documentsCacheMax: 100 })).fold(events);
    const holder = new ColumnsHolder(store, projections);
    await holder.refresh();
    expect([holder.length, await holder.document('recommendations', 'R-1'), [...holder.rulebook.seasons.keys()]]).toEqual([0, undefined, []]);
    await rebuild({ eventStore: log, readStore: store, projections, batchMax: 2, documentsCacheMax: 10 });
    await holder.refresh();
    expect([holder.length, (await holder.document('recommendations', 'R-1'))?.number]).toEqual([5, 0]);
  });

  it('go over to read models that were swapped in', async () => {
    const holder = new ColumnsHolder(store, projections);
    await fold(10, (commit) => holder.refresh(commit));
    const [before, table] = [contents(holder), holder.at(0).tables('letterPersons')[0]];
    await rebuild({ eventStore: log, readStore: store, projections, batchMax: 2, documentsCacheMax: 10 });
    await holder.refresh();
    expect(contents(holder)).toEqual(before);
    expect(holder.at(0).tables('letterPersons')[0]).not.toBe(table);
  });
});
