import { Claims, type ClaimTimes } from './claims';
import { SqliteEventIndex } from './sqlite-event-index';

const want = (id: string, contentHash = 'as sent', stream = 's') => ({ id, stream, contentHash });
const never: ClaimTimes = { sameMsMax: 3_600_000, otherMsMax: 3_600_000 };

describe('claims of ids', () => {
  let table: SqliteEventIndex;
  const owner = (times: ClaimTimes): Claims => new Claims(() => table, times);
  const owners = async (): Promise<string[][]> => (await table.claims(10)).map(({ id, owner: whose }) => [id, whose]);
  beforeEach(() => (table = new SqliteEventIndex()));
  afterEach(() => table.close());

  it('are waited for while another has them', async () => {
    const [one, two] = [owner(never), owner(never)];
    expect(await one.take([want('a')])).toMatchObject({ refused: new Set(), inherited: false });
    let taken = false;
    const waiting = two.take([want('a'), want('b')]).then((result) => {
      taken = true;
      return result;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(taken).toBe(false);
    await one.release(['a']);
    expect(await waiting).toMatchObject({ refused: new Set(), inherited: false });
    expect(await owners()).toEqual([['a', two.owner], ['b', two.owner]]);
  });

  it('that were left behind go to whoever writes the same, who must look into the log', async () => {
    const [gone, next] = [owner(never), owner({ ...never, sameMsMax: 10 })];
    await gone.take(['a', 'b', 'c'].map((id) => want(id)));
    expect(await next.take(['c', 'b', 'd'].map((id) => want(id)))).toMatchObject({ refused: new Set(), inherited: true });
    expect(await owners()).toEqual([['a', gone.owner], ['b', next.owner], ['c', next.owner], ['d', next.owner]]);
    expect(await next.take([want('b')])).toMatchObject({ refused: new Set(), inherited: true });
  });

  it.each([['other content', want('a', 'else')], ['another stream', want('a', 'as sent', 't')]])('for %s are refused until they are surely given up', async (_, other) => {
    const [gone, next] = [owner(never), owner({ sameMsMax: 0, otherMsMax: 60 })];
    await gone.take([want('a')]);
    expect(await next.take([other, want('b')])).toMatchObject({ refused: new Set(['a']) });
    expect(await owners()).toEqual([['a', gone.owner], ['b', next.owner]]);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await next.take([other])).toMatchObject({ refused: new Set(), inherited: true });
    expect([...(await table.claimed(['a'])).values()]).toEqual([{ ...other, owner: next.owner }]);
  });

  it('of crossed orders never wait for each other', async () => {
    const [ids, all] = [['a', 'b', 'c', 'd', 'e'], [owner(never), owner(never), owner(never)]];
    await Promise.all(all.map(async (each, at) => {
      for (let round = 0; round < 20; round += 1) {
        const some = at === 1 ? ids.toReversed() : ids.slice(round % 3);
        expect((await each.take(some.map((id) => want(id)))).inherited).toBe(false);
        await each.release(some);
      }
    }));
    expect(await owners()).toEqual([]);
  });
});
