import { exampleMessage, labelOf, type Label } from '@netral/contracts';
import { columnsOf, isPersonal, type Column } from './columns';
import type { Form } from './nodes';
import type { Template } from './template';

/** Tags of the rows of notes in a CSV template, in its first column; reading leaves such rows out. */
export const NOTE_TAGS = {
  label: '# arti · meaning', required: '# wajib · required', form: '# bentuk · form', example: '# contoh · example',
} as const;
export const noteTags: ReadonlySet<string> = new Set(Object.values(NOTE_TAGS));

/** A code with what people call it. */
export interface NotedCode {
  readonly code: string;
  readonly label: Label;
}
/** What a person must know to fill a column. */
export interface Note {
  readonly heading: string;
  readonly label: Label;
  /** In English, from the contract. */
  readonly meaning: string;
  readonly required: boolean;
  readonly kind: Form;
  readonly form: Label;
  readonly codes: readonly NotedCode[];
  readonly example: string;
}

const FORMS: Readonly<Record<string, Label>> = {
  'nip': { id: 'NIP 18 angka, kolom berformat Teks', en: 'NIP of 18 digits, column formatted as Text' },
  'name': { id: 'nama', en: 'name' },
  'free-text': { id: 'teks bebas', en: 'free text' },
  'employer': { id: 'kode wilayah (74.07), pusat.<singkatan>, atau nama lengkap dengan Kabupaten/Kota/Provinsi', en: 'region code (74.07), pusat.<short name>, or the full name with Kabupaten/Kota/Provinsi' },
  'day': { id: 'tanggal: 26/10/2020, 26 Oktober 2020 atau 2020-10-26', en: 'day: 26/10/2020, 26 Oktober 2020 or 2020-10-26' },
  'instant': { id: 'waktu: 2020-10-26T14:30:00+07:00', en: 'instant: 2020-10-26T14:30:00+07:00' },
  'integer': { id: 'bilangan bulat: 1234 atau 1.234', en: 'whole number: 1234 or 1.234' },
  'boolean': { id: 'ya atau tidak', en: 'ya (yes) or tidak (no)' },
  'code': { id: 'salah satu kode', en: 'one of the codes' },
  'all-or-codes': { id: 'all (semua), atau kode-kode dipisah titik koma', en: 'all, or codes between semicolons' },
  'text': { id: 'teks satu baris', en: 'one line of text' },
};
/** Which vocabulary has the names of a column's codes, by the last part of its heading. */
const VOCABULARIES: Readonly<Record<string, string>> = {
  sanction: 'sanctions', positionGroup: 'position-groups', scope: 'scopes', stage: 'stages', kind: 'kinds', reason: 'reasons', ground: 'grounds', class: 'sanction-classes',
};

const lastOf = (heading: string): string => heading.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';

const codesOf = ({ heading, leaf }: Column): readonly NotedCode[] =>
  (leaf.codes ?? []).map((code) => ({ code, label: labelOf(VOCABULARIES[lastOf(heading)] ?? '', code) }));

const writtenValue = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(';');
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  const text = value === undefined || value === null ? '' : String(value);
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year === undefined ? text : `${day}/${month}/${year}`;
};

/** The value at a pointer of the template's example message. */
const valueAt = (data: unknown, pointer: string): unknown =>
  pointer.split('/').slice(2).reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name], data);

const exampleOf = (template: Template, { pointer, leaf, heading }: Column): string => {
  if (leaf.form === 'nip') return '18 angka · 18 digits';
  const { data } = exampleMessage(template.type);
  const whole = template.corrects === undefined ? data : { ...data, data: exampleMessage(template.corrects).data };
  if (pointer === '/id') return 'SK-2020-0001';
  const value = writtenValue(valueAt(whole, pointer));
  return value === '' && isPersonal(leaf) ? '' : value === '' && leaf.required && !/\.[2-9]/.test(heading) ? (leaf.codes?.[0] ?? '') : value;
};

/** Notes for every column of a template, in its order. */
export const notesOf = (template: Template): readonly Note[] => columnsOf(template).map((column) => {
  const { heading, label, leaf, required } = column;
  return { heading, label, meaning: leaf.meaning, required, kind: leaf.form, form: FORMS[leaf.form] as Label, codes: codesOf(column), example: exampleOf(template, column) };
});
