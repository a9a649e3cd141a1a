import { openVocabulary } from './vocabulary';

/** How long a letter has been overdue, in calendar days. */
export const ageBands = openVocabulary('age-bands', [
  ['1-7', '1–7 hari', '1–7 days'],
  ['8-14', '8–14 hari', '8–14 days'],
  ['15-30', '15–30 hari', '15–30 days'],
  ['31-90', '31–90 hari', '31–90 days'],
  ['over-90', 'Lebih dari 90 hari', 'Over 90 days'],
]);

/** The band of a number of days overdue; undefined when it is not overdue (below 1). */
export const ageBandOf = (daysOverdue: number): string | undefined => {
  if (daysOverdue < 1) return undefined;
  if (daysOverdue <= 7) return '1-7';
  if (daysOverdue <= 14) return '8-14';
  if (daysOverdue <= 30) return '15-30';
  return daysOverdue <= 90 ? '31-90' : 'over-90';
};
