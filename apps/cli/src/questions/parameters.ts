import { dimensions } from '@netral/figures';
import type { Parameters } from '@netral/application/queries/question/parameter';
import type { OptionSpecs } from '../options';
import { words, type Words } from '../words';

/** `knownAt` → `known-at`: parameters of the API are options here. */
export const optionOf = (parameter: string): string => parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const indonesian: Readonly<Record<string, string>> = {
  unit: 'yang dihitung; bawaan: satuan pertama',
  register: 'register yang dihitung; hanya untuk reported, violations dan turunannya',
  of: 'angka dasar untuk share dan top-employers',
  by: 'dirinci menurut satu atau dua dimensi',
  from: 'hari pertama arus atau deret',
  until: 'hari terakhir arus atau deret',
  series: 'ditanya pada hari terakhir tiap periode',
  top: 'hanya sekian sel terbesar; sisanya dalam remainder',
  asOf: 'benar pada hari ini; bawaan: hari ini',
  knownAt: 'diketahui sampai saat ini; bawaan: sekarang',
  position: 'tempat dalam catatan, sebagai ganti known-at',
  season: 'musim; bawaan: yang dibuka terakhir',
  rule: 'aturan tenggat; bawaan: aturan yang berlaku bagi tiap surat',
  calendar: 'kalender libur; bawaan: versi terakhir yang diketahui',
  dueFrom: 'tenggat pada hari ini atau sesudahnya',
  dueUntil: 'tenggat pada hari ini atau sebelumnya',
  after: 'sesudah tempat ini dalam catatan',
  limit: 'banyaknya dalam satu halaman',
  stream: 'hanya aliran ini',
  type: 'hanya jenis peristiwa ini',
};

const placeholders: Readonly<Record<string, string>> = { asOf: 'DAY', from: 'DAY', until: 'DAY', dueFrom: 'DAY', dueUntil: 'DAY', knownAt: 'TIME', top: 'N', limit: 'N', position: 'POSITION', after: 'POSITION', by: 'DIMENSION[,…]' };

const meaningOf = (name: string, english: string): Words => {
  const dimension = Object.hasOwn(dimensions, name) ? dimensions[name as keyof typeof dimensions].label.id.toLowerCase() : undefined;
  const en = english.replace(/\.$/, '');
  return words(indonesian[name] ?? (dimension === undefined ? en : `hanya ${dimension} ini`), en);
};

/** The parameters of a question as options of a command. */
export const optionsFor = (parameters: Parameters, leaveOut: readonly string[] = []): OptionSpecs =>
  Object.fromEntries(Object.values(parameters).filter(({ name }) => !leaveOut.includes(name)).map(({ name, meaning }) =>
    [optionOf(name), { value: placeholders[name] ?? 'CODE', meaning: meaningOf(name, meaning) }]));

/** What follows the question mark, from the options given. */
export const searchOf = (parameters: Parameters, values: Readonly<Record<string, string | undefined>>, fixed: Readonly<Record<string, string>> = {}): string => {
  const given = Object.values(parameters).flatMap(({ name }): [string, string][] => {
    const value = fixed[name] ?? values[optionOf(name)];
    return value === undefined ? [] : [[name, value]];
  });
  return new URLSearchParams(given).toString();
};
