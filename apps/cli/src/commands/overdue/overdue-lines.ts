import { syntheticMark, understood } from '../../questions/understood';
import { renderTable } from '../../table';
import { say, spoken } from '../../words';
import type { OverdueEmployer } from './by-employer';
import type { LetterLine, LetterPage } from './letter-page';

/** One row an employer, and how many there are of each kind. */
export function* regionLines(page: LetterPage, employers: readonly OverdueEmployer[]): Generator<string> {
  yield `${say('lewat tenggat', 'overdue')}${syntheticMark(page)}`;
  yield renderTable(
    [say('kode', 'code'), say('instansi', 'employer'), say('surat', 'letters'), say('orang', 'persons'), say('hari', 'days'), say('sejak', 'since')],
    employers.map(({ employer, letters, persons, daysOverdue, dueOn }) => [employer.code, nameOf(employer), letters, persons, daysOverdue, dueOn]),
  );
  yield summary(employers);
  yield '';
  yield* understood(page);
}

/** One row a letter of one employer. */
export function* letterLines(page: LetterPage, letters: readonly LetterLine[]): Generator<string> {
  const employer = letters[0]?.employer;
  yield `${say('lewat tenggat', 'overdue')}${employer === undefined ? '' : `: ${employer.code} ${nameOf(employer)}`}${syntheticMark(page)}`;
  yield renderTable(
    ['id', say('nomor', 'number'), say('tanggal', 'issued'), say('tenggat', 'due'), say('hari', 'days'), say('orang', 'persons'), say('diterima', 'delivered'), say('dibantah', 'disputed')],
    letters.map(({ recommendationId, letterNumber, issuedOn, dueOn, daysOverdue, persons, deliveredOn, disputed }) => [
      recommendationId, letterNumber ?? '', issuedOn, dueOn ?? '–', daysOverdue ?? 0, persons.inProcess + persons.notStarted,
      deliveredOn ?? '–', disputed ? say('ya', 'yes') : '',
    ]),
  );
  yield '';
  yield* understood(page);
}

/** Regions bear proper names; a ministry's is translated. */
const nameOf = ({ type, label }: LetterLine['employer']): string => (type === null ? spoken(label) : label.id);

const kinds: readonly { readonly type: string; readonly id: string; readonly one: string; readonly many: string }[] = [
  { type: 'provinsi', id: 'provinsi', one: 'province', many: 'provinces' },
  { type: 'kabupaten', id: 'kabupaten', one: 'kabupaten', many: 'kabupaten' },
  { type: 'kota', id: 'kota', one: 'kota', many: 'kota' },
  { type: '', id: 'instansi pusat', one: 'central agency', many: 'central agencies' },
];
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const summary = (employers: readonly OverdueEmployer[]): string => {
  const letters = (some: readonly OverdueEmployer[]): number => some.reduce((sum, each) => sum + each.letters, 0);
  const regions = employers.filter(({ employer }) => employer.type !== null);
  const parts = kinds
    .map((kind) => ({ ...kind, some: employers.filter(({ employer }) => (employer.type ?? '') === kind.type) }))
    .filter(({ some }) => some.length > 0);
  return say(
    `${letters(regions)} surat di ${regions.length} daerah: ${parts.map(({ some, id }) => `${letters(some)} di ${some.length} ${id}`).join(', ')}`,
    `${counted(letters(regions), 'letter', 'letters')} in ${counted(regions.length, 'region', 'regions')}: ${parts.map(({ some, one, many }) => `${letters(some)} in ${counted(some.length, one, many)}`).join(', ')}`,
  );
};
