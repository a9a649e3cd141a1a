import type { Cell } from './file/sheet';
import { readCell } from './row/read-cell';
import { cellRemedies } from './row/problems';
import type { Form, Leaf } from './template/nodes';

const leaf = (form: Form, codes?: readonly string[]): Leaf => ({ kind: 'leaf', name: 'x', required: true, meaning: '', form, nullable: false, expected: 'as told', codes });
const text = (sent: string): Cell => ({ kind: 'text', text: sent });
const of = (cell: Cell, form: Form, { date1904 = false, codes = undefined as readonly string[] | undefined } = {}): unknown => {
  const read = readCell(cell, leaf(form, codes), date1904);
  if (!read.ok) expect(cellRemedies[read.problem.code].id).not.toBe('');
  return read.ok ? read.value : read.problem.code;
};
/** Of nobody: of the form that a NIP has. */
const NIP = '198001012005011001';

describe('a day in a cell', () => {
  it.each([
    ['26/10/2020', '2020-10-26'], ['26-10-2020', '2020-10-26'], ['26.10.2020', '2020-10-26'], ['1/2/2020', '2020-02-01'], ['26 Oktober 2020', '2020-10-26'], ['26  okt 2020', '2020-10-26'],
    ['6-Nov-2020', '2020-11-06'], ['2020-10-26', '2020-10-26'], [' 26/10/2020 ', '2020-10-26'], ['29/2/2020', '2020-02-29'], ['1 Agustus 2020', '2020-08-01'],
  ])('is read as people write it: %s', (sent, day) => expect(of(text(sent), 'day')).toBe(day));

  it.each([
    ['10/26/2020', 'month-first'], ['26/10/20', 'short-year'], ['31/11/2020', 'not-a-day'], ['30/2/2020', 'not-a-day'], ['44130', 'bare-serial'], ['44130,5', 'bare-serial'], ['26/10/2020 14.30', 'day-with-time'],
    ['besok', 'not-a-day'], ['2020/10/26', 'not-a-day'], ['26/10-2020', 'not-a-day'], ['32/13/2020', 'not-a-day'], ['Oktober 2020', 'not-a-day'], ['2020-02-30', 'not-a-day'],
  ])('is refused with a remedy where it is not certain: %s', (sent, code) => expect(of(text(sent), 'day')).toBe(code));

  it('is read from a serial, of a workbook that counts from 1900 or from 1904', () => {
    expect(of({ kind: 'date', serial: 44_130 }, 'day')).toBe('2020-10-26');
    expect(of({ kind: 'date', serial: 42_668 }, 'day', { date1904: true })).toBe('2020-10-26');
    expect(of({ kind: 'number', value: 44_130 }, 'day')).toBe('2020-10-26');
    expect(of({ kind: 'number', value: 20_201_026 }, 'day')).toBe('bare-serial');
    expect(of({ kind: 'number', value: 2020 }, 'day')).toBe('bare-serial');
    expect(of({ kind: 'date', serial: 44_130.25 }, 'day')).toBe('day-with-time');
    expect(of({ kind: 'date', serial: 60 }, 'day')).toBe('not-a-day');
  });
});

describe('a number in a cell', () => {
  it.each([['1234', 1234], ['1.234', 1234], ['1.234.567', 1_234_567], ['1.234,0', 1234], ['12,0', 12], ['0', 0]])('is read in the Indonesian form: %s', (sent, value) => expect(of(text(sent), 'integer')).toBe(value));
  it.each([['1.234,5', 'not-a-number'], ['1,234', 'ambiguous-number'], ['1,234.5', 'ambiguous-number'], ['1.23', 'not-a-number'], ['1e3', 'not-a-number'], ['12 34', 'not-a-number'], ['tiga', 'not-a-number'], ['9'.repeat(16), 'not-a-number']])(
    'is refused where it is not whole or not certain: %s', (sent, code) => expect(of(text(sent), 'integer')).toBe(code));
  it('is read from a number', () => {
    expect(of({ kind: 'number', value: 14 }, 'integer')).toBe(14);
    expect(of({ kind: 'number', value: 14.5 }, 'integer')).toBe('not-a-number');
  });
});

describe('a NIP in a cell', () => {
  it.each([[NIP, NIP], [`${NIP.slice(0, 8)} ${NIP.slice(8, 14)} ${NIP.slice(14, 15)} ${NIP.slice(15)}`, NIP]])('is taken as text, also as letters print it', (sent, nip) => expect(of(text(sent), 'nip')).toBe(nip));
  it.each<readonly [Cell, string]>([
    [{ kind: 'number', value: 198_001_012_005_011_000 }, 'nip-as-number'], [{ kind: 'date', serial: 40_000 }, 'nip-as-number'], [text('1,98001E+17'), 'nip-exponent'], [text('1.98001012005011E+17'), 'nip-exponent'],
    [text(`${NIP.slice(0, 15)}000`), 'nip-rounded'], [text(NIP.slice(1)), 'nip-short'], [text(`'${NIP}`), 'nip-apostrophe'], [text(`’${NIP}`), 'nip-apostrophe'],
  ])('that a spreadsheet took for a number is refused, and never shown', (cell, code) => {
    const read = readCell(cell, leaf('nip'), false);
    expect(read).toMatchObject({ ok: false, problem: { code } });
    expect(JSON.stringify(read)).not.toMatch(/19800101|1[.,]98/);
  });
  it('of another form is left to the contract, which shows its shape', () => expect(of(text('12345'), 'nip')).toBe('12345'));
});

describe('any other cell', () => {
  it('takes no number for a text: leading zeros may be lost', () => {
    expect(of({ kind: 'number', value: 33.1 }, 'employer')).toBe('number-in-text');
    expect(of({ kind: 'number', value: 800 }, 'text')).toBe('number-in-text');
    expect(of({ kind: 'date', serial: 44_130 }, 'text')).toBe('date-in-text');
    expect(of({ kind: 'number', value: 2019 }, 'code', { codes: ['2019', '2022'] })).toBe('2019');
    expect(of({ kind: 'number', value: 2020 }, 'code', { codes: ['2019', '2022'] })).toBe('number-in-text');
  });
  it.each([['ya', true], ['YA', true], ['tidak', false], ['TRUE', true], ['salah', false], ['1', 'not-yes-or-no'], ['mungkin', 'not-yes-or-no']])('says yes or no: %s', (sent, value) => expect(of(text(sent), 'boolean')).toBe(value));
  it('refuses formulas without a value, errors and broken letters', () => {
    expect(of({ kind: 'formula' }, 'text')).toBe('formula');
    expect(of({ kind: 'error' }, 'text')).toBe('error-value');
    expect(of(text('Bupati \ufffd'), 'text')).toBe('lost-character');
  });
  it('shows a personal text in shape only', () => {
    const read = readCell(text('Pegawai \ufffd Contoh'), leaf('name'), false);
    expect(read).toMatchObject({ ok: false, problem: { found: 'text of 16 characters' } });
  });
});
