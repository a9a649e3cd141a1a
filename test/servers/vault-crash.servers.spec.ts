import type { IdentityVault } from '@netral/vault';
import { MongodbIdentityVault, type MongodbVaultOptions } from '@netral/vault/mongodb/mongodb-identity-vault';
import { connectVault } from '@netral/vault/mongodb/vault-database';
import { letter, nip, person } from '../contract/vault.testing';
import { temporaryFolder } from '../support/temporary-folder';
import { describeEachMongo } from './describe-servers';
import { vaultPlaces } from './vault-on-mongodb';
import { Stopped, stoppingAt, watchedCollections, type Watch } from './watched-collections';

const folder = temporaryFolder();
const openWatched = (options: MongodbVaultOptions, watch: Watch): Promise<MongodbIdentityVault> =>
  MongodbIdentityVault.open(options, (address, timeoutMs) => watchedCollections(connectVault(address, timeoutMs), watch));

/** What was acknowledged before the end. */
interface Told {
  subjects?: readonly string[];
  readonly done: Set<string>;
}

/** The life of a vault in a few steps, each of them one that may be asked for again. */
const live = async (vault: IdentityVault, told: Told): Promise<void> => {
  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    await work();
    told.done.add(name);
  };
  const subjects = told.subjects ?? await vault.pseudonymise([person(1), { nip: nip(2) }, person(3)]);
  told.subjects = subjects;
  const [one, two] = subjects as [string, string];
  await step('named', () => vault.pseudonymise([person(2)]));
  await step('texts', () => vault.sealTexts([{ id: 'of one', text: 'tentang satu', subjects: [two, one] }, { id: 'of two', text: 'tentang dua', subjects: [two] }]));
  await step('letters', () => vault.keepDeadLetters([letter(1), letter(2)]));
  await step('erased', () => vault.erase(one));
};

/** Whatever was acknowledged holds, and nothing is half there. */
const holds = async (vault: IdentityVault, { subjects, done }: Told): Promise<void> => {
  if (subjects === undefined) return;
  const [one, two, three] = subjects as [string, string, string];
  const [identity, ofOne] = [await vault.openIdentity(one), await vault.openText('of one')];
  expect([person(1), ...(done.has('texts') ? ['erased'] : [])]).toContainEqual(identity);
  if (done.has('erased')) expect([identity, ofOne, await vault.find(nip(1))]).toEqual(['erased', 'erased', undefined]);
  // Erased whole or not at all, also where nobody was told.
  else if (done.has('letters')) expect(ofOne).toBe(identity === 'erased' ? 'erased' : 'tentang satu');
  expect(await vault.openIdentity(three)).toEqual(person(3));
  if (done.has('named')) expect(await vault.openIdentity(two)).toEqual(person(2));
  if (done.has('texts')) expect(await vault.openText('of two')).toBe('tentang dua');
  const letters = await vault.deadLetters({ limit: 10 });
  if (done.has('letters')) expect(letters.map(({ deadLetterId }) => deadLetterId)).toEqual(['dl-1', 'dl-2']);
  for (const { deadLetterId } of letters) expect(await vault.deadLetter(deadLetterId)).toEqual(letter(Number(deadLetterId.slice(3))));
};

describeEachMongo('a vault in MongoDB whose process ends', (address, traits) => {
  const place = vaultPlaces(address, traits, folder);

  it.each([['before' as const], ['after' as const]])('%s any of its calls keeps what it acknowledged, is whole, and goes on', async (when) => {
    let n = 0;
    for (let ended = true; ended; ) {
      n += 1;
      const options = place();
      const told: Told = { done: new Set() };
      const watch = stoppingAt(n, when);
      const vault = await openWatched(options, watch).catch((error: unknown) => expectStopped(error));
      if (vault !== undefined) await live(vault, told).catch((error: unknown) => expectStopped(error));
      ended = watch.stopped();
      await vault?.close();
      const again = await MongodbIdentityVault.open(options);
      try {
        await holds(again, told);
        await live(again, told);
        await holds(again, told);
      } finally {
        await again.close();
      }
    }
    // Opening alone makes eight calls: a scenario that stops nowhere would prove nothing.
    expect(n).toBeGreaterThan(15);
  });
});

const expectStopped = (error: unknown): undefined => {
  expect(error).toBeInstanceOf(Stopped);
  return undefined;
};
