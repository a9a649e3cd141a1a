import { csvOf, xlsxOf, type Table } from '../file/write';
import type { SheetFormat } from '../file/sheet';
import { NOTE_TAGS, notesOf, type Note } from './notes';
import { markerOf, type Template } from './template';

const BLANK_ROWS = 200;
const both = ({ id, en }: { readonly id: string; readonly en: string }): string => (id === en ? id : `${id} · ${en}`);
const codesOf = ({ codes }: Note): string => codes.map(({ code, label }) => (label.id === code ? code : `${code} (${label.id})`)).join(', ');
const formOf = (note: Note): string => (note.codes.length === 0 ? both(note.form) : `${both(note.form)}: ${codesOf(note)}`);
const requiredOf = ({ required }: Note): string => (required ? 'wajib · required' : 'boleh kosong · may be blank');

/** Headings, then rows of notes that a reader leaves out. */
const csvTable = (template: Template, notes: readonly Note[]): Table => [
  [markerOf(template), ...notes.map(({ heading }) => heading)],
  [NOTE_TAGS.label, ...notes.map(({ label }) => both(label))],
  [NOTE_TAGS.required, ...notes.map(requiredOf)],
  [NOTE_TAGS.form, ...notes.map(formOf)],
  [NOTE_TAGS.example, ...notes.map(({ example }) => example)],
];

const notesTable = (template: Template, notes: readonly Note[]): Table => [
  [both(template.label)],
  [template.meaning],
  ['Isi lembar Data, satu baris satu pesan. Biarkan kolom A kosong. · Fill the sheet Data, one row a message. Leave column A blank.'],
  ['Butir bernomor boleh ditambah: salin kolomnya dan naikkan angkanya. · Numbered items may be added: copy their columns and raise the number.'],
  [],
  ['kolom · column', 'arti · meaning', 'keterangan · in English', 'wajib · required', 'bentuk · form', 'kode · codes', 'contoh · example'],
  ...notes.map((note) => [note.heading, both(note.label), note.meaning, requiredOf(note), both(note.form), codesOf(note), note.example]),
];

/** A template to be filled: the machine's headings, and what each means in Indonesian and English. */
export const templateFile = async (template: Template, format: SheetFormat): Promise<Buffer> => {
  const notes = notesOf(template);
  if (format === 'csv') return csvOf(csvTable(template, notes));
  const headings = [markerOf(template), ...notes.map(({ heading }) => heading)];
  return xlsxOf([{ name: 'Data', rows: [headings], blankRows: BLANK_ROWS }, { name: 'Petunjuk', rows: notesTable(template, notes) }]);
};
