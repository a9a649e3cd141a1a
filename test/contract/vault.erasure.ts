import type { IdentityVault } from '@netral/vault';
import { nip, type OpenVault, person } from './vault.testing';

export const erasure = (open: OpenVault): void => {
  let under: Awaited<ReturnType<OpenVault>>;
  let vault: IdentityVault;
  let subject: string;
  let other: string;
  beforeEach(async () => {
    under = await open();
    vault = under.vault;
    [subject, other] = (await vault.pseudonymise([person(1), person(2)])) as [string, string];
  });
  afterEach(() => vault.close());

  it('destroys the identity, keeps the pseudonym, and leaves others alone', async () => {
    await vault.erase(subject);
    if (under.reopen !== undefined) vault = await under.reopen();
    expect(await vault.openIdentity(subject)).toBe('erased');
    expect(await vault.openIdentity(other)).toEqual(person(2));
    expect(await vault.find(nip(1))).toBeUndefined();
    expect(await vault.find(nip(2))).toBe(other);
  });

  it('gives a NIP that comes again a new pseudonym, and the old one stays erased', async () => {
    await vault.erase(subject);
    const [again, still] = await vault.pseudonymise([person(1), person(2)]);
    expect(again).not.toBe(subject);
    expect(still).toBe(other);
    expect(await vault.openIdentity(again!)).toEqual(person(1));
    expect(await vault.openIdentity(subject)).toBe('erased');
  });

  it('destroys the texts that speak of the person, those of several persons too, and no others', async () => {
    await vault.sealTexts([
      { id: 'own', text: 'tentang satu', subjects: [subject] },
      { id: 'shared', text: 'tentang dua', subjects: [other, subject] },
      { id: 'of the other', text: 'tentang yang lain', subjects: [other] },
      { id: 'of nobody', text: 'umum', subjects: [] },
    ]);
    await vault.erase(subject);
    expect(await Promise.all(['own', 'shared', 'of the other', 'of nobody'].map((id) => vault.openText(id)))).toEqual(['erased', 'erased', 'tentang yang lain', 'umum']);
  });

  it('does not bring an erased text back when its message comes again', async () => {
    const entry = { id: 'own', text: 'tentang satu', subjects: [subject] };
    await vault.sealTexts([entry]);
    await vault.erase(subject);
    await vault.sealTexts([entry]);
    const [again] = await vault.pseudonymise([person(1)]);
    await vault.sealTexts([{ ...entry, subjects: [again!] }]);
    expect(await vault.openText('own')).toBe('erased');
  });

  it('does not keep a text that speaks of an erased person', async () => {
    await vault.erase(subject);
    await vault.sealTexts([{ id: 'late', text: 'terlambat', subjects: [other, subject] }]);
    expect(await vault.openText('late')).toBe('erased');
  });

  it('is done once when asked twice', async () => {
    await vault.erase(subject);
    await vault.pseudonymise([person(1)]);
    await vault.erase(subject);
    expect(await vault.openIdentity(subject)).toBe('erased');
    expect(await vault.find(nip(1))).toBeDefined();
  });

  it('refuses a pseudonym that was never given out, so that a slip of the pen is seen', async () => {
    await expect(vault.erase('00000000-0000-4000-8000-000000000000')).rejects.toBeInstanceOf(RangeError);
    expect(await vault.openIdentity(subject)).toEqual(person(1));
  });
};
