import type { Amendment, Ledger, Statement } from './statement';

/**
 * Statements as they stand for who knew the log up to and including `ordinal`: the retracted are gone, the corrected have
 * the corrected day and data but keep their own place. Of all corrections and retractions of one message the last in the
 * log decides; one that names a message not here, or of another type, changes nothing.
 */
export const standing = <S extends Statement>(ledger: Ledger<S>, ordinal: number = Number.POSITIVE_INFINITY): readonly S[] => {
  const known = knownAt(ledger, ordinal);
  if (!known.some(isAmendment)) return known as readonly S[];
  const amendments = new Map<string, Amendment>();
  for (const each of known) if (isAmendment(each)) amendments.set(nameOf(each.data.of), each);
  return known.flatMap((each) => (isAmendment(each) ? [] : amended(each, amendments.get(nameOf(each)))));
};

/** All that was said up to and including `ordinal`, corrections and retractions among it, unresolved. */
export const knownAt = <S extends Statement>({ statements }: Ledger<S>, ordinal: number): Ledger<S>['statements'] => {
  const last = statements[statements.length - 1];
  return last === undefined || last.ordinal <= ordinal ? statements : statements.filter((each) => each.ordinal <= ordinal);
};

const amended = <S extends Statement>(statement: S, amendment: Amendment | undefined): readonly S[] => {
  if (amendment === undefined) return [statement];
  if (amendment.type === 'FactRetracted') return [];
  const { day, data } = amendment.data;
  return [{ ...statement, day, data }];
};

const isAmendment = (statement: Statement): statement is Amendment => statement.type === 'FactCorrected' || statement.type === 'FactRetracted';

const nameOf = ({ type, source, messageId }: Amendment['data']['of']): string => `${type} ${source} ${messageId}`;
