import type { Statement } from './statement';

/** A later statement of what was stated before under another message id. */
export interface Restated<S extends Statement> {
  readonly first: S;
  readonly later: S;
}

/** Of the statements of one thing the first in the log counts; every later one is only an anomaly. `keyOf` names the thing. */
export const firstStatements = <S extends Statement>(statements: readonly S[], keyOf: (statement: S) => string) => {
  const firsts = new Map<string, S>();
  const restated: Restated<S>[] = [];
  for (const later of statements) {
    const key = keyOf(later);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, later);
    else restated.push({ first, later });
  }
  return { counted: [...firsts.values()], restated };
};

/** Statements of one type, typed as such. */
export const ofType = <S extends Statement, T extends S['type']>(statements: readonly S[], type: T): Extract<S, { readonly type: T }>[] =>
  statements.filter((each): each is Extract<S, { readonly type: T }> => each.type === type);
