import { openFixture } from './testing/fixture';
import { block, letter as letterOf, message } from './testing/messages';
import type { DeadLetter } from '@netral/vault';
import { MemoryIdentityVault } from '@netral/vault/memory/memory-identity-vault';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { DeadLetters } from './dead-letters';

const letter = (serial: number, employer: string): DeadLetter => ({
  deadLetterId: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`, agency: 'ppk', senderEmployers: [employer], setAsideAt: '2020-10-01T00:00:00.000Z',
  reason: { code: 'empty' }, contentHash: 'h', contentBytes: 0,
});
const scope = { agency: 'ppk', employers: ['33.11'] };

describe('the set-aside messages of a key limited to employers', () => {
  it('are looked for in a bounded part of the backlog at a time; the next page goes on from there until all were found', async () => {
    const vault = new MemoryIdentityVault();
    const isOwn = (serial: number): boolean => serial % 900 === 899;
    const letters = Array.from({ length: 5000 }, (_, serial) => letter(serial, isOwn(serial) ? '33.11' : '74.07'));
    await vault.keepDeadLetters(letters);
    const opened = jest.spyOn(vault, 'deadLetters');
    const list = new DeadLetters(vault, new MemoryEventStore(), { submit: async () => [], redrive: async () => undefined });
    const found: string[] = [];
    let after: string | undefined;
    for (let pages = 0; pages === 0 || after !== undefined; pages += 1) {
      opened.mockClear();
      const page = await list.list(scope, { limit: 100, ...(after !== undefined && { after }) });
      const rows = (await Promise.all(opened.mock.results.map(({ value }) => value as Promise<readonly unknown[]>))).flat();
      expect(rows.length).toBeLessThanOrEqual(1000);
      expect(pages).toBeLessThan(10);
      found.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    }
    expect(found).toEqual(letters.filter((_, serial) => isOwn(serial)).map(({ deadLetterId }) => deadLetterId));
  });
});

describe('the gap that a set-aside message leaves', () => {
  const issued = (id: string, of: string, extra: object = {}) => message('RecommendationIssued', id, letterOf(of, extra));

  it('is shown by the stream it is missing in and how much of it was recorded since, and closes when the message is recorded', async () => {
    const { ingest, give, store, vault } = await openFixture();
    const letters = new DeadLetters(vault, store, ingest);
    await give(issued('before', 'R1'));
    const aside = await give(issued('missing', 'R1', { season: 'pilkada-2024', issuedOn: '2020-09-21' }));
    await give(issued('after-1', 'R1'));
    await give(issued('after-2', 'R1'));
    await give(issued('elsewhere', 'R2'));
    expect((await letters.get(aside.deadLetter!, {}))!.gap).toEqual({ stream: 'recommendation-R1', later: 2 });
    expect((await letters.list({}, { limit: 10 })).items.map(({ gap }) => gap)).toEqual([{ stream: 'recommendation-R1', later: 2 }]);
    await ingest.submit([message('SeasonOpened', 's24', { season: 'pilkada-2024', label: { id: 'P', en: 'P' }, openedOn: '2020-01-01', from: '2024-01-01', until: '2024-12-31', regionEdition: '2022', synthetic: true }, { agency: 'operator' })]);
    expect((await letters.redrive(aside.deadLetter!))!.outcome).toBe('recorded');
    expect(await letters.get(aside.deadLetter!, {})).toMatchObject({ state: 'recorded', gap: null });
  });

  it('is not shown where the stream cannot be told, or only by who a person is', async () => {
    const { ingest, give, store, vault } = await openFixture();
    const letters = new DeadLetters(vault, store, ingest);
    const broken = await give({ content: '{', sender: { agency: 'kasn' } });
    const personal = await give(message('PersonnelDataBlocked', 'b', block(1, { season: 'pilkada-2024' }), { agency: 'bkn' }));
    expect([broken.reason?.code, personal.reason?.code]).toEqual(['invalid-json', 'unknown-season']);
    for (const { deadLetter } of [broken, personal]) expect((await letters.get(deadLetter!, {}))!.gap).toBeNull();
  });
});
