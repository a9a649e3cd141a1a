import type { EventIndex } from '@netral/event-store/kurrentdb/index/event-index';
import { claim, type OpenEventIndex } from './event-index.testing';
import { idOf } from './event-store.testing';

export const claims = (open: OpenEventIndex): void => {
  let under: Awaited<ReturnType<OpenEventIndex>>;
  let [one, other] = [] as unknown as [EventIndex, EventIndex];
  beforeEach(async () => {
    under = await open();
    [one, other] = [under.index, under.another()];
  });
  afterEach(async () => {
    await one.close();
    await other.close();
  });

  it('enters them in order up to the first that is claimed already', async () => {
    expect(await one.claim(['a', 'b', 'c'].map((name) => claim(name, 'one')))).toBe(3);
    expect(await other.claim(['x', 'y', 'b', 'z'].map((name) => claim(name, 'other')))).toBe(2);
    expect(await one.claim([claim('a', 'one')])).toBe(0);
    expect(await one.claim([])).toBe(0);
    expect((await one.claims(10)).map(({ id, owner }) => [id, owner]).toSorted()).toEqual([
      ...['a', 'b', 'c'].map((name) => [idOf(name), 'one']), ...['x', 'y'].map((name) => [idOf(name), 'other']),
    ].toSorted());
    expect(await one.claims(2)).toHaveLength(2);
  });

  it('tells what each id is claimed as', async () => {
    await one.claim([claim('a', 'one', 'stream of a')]);
    expect(await other.claimed([idOf('a'), idOf('never')])).toEqual(new Map([[idOf('a'), claim('a', 'one', 'stream of a')]]));
    expect(await other.claimed([])).toEqual(new Map());
  });

  it('gives each id to one, of many who claim at once', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `e${at}`);
    await Promise.all(Array.from({ length: 8 }, (_, at) => [one, other][at % 2]!.claim(names.map((name) => claim(name, `owner ${at}`)))));
    const standing = await one.claimed(names.map(idOf));
    const owners = new Set([...standing.values()].map(({ owner }) => owner));
    for (const owner of owners) expect(await one.claimed([...standing.values()].filter((each) => each.owner === owner).map(({ id }) => id))).not.toEqual(new Map());
    expect(standing.has(idOf('e0'))).toBe(true);
    expect((await one.claims(100)).length).toBe(standing.size);
  });

  it('ends and hands over only what is the owner’s', async () => {
    await one.claim([claim('a', 'one'), claim('b', 'one')]);
    await other.release([idOf('a')], 'other');
    await other.inherit([idOf('b')], 'nobody', 'other');
    expect([...(await one.claimed([idOf('a'), idOf('b')])).values()].map(({ owner }) => owner)).toEqual(['one', 'one']);
    await other.inherit([idOf('b')], 'one', 'other');
    await one.release([idOf('a'), idOf('b')], 'one');
    expect([...(await one.claimed([idOf('a'), idOf('b')])).values()]).toEqual([claim('b', 'other')]);
    expect(await one.claim([claim('a', 'one')])).toBe(1);
  });
};
