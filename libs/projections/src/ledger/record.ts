import type { Amendment, Ledger, Statement } from './statement';

interface Recorded { readonly ordinal: number; readonly source: string; readonly messageId: string }

/**
 * The ledger with one more statement, in log order whatever the order of calls. Of two copies of one message the first in
 * the log stands, so a later copy gives the same ledger back.
 */
export const record = <S extends Statement>(ledger: Ledger<S>, statement: S | Amendment): Ledger<S> => {
  const statements = withRecorded(ledger.statements, statement);
  return statements === ledger.statements ? ledger : { id: ledger.id, statements };
};

/** The list with one more message in its place, or the same list when a copy of it stands there from before. */
export const withRecorded = <R extends Recorded>(list: readonly R[], one: R): readonly R[] => {
  const copy = list.findIndex(({ messageId, source }) => messageId === one.messageId && source === one.source);
  if (copy < 0) return inserted(list, one);
  return list[copy]!.ordinal <= one.ordinal ? list : inserted(list.toSpliced(copy, 1), one);
};

const inserted = <R extends Recorded>(list: readonly R[], one: R): readonly R[] => {
  let place = list.length;
  while (place > 0 && list[place - 1]!.ordinal > one.ordinal) place -= 1;
  return place === list.length ? [...list, one] : list.toSpliced(place, 0, one);
};
