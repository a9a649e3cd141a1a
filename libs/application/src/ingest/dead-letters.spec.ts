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
