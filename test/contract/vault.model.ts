import { keepBatch, type Identity, type IdentityVault } from '@netral/vault';
import * as fc from 'fast-check';
import { nip, type OpenVault } from './vault.testing';

const PERSONS = 5;
const identity = fc.record({ person: fc.nat(PERSONS - 1), name: fc.constantFrom(undefined, 'Orang Sintetis A', 'Orang Sintetis B') });
const command = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('pseudonymise' as const), identities: fc.array(identity, { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('erase' as const), person: fc.nat(PERSONS - 1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('seal' as const), id: fc.constantFrom('t0', 't1', 't2', 't3'), persons: fc.uniqueArray(fc.nat(PERSONS - 1)) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('batch' as const), id: fc.constantFrom('t0', 't1', 't2', 't3'), identities: fc.array(identity, { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** What was given out, as lists: who each pseudonym is, and whom each text speaks of. */
class ModelVault {
  readonly given: { readonly subject: string; readonly person: number; name?: string; erased: boolean }[] = [];
  readonly texts = new Map<string, { readonly subjects: readonly string[] }>();

  standing(person: number): (typeof this.given)[number] | undefined {
    return this.given.find((each) => each.person === person && !each.erased);
  }

  noted(subject: string, person: number, name: string | undefined): void {
    const known = this.standing(person);
    if (known === undefined) this.given.push({ subject, person, name, erased: false });
    else {
      expect(subject).toBe(known.subject);
      known.name ??= name;
    }
  }

  identity(subject: string): Identity | 'erased' {
    const { person, name, erased } = this.given.find((each) => each.subject === subject)!;
    return erased ? 'erased' : { nip: nip(person), ...(name === undefined ? {} : { name }) };
  }

  isErased(subject: string): boolean {
    return this.given.some((each) => each.subject === subject && each.erased);
  }
}

const identityOf = ({ person, name }: { readonly person: number; readonly name: string | undefined }): Identity => ({ nip: nip(person), ...(name === undefined ? {} : { name }) });

const step = async (vault: IdentityVault, model: ModelVault, command: Exclude<Command, { kind: 'reopen' }>): Promise<void> => {
  switch (command.kind) {
    case 'pseudonymise': {
      const subjects = await vault.pseudonymise(command.identities.map(identityOf));
      command.identities.forEach(({ person, name }, at) => model.noted(subjects[at]!, person, name));
      return;
    }
    case 'erase': {
      const known = model.standing(command.person);
      if (known === undefined) return;
      await vault.erase(known.subject);
      known.erased = true;
      return;
    }
    case 'batch': {
      const texts = [{ id: command.id, text: `teks ${command.id}`, persons: command.identities.map((_, place) => place) }];
      const subjects = await keepBatch(vault, { identities: command.identities.map(identityOf), texts });
      command.identities.forEach(({ person, name }, at) => model.noted(subjects[at]!, person, name));
      if (!model.texts.has(command.id)) model.texts.set(command.id, { subjects });
      return;
    }
    case 'seal': {
      const subjects = command.persons.flatMap((person) => model.standing(person)?.subject ?? []);
      await vault.sealTexts([{ id: command.id, text: `teks ${command.id}`, subjects }]);
      if (!model.texts.has(command.id)) model.texts.set(command.id, { subjects });
    }
  }
};

const same = async (vault: IdentityVault, model: ModelVault): Promise<void> => {
  for (const { subject } of model.given) expect(await vault.openIdentity(subject)).toEqual(model.identity(subject));
  for (let index = 0; index < PERSONS; index += 1) expect(await vault.find(nip(index))).toBe(model.standing(index)?.subject);
  for (const [id, { subjects }] of model.texts) expect(await vault.openText(id)).toBe(subjects.some((each) => model.isErased(each)) ? 'erased' : `teks ${id}`);
  expect(new Set(model.given.map(({ subject }) => subject)).size).toBe(model.given.length);
};

export const agreesWithTheModel = (open: OpenVault): void => {
  it('knows whom plain lists would know, for any order of messages, erasures, texts and reopenings', async () => {
    await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 15 }), async (commands) => {
      const under = await open();
      const model = new ModelVault();
      let vault = under.vault;
      try {
        for (const each of commands) {
          if (each.kind === 'reopen') vault = (await under.reopen?.()) ?? vault;
          else await step(vault, model, each);
        }
        await same(vault, model);
      } finally {
        await vault.close();
      }
    }), { numRuns: 40 });
  });
};
