import { patternParameter, type Parameters, type ValuesOf } from './parameter';
import { Problems } from './problems';
import { codeInEdition } from './region-edition';
import { readParameters } from './read-parameters';

export const afterParameter = patternParameter('after', 'The next page: what the page before gave as next.', '^[A-Za-z0-9_-]{1,3000}$', 'a cursor as given in next');

/** What a cursor remembers: the question with nothing left to default, and how many items came before. */
export interface Cursor {
  readonly question: Readonly<Record<string, string>>;
  readonly offset: number;
}

/** Text of a cursor: it pins the place in the log, so that later events move nothing from page to page. */
export const cursorText = ({ question, offset }: Cursor): string => Buffer.from(JSON.stringify([question, offset]), 'utf8').toString('base64url');

/** Undefined for a text that no page gave. */
export const readCursor = (text: string): Cursor | undefined => {
  try {
    const [question, offset] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof question !== 'object' || question === null || !Object.values(question).every((value) => typeof value === 'string')) return undefined;
    if (!Number.isSafeInteger(offset) || (offset as number) < 0) return undefined;
    return { question: question as Record<string, string>, offset: offset as number };
  } catch {
    return undefined;
  }
};

type Given = Readonly<Record<string, unknown>> & { readonly after?: string; readonly knownAt?: number };
export interface Resumed<P extends Parameters> {
  readonly asked: ValuesOf<P>;
  readonly offset: number;
  /** Place in the log that the cursor pins. */
  readonly ceiling?: string;
}

/**
 * The question of a page: that of its cursor, which works alone and beside the same parameters. An instant asked beside it is
 * kept, to be named in the answer; a parameter that differs from the cursor's is noted.
 */
export const resume = <P extends Parameters>(given: ValuesOf<P> & Given, parameters: P, problems: Problems): Resumed<P> => {
  if (given.after === undefined) return { asked: given, offset: 0 };
  const cursor = readCursor(given.after);
  const strange = new Problems();
  const before = readParameters(new Map(Object.entries(cursor?.question ?? {}).map(([name, value]) => [name, [value]])), parameters, strange) as Given;
  if (cursor === undefined || strange.any || typeof before['position'] !== 'string') {
    problems.add('after', 'no cursor of this list', afterParameter.expected);
    return { asked: given, offset: 0 };
  }
  const { position, ...rest } = before;
  const others = differing(given, cursor);
  if (others.length > 0) problems.add('after', `a cursor of a question with other ${others.join(', ')}`, 'a cursor given to this question');
  const asked = { ...rest, ...(given.knownAt === undefined ? { position } : {}), ...given } as ValuesOf<P>;
  return { asked, offset: cursor.offset, ceiling: position as string };
};

/** Parameters in which a page's question differs from that of its cursor; the page's own size and its `knownAt` may. */
const differing = (given: Given, { question }: Cursor): readonly string[] =>
  Object.entries(given)
    .filter(([name]) => !['limit', 'after', 'knownAt'].includes(name))
    .filter(([name, value]) => {
      // A cursor names employers as its season's edition writes them; beside it they may stand as they were asked.
      const same = (code: string): string => (name === 'employer' || name === 'province' ? (codeInEdition('2019', code) ?? code) : code);
      const text = (values: readonly string[]) => values.map(same).sort().join(',');
      return question[name] === undefined || text(Array.isArray(value) ? value : [String(value)]) !== text(question[name].split(','));
    })
    .map(([name]) => name);

/** One page of a whole list, and the cursor of the next. */
export const pageOf = <T>(all: readonly T[], offset: number, limit: number, question: Cursor['question']): { readonly items: readonly T[]; readonly next: string | null } => ({
  items: all.slice(offset, offset + limit),
  next: nextOf(all.length, offset, limit, question),
});

/** The cursor of the page after this one; null after the last. */
export const nextOf = (total: number, offset: number, limit: number, question: Cursor['question']): string | null =>
  offset + limit < total ? cursorText({ question, offset: offset + limit }) : null;
