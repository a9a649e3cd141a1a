/** One field that an event changed; null where there was none. `field` is its place in the document. */
export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Map<string, unknown>;

/** What differs between two states of one document, in the order of its fields. A list of persons is compared person by person. */
export const differences = (before: object | undefined, after: object | undefined): readonly Change[] => {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const names = [...now.keys(), ...[...old.keys()].filter((name) => !now.has(name))];
  return names
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
};

const fieldsOf = (document: object | undefined): Fields => {
  const fields: Fields = new Map();
  if (document !== undefined) collect(document, '', fields);
  return fields;
};

const collect = (value: unknown, path: string, fields: Fields): void => {
  if (typeof value !== 'object' || value === null) {
    fields.set(path, value);
    return;
  }
  const plain = Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null);
  if (plain) {
    fields.set(path, value);
    return;
  }
  for (const [key, inner] of Object.entries(value)) collect(inner, placed(path, key, inner), fields);
};

/** People stand under their pseudonym, not under their place in a list, which a correction may move. */
const placed = (path: string, key: string, inner: unknown): string => {
  const subject = /^\d+$/.test(key) && typeof inner === 'object' && inner !== null ? (inner as { subject?: unknown }).subject : undefined;
  const name = typeof subject === 'string' ? subject : key;
  return path === '' ? name : `${path}.${name}`;
};
