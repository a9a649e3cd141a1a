import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import { MongodbIdentityVault } from '@netral/vault/mongodb/mongodb-identity-vault';
import { connectVault, type PersonDocument, type VaultDatabase } from '@netral/vault/mongodb/vault-database';
import { letter, nip, person } from '../contract/vault.testing';
import { temporaryFolder } from '../support/temporary-folder';
import { describeEachMongo } from './describe-servers';
import { vaultPlaces } from './vault-on-mongodb';
import { watchedCollections } from './watched-collections';

const folder = temporaryFolder();
const PROCESSES = 4;
const asked = fc.array(fc.record({ process: fc.nat(PROCESSES - 1), persons: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 8 }) }), { minLength: 2, maxLength: 12 });

describeEachMongo('several processes on one vault in MongoDB', (address, traits) => {
  const place = vaultPlaces(address, traits, folder);
  let vaults: MongodbIdentityVault[];
  let databases: VaultDatabase[];
  /** Milliseconds that each next call waits before it goes. */
  let delays: number[];
  let round = 0;
  const delay = async (): Promise<void> => {
    const ms = delays.shift() ?? 0;
    if (ms > 0) await pause(ms);
  };
  beforeAll(async () => {
    const options = place();
    delays = [];
    databases = [];
    const connect = (at: string, timeoutMs: number): VaultDatabase => {
      const database = watchedCollections(connectVault(at, timeoutMs), { before: delay });
      databases.push(database);
      return database;
    };
    // All of them for the first time, at once, none with a master key.
    vaults = await Promise.all(Array.from({ length: PROCESSES }, () => MongodbIdentityVault.open(options, connect)));
  });
  afterAll(async () => {
    for (const vault of vaults) await vault.close();
  });
  const personsKept = (): Promise<PersonDocument[]> => databases[0]!.persons.find().toArray();

  it('that are all started for the first time agree on one master key', () =>
    expect(new Set(vaults.map((vault) => vault.hash('isi'))).size).toBe(1));

  it('that meet the same new persons at the same moment give them the same pseudonyms', async () => {
    await fc.assert(fc.asyncProperty(asked, fc.array(fc.nat(6), { maxLength: 30 }), async (calls, waits) => {
      round += 1;
      delays = [...waits];
      const numberOf = (index: number): string => `${round}`.padStart(4, '0') + nip(index).slice(4);
      const before = (await personsKept()).length;
      const answers = await Promise.all(calls.map(({ process, persons }) => vaults[process]!.pseudonymise(persons.map((each) => ({ nip: numberOf(each), name: `Orang Sintetis ${each}` })))));
      const given = new Map<number, Set<string>>();
      calls.forEach(({ persons }, call) => persons.forEach((each, at) => given.set(each, (given.get(each) ?? new Set()).add(answers[call]![at]!))));
      for (const [each, subjects] of given) {
        expect([...subjects]).toHaveLength(1);
        expect(await vaults[each % PROCESSES]!.find(numberOf(each))).toBe([...subjects][0]);
      }
      expect(await personsKept()).toHaveLength(before + given.size);
    }), { numRuns: 25 });
  });

  it('leave nothing of an erased person, whoever was sealing a text at that moment', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.nat(12), { maxLength: 25 }), async (waits) => {
      round += 1;
      const [subject, other] = (await vaults[0]!.pseudonymise([{ nip: `${round}`.padStart(4, '0') + nip(1).slice(4) }, person(9000)])) as [string, string];
      delays = [...waits];
      const entries = Array.from({ length: PROCESSES }, (_, index) => ({ id: `${round}/${index}`, text: 'teks', subjects: [other, subject] }));
      await Promise.all([...entries.map((entry, index) => vaults[index]!.sealTexts([entry])), vaults[1]!.erase(subject), vaults[2]!.pseudonymise([person(1)])]);
      for (const { id } of entries) expect(await vaults[0]!.openText(id)).toBe('erased');
      expect(await vaults[3]!.openIdentity(subject)).toBe('erased');
      expect(Object.keys((await databases[0]!.persons.findOne({ _id: subject }))!).toSorted()).toEqual(['_id', 'nip']);
    }), { numRuns: 25 });
  });

  it('that set messages aside at once keep each once, in one order for all', async () => {
    const letters = Array.from({ length: 30 }, (_, index) => letter(100 + index));
    await Promise.all(vaults.map((vault, index) => vault.keepDeadLetters(letters.slice(index * 5, index * 5 + 15))));
    const lists = await Promise.all(vaults.map((vault) => vault.deadLetters({ limit: 100 })));
    expect(lists[0]!.map(({ deadLetterId }) => deadLetterId).toSorted()).toEqual(letters.map(({ deadLetterId }) => deadLetterId).toSorted());
    for (const list of lists) expect(list).toEqual(lists[0]);
    const pages = [];
    for (let after: string | undefined; ; ) {
      const page = await vaults[0]!.deadLetters({ limit: 7, ...(after === undefined ? {} : { after }) });
      if (page.length === 0) break;
      pages.push(...page);
      after = page.at(-1)!.deadLetterId;
    }
    expect(pages).toEqual(lists[0]);
  });
});
