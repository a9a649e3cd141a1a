import type { Label } from '@netral/contracts';

const AS_TEXT: Label = {
  id: 'Format kolom ini sebagai Teks, lalu ketik ulang isinya: mengubah formatnya saja tidak mengembalikan angka yang hilang.',
  en: 'Format the column as Text, then type it again: changing the format alone does not bring lost digits back.',
};

/** Why a cell cannot be read, each with what to do about it. A code is never renamed. */
export const cellRemedies = {
  'missing-field': { id: 'Isi sel ini: wajib.', en: 'Fill this cell: it is required.' },
  'formula': { id: 'Ganti rumus dengan nilainya: salin, lalu Tempel Khusus sebagai Nilai.', en: 'Replace the formula by its value: copy, then Paste Special as Values.' },
  'error-value': { id: 'Sel ini berisi kesalahan (seperti #N/A). Ketik isinya.', en: 'The cell holds an error (such as #N/A). Type what belongs there.' },
  'number-in-text': AS_TEXT,
  'date-in-text': AS_TEXT,
  'nip-as-number': AS_TEXT,
  'nip-exponent': AS_TEXT,
  'nip-rounded': { id: `Angka 16 sampai 18 menjadi nol: Excel menyimpan paling banyak 15 angka. ${AS_TEXT.id}`, en: `Digits 16 to 18 became zeros: Excel keeps 15 digits. ${AS_TEXT.en}` },
  'nip-short': { id: `Satu angka hilang. ${AS_TEXT.id}`, en: `One digit is lost. ${AS_TEXT.en}` },
  'nip-apostrophe': { id: 'Hapus tanda petik di depan NIP; kolomnya sudah berformat Teks.', en: 'Take away the apostrophe before the NIP; the column is Text already.' },
  'not-a-day': { id: 'Tulis tanggal sebagai 26/10/2020, 26 Oktober 2020 atau 2020-10-26.', en: 'Write the day as 26/10/2020, 26 Oktober 2020 or 2020-10-26.' },
  'month-first': { id: 'Hari ditulis dahulu, lalu bulan: 26/10/2020.', en: 'The day comes first, then the month: 26/10/2020.' },
  'short-year': { id: 'Tulis tahun dengan empat angka: 26/10/2020.', en: 'Write the year with four digits: 26/10/2020.' },
  'bare-serial': { id: 'Ini angka, bukan tanggal. Tulis sebagai 26/10/2020.', en: 'This is a number, not a day. Write 26/10/2020.' },
  'day-with-time': { id: 'Tulis tanggal saja, tanpa jam.', en: 'Write the day alone, without a time.' },
  'not-an-instant': { id: 'Tulis waktu lengkap dengan selisih zona: 2020-10-26T14:30:00+07:00.', en: 'Write the instant whole, with its offset: 2020-10-26T14:30:00+07:00.' },
  'not-a-number': { id: 'Tulis bilangan bulat: 1234 atau 1.234.', en: 'Write a whole number: 1234 or 1.234.' },
  'ambiguous-number': { id: 'Koma di sini dapat berarti ribuan atau desimal. Tulis 1234 atau 1.234.', en: 'The comma may mean thousands or decimals here. Write 1234 or 1.234.' },
  'not-yes-or-no': { id: 'Tulis ya atau tidak.', en: 'Write ya (yes) or tidak (no).' },
  'gap-in-list': { id: 'Isi kolom bernomor dari 1 tanpa melompat.', en: 'Fill numbered columns from 1 without a gap.' },
  'lost-character': { id: 'Sebuah huruf rusak saat berkas disimpan. Ketik ulang isinya dan simpan sebagai “CSV UTF-8”.', en: 'A letter was broken when the file was saved. Type it again and save as “CSV UTF-8”.' },
  'no-heading': { id: 'Sel ini berada di bawah kolom tanpa judul. Pindahkan atau hapus.', en: 'The cell stands below no heading. Move or clear it.' },
  'text-in-note-column': { id: 'Kosongkan kolom A pada baris data.', en: 'Leave column A blank in rows of data.' },
} as const satisfies Readonly<Record<string, Label>>;

export type CellCode = keyof typeof cellRemedies;

/** Why a cell is not read: in shape only where it is personal. */
export interface CellProblem {
  readonly code: CellCode;
  readonly found: string;
  readonly expected: string;
}
export type Value = string | number | boolean | null | readonly string[];
export type ReadCell = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: CellProblem };
export const read = (value: Value): ReadCell => ({ ok: true, value });
export const unread = (code: CellCode, found: string, expected: string): ReadCell => ({ ok: false, problem: { code, found, expected } });
