/** What a letter's number tells when it has a known form. */
export interface LetterNumberParts {
  /** `R` (rahasia), `B` (biasa), or whatever letters stand first; empty when none do. */
  readonly series: string;
  readonly number: number;
  /** Agency or classification, e.g. `KASN`, `JP.01`. */
  readonly agency?: string;
  readonly month?: number;
  readonly year?: number;
}

const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

const monthOf = (text: string): number | undefined => {
  const month = /^\d{1,2}$/.test(text) ? Number(text) : romanMonths.indexOf(text.toLowerCase()) + 1;
  return month >= 1 && month <= 12 ? month : undefined;
};

const yearOf = (text: string): number | undefined => (/^(19|20)\d\d$/.test(text) ? Number(text) : undefined);

/**
 * Reads `R-1194/KASN/4/2020`, `B-900/KASN/4/2018`, `B-1444/JP.01/04/2022` and their like. The form is not stable, so a number that
 * does not read is no error: the letter's number stands as printed, and this is undefined.
 */
export const parseLetterNumber = (text: string): LetterNumberParts | undefined => {
  const [head = '', ...rest] = text.trim().split('/').map((part) => part.trim());
  const opening = /^([A-Za-z]{0,5})[-.\s]*(\d{1,9})$/.exec(head);
  if (opening === null) return undefined;
  const year = yearOf(rest.at(-1) ?? '');
  const beforeYear = year === undefined ? rest : rest.slice(0, -1);
  const month = beforeYear.length > 1 || year !== undefined ? monthOf(beforeYear.at(-1) ?? '') : undefined;
  const agency = (month === undefined ? beforeYear : beforeYear.slice(0, -1)).join('/');
  return {
    series: opening[1]!.toUpperCase(),
    number: Number(opening[2]),
    ...(agency === '' ? {} : { agency }),
    ...(month === undefined ? {} : { month }),
    ...(year === undefined ? {} : { year }),
  };
};
