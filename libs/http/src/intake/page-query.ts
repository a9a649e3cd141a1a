import { integerParameter, patternParameter } from '@netral/application';
import { Problem, type ProblemError } from '../problem/problem';

const LIMIT_MAX = 1000;
const LIMIT_DEFAULT = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** As the description of the API names them. */
export const pageParameters = {
  after: patternParameter('after', 'The next page: what the page before gave as next.', UUID.source, 'the id after which to go on'),
  limit: integerParameter('limit', 'Messages on a page.', 1, LIMIT_MAX, LIMIT_DEFAULT),
};

/** What stood there, cut to a bound; a number that may be a NIP is not given back. */
const foundIn = (value: unknown): string => {
  if (Array.isArray(value)) return `${value.length} times`;
  const text = String(value);
  return text === '' ? 'empty' : text.slice(0, 40).replace(/\d{8,}/g, '…');
};

/** `after` and `limit`; an unknown, repeated, empty or impossible parameter is refused. @throws Problem `wrong-parameter` */
export const readPage = (query: Readonly<Record<string, unknown>>): { readonly after?: string; readonly limit: number } => {
  const errors: ProblemError[] = [];
  const { after, limit, ...unknown } = query;
  for (const parameter of Object.keys(unknown)) errors.push({ parameter: foundIn(parameter), found: 'an unknown parameter', expected: 'one of after, limit' });
  if (after !== undefined && !(typeof after === 'string' && UUID.test(after))) errors.push({ parameter: 'after', found: foundIn(after), expected: 'the id after which to go on' });
  const count = limit === undefined ? LIMIT_DEFAULT : typeof limit === 'string' && /^[1-9]\d{0,3}$/.test(limit) ? Number(limit) : Number.NaN;
  if (!(count <= LIMIT_MAX)) errors.push({ parameter: 'limit', found: foundIn(limit), expected: `a whole number from 1 to ${LIMIT_MAX}` });
  if (errors.length > 0) throw new Problem('wrong-parameter', undefined, { errors });
  return { limit: count, ...(typeof after === 'string' && { after }) };
};

/** An address that takes no parameter refuses every one. @throws Problem `wrong-parameter` */
export const readNoParameters = (query: Readonly<Record<string, unknown>>): void => {
  const errors = Object.keys(query).map((parameter) => ({ parameter: foundIn(parameter), found: 'an unknown parameter', expected: 'no parameter' }));
  if (errors.length > 0) throw new Problem('wrong-parameter', undefined, { errors });
};
