import { type IdentityVault, type VaultBatch } from './identity-vault';

/** Pseudonyms of a batch's identities, in their order, and its texts sealed: in one durable write where the vault can, else in two. */
export const keepBatch = async (vault: IdentityVault, batch: VaultBatch): Promise<readonly string[]> => {
  if (vault.keepBatch !== undefined) return vault.keepBatch(batch);
  const { identities, texts } = batch;
  const subjects = identities.length === 0 ? [] : await vault.pseudonymise(identities);
  if (texts.length > 0) {
    await vault.sealTexts(texts.map(({ id, text, persons }) => ({ id, text, subjects: [...new Set(persons.map((place) => subjects[place] as string))] })));
  }
  return subjects;
};
