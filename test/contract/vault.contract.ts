import { keepBatch, type IdentityVault } from '@netral/vault';
import { deadLetters } from './vault.dead-letters';
import { erasure } from './vault.erasure';
import { agreesWithTheModel } from './vault.model';
import { nip, type OpenVault, person } from './vault.testing';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What every identity vault does. A new adapter gets one line in `vault.spec.ts`. */
export const vaultContract = (name: string, open: OpenVault): void =>
  describe(`vault contract: ${name}`, () => {
    describe('persons', () => persons(open));
    describe('texts and hashes', () => textsAndHashes(open));
    describe('erasure', () => erasure(open));
    describe('dead letters', () => deadLetters(open));
    describe('model', () => agreesWithTheModel(open));
  });

const persons = (open: OpenVault): void => {
  let vault: IdentityVault;
  beforeEach(async () => {
    vault = (await open()).vault;
  });
  afterEach(() => vault.close());

  it('gives each NIP one random pseudonym, in the order asked, for ever', async () => {
    const subjects = await vault.pseudonymise([person(1), person(2), person(1), person(3)]);
    expect(subjects[2]).toBe(subjects[0]);
    expect(new Set(subjects).size).toBe(3);
    for (const subject of subjects) expect(subject).toMatch(UUID_V4);
    expect(await vault.pseudonymise([person(3), person(1)])).toEqual([subjects[3], subjects[0]]);
    expect(await vault.pseudonymise([])).toEqual([]);
  });

  it('agrees with itself when many ask at once for the same persons', async () => {
    const asked = Array.from({ length: 40 }, (_, round) => vault.pseudonymise(Array.from({ length: 25 }, (__, index) => person((index + round) % 25))));
    const answers = await Promise.all(asked);
    const subjects = answers[0]!;
    expect(new Set(subjects).size).toBe(25);
    answers.forEach((answer, round) => expect(answer).toEqual(subjects.map((_, index) => subjects[(index + round) % 25])));
  });

  it('finds a pseudonym without making one', async () => {
    expect(await vault.find(nip(1))).toBeUndefined();
    const [subject] = await vault.pseudonymise([person(1)]);
    expect(await vault.find(nip(1))).toBe(subject);
    expect(await vault.find(nip(2))).toBeUndefined();
  });

  it('opens what was sealed, and says that it does not know a pseudonym that was never given out', async () => {
    const [named, unnamed] = await vault.pseudonymise([person(1), { nip: nip(2) }]);
    expect(await vault.openIdentity(named!)).toEqual(person(1));
    expect(await vault.openIdentity(unnamed!)).toEqual({ nip: nip(2) });
    expect(await vault.openIdentity('00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });

  it('fills a missing name by a later one, and never replaces one', async () => {
    const [subject] = await vault.pseudonymise([{ nip: nip(1) }]);
    await vault.pseudonymise([{ nip: nip(1) }]);
    await vault.pseudonymise([{ nip: nip(1), name: 'Orang Sintetis Pertama' }]);
    expect(await vault.openIdentity(subject!)).toEqual({ nip: nip(1), name: 'Orang Sintetis Pertama' });
    expect(await vault.pseudonymise([{ nip: nip(1), name: 'Orang Sintetis Kedua' }, { nip: nip(1) }])).toEqual([subject, subject]);
    expect(await vault.openIdentity(subject!)).toEqual({ nip: nip(1), name: 'Orang Sintetis Pertama' });
  });

  it('takes the first name when one call has two', async () => {
    const [subject] = await vault.pseudonymise([{ nip: nip(1) }, { nip: nip(1), name: 'Orang Sintetis A' }, { nip: nip(1), name: 'Orang Sintetis B' }]);
    expect(await vault.openIdentity(subject!)).toEqual({ nip: nip(1), name: 'Orang Sintetis A' });
  });

  it('says that it is closed, whatever is asked', async () => {
    await vault.close();
    await vault.close();
    const asked = [
      () => vault.pseudonymise([person(1)]), () => vault.find(nip(1)), () => vault.sealTexts([{ id: 't', text: 'x', subjects: [] }]), () => vault.openIdentity('x'),
      () => vault.openText('t'), () => vault.deadLetter('x'), () => vault.deadLetters({ limit: 1 }), () => vault.erase('x'),
    ];
    for (const ask of asked) await expect(ask()).rejects.toMatchObject({ name: 'VaultError', reason: 'closed' });
  });
};

const textsAndHashes = (open: OpenVault): void => {
  let vault: IdentityVault;
  beforeEach(async () => {
    vault = (await open()).vault;
  });
  afterEach(() => vault.close());

  it('opens a text as it was sealed', async () => {
    const text = 'Teks sintetis: é \u{1F5F3} \u0000 "kutip"\n' + 'x'.repeat(100_000);
    await vault.sealTexts([{ id: 'm1#/data/reason', text, subjects: [] }, { id: 'm1#/data/note', text: '', subjects: [] }]);
    expect(await vault.openText('m1#/data/reason')).toBe(text);
    expect(await vault.openText('m1#/data/note')).toBe('');
    expect(await vault.openText('m1#/data/other')).toBeUndefined();
  });

  it('keeps the first text of an id', async () => {
    await vault.sealTexts([{ id: 't', text: 'pertama', subjects: [] }, { id: 't', text: 'kedua', subjects: [] }]);
    await vault.sealTexts([{ id: 't', text: 'ketiga', subjects: [] }]);
    expect(await vault.openText('t')).toBe('pertama');
  });

  it('keeps the persons and the texts of a batch together: a text goes with those it may speak of, and with them alone', async () => {
    const texts = [{ id: 'b1', text: 'satu', persons: [0, 2] }, { id: 'b2', text: 'dua', persons: [1] }, { id: 'b3', text: 'tiga', persons: [] }];
    const subjects = await keepBatch(vault, { identities: [person(1), person(2), person(1)], texts });
    expect(subjects).toEqual([subjects[0], subjects[1], subjects[0]]);
    expect(await vault.pseudonymise([person(2), person(1)])).toEqual([subjects[1], subjects[0]]);
    await vault.erase(subjects[0]!);
    expect(await Promise.all(['b1', 'b2', 'b3'].map((id) => vault.openText(id)))).toEqual(['erased', 'dua', 'tiga']);
    expect(await keepBatch(vault, { identities: [], texts: [] })).toEqual([]);
  });

  it('keeps a text of a batch for a person who comes again after being erased elsewhere', async () => {
    const [first] = await vault.pseudonymise([person(1)]);
    await vault.erase(first!);
    const [second] = await keepBatch(vault, { identities: [person(1)], texts: [{ id: 'again', text: 'lagi', persons: [0] }] });
    expect(second).not.toBe(first);
    expect(await vault.openText('again')).toBe('lagi');
  });

  it('hashes equal content equally, of text as of its bytes, and other content otherwise', () => {
    expect(vault.hash('isi é')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(vault.hash(Buffer.from('isi é'))).toBe(vault.hash('isi é'));
    expect(vault.hash('isi e')).not.toBe(vault.hash('isi é'));
  });

  it('hashes so that another master key gives another hash', async () => {
    const { vault: other } = await open();
    expect(other.hash('isi')).not.toBe(vault.hash('isi'));
    await other.close();
  });
};
