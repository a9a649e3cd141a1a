import { Problem, type ProblemError } from '../problem/problem';

const LIMIT_MAX = 1000;
const LIMIT_DEFAULT = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `after` and `limit`; an unknown, repeated, empty or impossible parameter is refused. @throws Problem `wrong-parameter` */
export const readPage = (query: Readonly<Record<string, unknown>>): { readonly after?: string; readonly limit: number } => {
  const errors: ProblemError[] = [];
  const { after, limit, ...unknown } = query;
  for (const parameter of Object.keys(unknown)) errors.push({ parameter: parameter.slice(0, 40).replace(/\d{8,}/g, '…'), found: 'an unknown parameter', expected: 'after, limit' });
  if (after !== undefined && !(typeof after === 'string' && UUID.test(after))) errors.push({ parameter: 'after', found: 'no id', expected: 'the id after which to go on' });
  const count = limit === undefined ? LIMIT_DEFAULT : typeof limit === 'string' && /^[1-9]\d{0,3}$/.test(limit) ? Number(limit) : Number.NaN;
  if (!(count <= LIMIT_MAX)) errors.push({ parameter: 'limit', found: 'no such number', expected: `a whole number from 1 to ${LIMIT_MAX}` });
  if (errors.length > 0) throw new Problem('wrong-parameter', undefined, { errors });
  return { limit: count, ...(typeof after === 'string' && { after }) };
};
