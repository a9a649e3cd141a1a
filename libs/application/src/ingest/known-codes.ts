import { hasCode, nestedOf, type EventType } from '@netral/contracts';
import type { Reason } from './ingest';

const VOCABULARY_OF_FIELD: Readonly<Record<string, readonly [vocabulary: string, code: string]>> = {
  category: ['categories', 'unknown-category'],
  office: ['bkn-offices', 'unknown-office'],
};
// Types whose `office` is one of BKN's; elsewhere the word means a public office, in free words.
const OF_BKN_OFFICES: readonly string[] = ['EarlyWarningIssued', 'PersonnelDataBlocked', 'PersonnelDataUnblocked'];

const check = (field: 'category' | 'office', value: unknown, pointer: string): Reason | undefined => {
  const [vocabulary, code] = VOCABULARY_OF_FIELD[field] as readonly [string, string];
  if (typeof value !== 'string' || hasCode(vocabulary, value)) return undefined;
  return { code, pointer, found: value, expected: `a code of /v1/vocabularies/${vocabulary}` };
};

/** Why a code that data of any version names is none, if so. Contracts know the shape of codes; which there are, the vocabularies. */
export const unknownCode = (type: EventType, data: unknown, pointer = '/data'): Reason | undefined => {
  const { category, categories, office } = data as { category?: unknown; categories?: unknown; office?: unknown };
  const listed = Array.isArray(categories) ? (categories as readonly { readonly code?: unknown }[]) : [];
  const nested = nestedOf(type, data);
  return check('category', category, `${pointer}/category`)
    ?? listed.map(({ code }, index) => check('category', code, `${pointer}/categories/${index}/code`)).find((reason) => reason !== undefined)
    ?? (OF_BKN_OFFICES.includes(type) ? check('office', office, `${pointer}/office`) : undefined)
    ?? (nested === undefined ? undefined : unknownCode(nested.type, nested.data, `${pointer}/data`));
};
