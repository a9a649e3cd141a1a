import type { Marks } from '@netral/contracts';
import type { Reason } from './ingest';

const LETTERS_MIN = 8;
const wordsOf = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/**
 * Whether a text that would be stored as it is holds the name of one of the message's persons (`a.n. …` in the title of a document).
 * Names of one word are too often words: they are not looked for.
 */
export const strayName = ({ identities }: Pick<Marks, 'identities'>, staying: unknown): Reason | undefined => {
  const names = new Set(identities.flatMap(({ name }) => (name === undefined ? [] : [wordsOf(name)])));
  const telling = [...names].filter((name) => name.length - 2 >= LETTERS_MIN && name.trim().includes(' '));
  const pointer = telling.length === 0 ? undefined : placeOf(telling, staying, '/data');
  return pointer === undefined
    ? undefined
    : { code: 'name-outside-person', pointer, found: 'the name of a person of this message', expected: 'no name: only the field name of a person may hold one' };
};

const placeOf = (names: readonly string[], value: unknown, pointer: string): string | undefined => {
  if (typeof value === 'string') {
    const text = wordsOf(value);
    return names.some((name) => text.includes(name)) ? pointer : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = placeOf(names, inner, `${pointer}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
};
