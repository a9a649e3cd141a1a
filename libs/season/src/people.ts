/**
 * Synthetic civil servants. Every one of them was born on a 29 February and has a serial number counted down from 999: no
 * rule forbids that, and no two real NIPs look so. Names say what they are.
 */
const BIRTH_YEARS = [1964, 1968, 1972, 1976, 1980, 1984, 1988, 1992] as const;
const SERIALS = 900;
/** Months of appointment after the 22nd year: those of the first persons, and of all after them. */
const MONTHS = 72;
const LATER_MONTHS = 240;
const peopleOf = (months: number): number => BIRTH_YEARS.length * 2 * months * SERIALS;
/** How many persons there are at most. */
export const peopleMax = peopleOf(MONTHS + LATER_MONTHS);
/** One in so many has a fixed-term contract (PPPK): digits 13 and 14 are `2` and the count of contracts. */
const CONTRACT_EVERY = 37;
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** NIP of the n-th synthetic person; different for every n. @throws RangeError from `peopleMax` on */
export const nipOf = (n: number): string => {
  if (!(Number.isInteger(n) && n >= 0 && n < peopleMax)) throw new RangeError(`person: found ${n}, expected 0 to ${peopleMax - 1}`);
  const isFirst = n < peopleOf(MONTHS);
  const [place, from, months] = isFirst ? [n, 0, MONTHS] : [n - peopleOf(MONTHS), MONTHS, LATER_MONTHS];
  const birth = BIRTH_YEARS[place % BIRTH_YEARS.length] as number;
  const sex = 1 + (Math.floor(place / BIRTH_YEARS.length) % 2);
  const month = from + (Math.floor(place / (BIRTH_YEARS.length * 2)) % months);
  const serial = 999 - Math.floor(place / (BIRTH_YEARS.length * 2 * months));
  const appointed = birth + 22 + Math.floor(month / 12);
  const middle = n % CONTRACT_EVERY === CONTRACT_EVERY - 1 ? `2${1 + (month % 9)}` : pad(1 + (month % 12), 2);
  return `${birth}0229${appointed}${middle}${sex}${pad(serial, 3)}`;
};

export const nameOf = (n: number): string => `Orang Sintetis ${pad(n + 1, 4)}`;
