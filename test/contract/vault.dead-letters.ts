import type { DeadLetter, IdentityVault } from '@netral/vault';
import { letter, type OpenVault } from './vault.testing';

const withoutContent = ({ content: _, ...rest }: DeadLetter): Omit<DeadLetter, 'content'> => rest;

export const deadLetters = (open: OpenVault): void => {
  let under: Awaited<ReturnType<OpenVault>>;
  let vault: IdentityVault;
  beforeEach(async () => {
    under = await open();
    vault = under.vault;
  });
  afterEach(() => vault.close());

  it('keeps a letter whole, byte for byte', async () => {
    const large = letter(1, { content: Uint8Array.from({ length: 70_000 }, (_, index) => index % 256), contentBytes: 70_000, senderEmployers: ['74.07'] });
    const bare: DeadLetter = { deadLetterId: 'dl-2', agency: 'ppk', setAsideAt: '2020-10-26T00:00:00.000Z', reason: { code: 'MALFORMED' }, contentHash: 'h', contentBytes: 9_000_000 };
    await vault.keepDeadLetters([large, bare]);
    if (under.reopen !== undefined) vault = await under.reopen();
    expect(await vault.deadLetter('dl-1')).toEqual(large);
    expect(await vault.deadLetter('dl-2')).toEqual(bare);
    expect(await vault.deadLetter('dl-3')).toBeUndefined();
  });

  it('keeps an empty content apart from none', async () => {
    await vault.keepDeadLetters([letter(1, { content: new Uint8Array(), contentBytes: 0 })]);
    expect((await vault.deadLetter('dl-1'))?.content).toEqual(new Uint8Array());
  });

  it('keeps the first of an id', async () => {
    await vault.keepDeadLetters([letter(1), letter(1, { agency: 'ppk' })]);
    await vault.keepDeadLetters([letter(1, { content: Uint8Array.of(9) })]);
    expect(await vault.deadLetter('dl-1')).toEqual(letter(1));
    expect(await vault.deadLetters({ limit: 10 })).toHaveLength(1);
  });

  it('is not changed by whoever gave the content, later', async () => {
    const content = Uint8Array.of(1, 2, 3);
    await vault.keepDeadLetters([letter(1, { content })]);
    content.fill(0);
    expect((await vault.deadLetter('dl-1'))?.content).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('lists in the order kept, without contents, by pages, of one agency or all', async () => {
    const all = [5, 3, 4, 1, 2].map((index) => letter(index));
    await vault.keepDeadLetters(all.slice(0, 2));
    await vault.keepDeadLetters(all.slice(2));
    expect(await vault.deadLetters({ limit: 10 })).toEqual(all.map(withoutContent));
    expect(await vault.deadLetters({ limit: 2, after: 'dl-3' })).toEqual(all.slice(2, 4).map(withoutContent));
    expect((await vault.deadLetters({ limit: 10, agency: 'kasn' })).map(({ deadLetterId }) => deadLetterId)).toEqual(['dl-4', 'dl-2']);
    expect((await vault.deadLetters({ limit: 1, agency: 'bkn', after: 'dl-4' })).map(({ deadLetterId }) => deadLetterId)).toEqual(['dl-1']);
    expect(await vault.deadLetters({ limit: 10, agency: 'ppk' })).toEqual([]);
    expect(await vault.deadLetters({ limit: 10, after: 'never kept' })).toEqual([]);
  });
};
