/** One thing wrong with a question: which parameter, what stood there, what could have stood there. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly found: string;
  readonly expected: string;
}

/** Why a question gets no answer; the HTTP status of each code stands in one table, at the edge. */
export type QueryErrorCode = 'wrong-parameter' | 'not-found' | 'forbidden' | 'no-season' | 'not-ready';

/** A question that is refused. The message is made for people; it never holds a NIP or a name. */
export class QueryError extends Error {
  constructor(readonly code: QueryErrorCode, message: string, readonly errors: readonly ParameterProblem[] = []) {
    super(message);
    this.name = 'QueryError';
  }
}

export const notFound = (what: string): QueryError => new QueryError('not-found', `There is no such ${what}.`);
