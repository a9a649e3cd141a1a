import { isOfPpk, sameEmployer } from './employer';
import type { Amendment, Ledger, Statement } from './statement';

/**
 * Statements as they stand for who knew the log up to and including `ordinal`: the retracted are gone, the corrected have
 * the corrected day and data but keep their own place. Of all corrections and retractions of one message the last in the
 * log decides; one that names a message not here, or of another type, changes nothing, nor does one that gives a PPK's
 * statement another employer than it was first sent with.
 */
export const standing = <S extends Statement>(ledger: Ledger<S>, ordinal: number = Number.POSITIVE_INFINITY): readonly S[] => {
  const known = knownAt(ledger, ordinal);
  if (!known.some(isAmendment)) return known as readonly S[];
  const amendments = new Map<string, Amendment[]>();
  for (const each of known) if (isAmendment(each)) putUnder(amendments, nameOf(each.data.of), each);
  return known.flatMap((each) => (isAmendment(each) ? [] : amended(each, amendments.get(nameOf(each))?.findLast((one) => mayAmend(one, each)))));
};

const putUnder = (amendments: Map<string, Amendment[]>, name: string, one: Amendment): void => {
  const others = amendments.get(name);
  if (others === undefined) amendments.set(name, [one]);
  else others.push(one);
};

/** All that was said up to and including `ordinal`, corrections and retractions among it, unresolved. */
export const knownAt = <S extends Statement>({ statements }: Ledger<S>, ordinal: number): Ledger<S>['statements'] => {
  const last = statements[statements.length - 1];
  return last === undefined || last.ordinal <= ordinal ? statements : statements.filter((each) => each.ordinal <= ordinal);
};

// A key for certain employers is held to them by what its message names: so what it amends must be theirs.
const mayAmend = ({ data: { employer } }: Amendment, { type, data }: Statement): boolean =>
  employer === undefined || data.employer === undefined || !isOfPpk(type) || sameEmployer(employer, data.employer);

const amended = <S extends Statement>(statement: S, amendment: Amendment | undefined): readonly S[] => {
  if (amendment === undefined) return [statement];
  if (amendment.type === 'FactRetracted') return [];
  const { day, data } = amendment.data;
  return [{ ...statement, day, data }];
};

const isAmendment = (statement: Statement): statement is Amendment => statement.type === 'FactCorrected' || statement.type === 'FactRetracted';

const nameOf = ({ type, source, messageId }: Amendment['data']['of']): string => `${type} ${source} ${messageId}`;
