import { deflateRawSync } from 'node:zlib';
import { readHeadings } from './file/headings';
import { readCsv } from './file/read-csv';
import { readXlsx } from './file/read-xlsx';
import { letterOf, sheetLimits, type Sheet } from './file/sheet';
import { rowData } from './row/row-data';
import { columnsOf } from './template/columns';
import { markerOf, templateNamed } from './template/template';
import { addressOf, csvText, filled, tableOf, workbook } from './testing/fill';

const template = templateNamed('FollowUpStarted')!;
const data = { season: 'pilkada-2020', recommendationId: 'R-1', employer: '74.07', startedOn: '2020-08-01' };
const table = tableOf(template, [filled(template, data)]);
const faultOf = async (read: Promise<Sheet>, name?: string): Promise<string> => {
  try {
    readHeadings(await read, name);
    return 'none';
  } catch (error) {
    return (error as { faults?: { code: string }[] }).faults?.map(({ code }) => code).join() ?? String(error);
  }
};
const csv = (bytes: string | Buffer) => readCsv(Buffer.from(bytes), sheetLimits);
const first = (sheet: Sheet) => {
  const headed = readHeadings(sheet, undefined);
  return rowData(headed, headed.rows[0]!);
};

describe('a CSV file', () => {
  it('counts rows as a spreadsheet shows them: blank rows too, cells with line breaks once', async () => {
    const headed = readHeadings(await csv(`${markerOf(template)};season;recommendationId;employer;startedOn\n\n;"a\nb";;;\n;;;;\n;x;;;\n`), undefined);
    expect(headed.rows.map(({ number }) => number)).toEqual([3, 5]);
  });
  it('may say its delimiter on a line of its own, which is no row', async () => {
    const headed = readHeadings(await csv(`sep=;\r\n${csvText(table, ';').toString()}`), undefined);
    expect(headed.rows.map(({ number }) => number)).toEqual([2]);
  });
  it.each([
    ['Windows-1252', Buffer.concat([csvText(table, ';'), Buffer.from([0x3b, 0xe9, 0x0a])]), 'wrong-encoding'],
    ['UTF-16', Buffer.from(`\ufeff${table[0]!.join('\t')}`, 'utf16le'), 'wrong-encoding'],
    ['a zero byte', Buffer.from('a;b\0'), 'not-a-spreadsheet'], ['an open quote', Buffer.from(`${table[0]!.join(';')}\n;"x`), 'not-a-spreadsheet'], ['no text', Buffer.from('\n\n'), 'no-heading'],
    ['headings alone', csvText([table[0]!], ';'), 'no-rows'], ['no marker', csvText([['season'], ['x']], ';'), 'unknown-template'], ['an older template', Buffer.from('#netral FollowUpStarted v0;season\n;x'), 'old-template'],
    ['a template that is none', Buffer.from('#netral Sanksi v1;season\n;x'), 'unknown-template'],
  ])('with %s is refused whole', async (_, bytes, code) => expect(await faultOf(csv(bytes))).toBe(code));

  it('with a heading that no contract has, twice, or without one that is needed, is refused whole: nothing may be lost in silence', async () => {
    const [head, row] = [table[0]!, table[1]!];
    expect(await faultOf(csv(csvText([[...head, 'persons.0.nip'], row], ';')))).toBe('unknown-heading');
    expect(await faultOf(csv(csvText([[...head, 'Catatan'], row], ';')))).toBe('unknown-heading');
    expect(await faultOf(csv(csvText([[...head, 'season'], row], ';')))).toBe('repeated-heading');
    expect(await faultOf(csv(csvText([head.filter((name) => name !== 'startedOn'), row], ';')))).toBe('missing-heading');
    expect(await faultOf(csv(csvText(table, ';')), 'SanctionImposed')).toBe('another-template');
  });
  it('never shows a number that may be a NIP when it stands among the headings', async () => {
    await expect(async () => readHeadings(await csv(csvText([[...table[0]!, '198001012005011001'], table[1]!], ';')), undefined)).rejects.toThrow(/18 digits/);
  });
  it('names a cell below no heading, a text in the column of notes, and a formula', async () => {
    const lines = csvText(table, ';').toString().split('\n');
    const damaged = async (line: string) => first(await csv(`${lines[0]}\n${line}\n`));
    expect(await damaged(`${lines[1]};extra`)).toMatchObject({ ok: false, problems: [{ code: 'no-heading', letter: letterOf(table[0]!.length) }] });
    expect(await damaged(`catatan${lines[1]}`)).toMatchObject({ ok: false, problems: [{ code: 'text-in-note-column', letter: 'A' }] });
    expect(await damaged(lines[1]!.replace('R-1', '"=HYPERLINK(""x"")"'))).toMatchObject({ ok: false, problems: [{ code: 'formula', heading: 'recommendationId' }] });
  });
  it('names a gap between numbered items', async () => {
    const persons = tableOf(template, [new Map([...filled(template, data), ['persons.2.nip', '198001012005011001']])]);
    expect(first(await csv(csvText(persons, ';')))).toMatchObject({ ok: false, problems: [{ code: 'gap-in-list', heading: 'persons.2.nip' }] });
  });
  it('has bounds for rows, columns and cells', async () => {
    expect(await faultOf(readCsv(csvText([table[0]!, ...Array.from({ length: 60 }, () => table[1]!)], ';'), { ...sheetLimits, rowsMax: 10 }))).toBe('too-large');
    expect(await faultOf(readCsv(csvText(table, ';'), { ...sheetLimits, columnsMax: 3 }))).toBe('too-large');
    expect(await faultOf(readCsv(csvText(table, ';'), { ...sheetLimits, cellCharactersMax: 5 }))).toBe('too-large');
  });
});

describe('a workbook', () => {
  const xlsx = (bytes: Uint8Array, limits = sheetLimits) => readXlsx(bytes, limits);
  const day = addressOf(table, 'startedOn', 2);

  it.each([['1900', false, 44_044], ['1904', true, 42_582]])('holds days that count from %s', async (_, date1904, serial) => {
    expect(first(await xlsx(workbook(table, { [day]: { t: 'n', v: serial, z: 'dd/mm/yyyy' } }, date1904)))).toEqual({ ok: true, id: undefined, data });
  });
  it('gives of a formula the value it had', async () => {
    expect(first(await xlsx(workbook(table, { [addressOf(table, 'recommendationId', 2)]: { t: 's', v: 'R-1', f: 'CONCATENATE("R-",1)' } })))).toEqual({ ok: true, id: undefined, data });
    expect(first(await xlsx(workbook(table, { [day]: { t: 'e', v: 42 } })))).toMatchObject({ ok: false, problems: [{ code: 'error-value', heading: 'startedOn' }] });
  });
  it('that is an old one, has a password, or is something else, is refused with what to do', async () => {
    expect(await faultOf(xlsx(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])))).toBe('not-a-spreadsheet');
    expect(await faultOf(xlsx(Buffer.from('a;b\n')))).toBe('not-a-spreadsheet');
    expect(await faultOf(xlsx(workbook(table).subarray(0, 900)))).toBe('not-a-spreadsheet');
  });
  it('that would unpack to more than it may is refused before, and while, it is unpacked', async () => {
    const whole = workbook(table);
    expect(await faultOf(xlsx(whole, { ...sheetLimits, unpackedBytesMax: 1000 }))).toBe('too-large');
    expect(await faultOf(xlsx(lying(64 << 20), { ...sheetLimits, unpackedBytesMax: 1 << 20 }))).toBe('too-large');
    expect(await faultOf(xlsx(whole, { ...sheetLimits, cellsMax: 5 }))).toBe('too-large');
  });
});

/** A zip of a workbook whose directory says ten bytes of a part that unpacks to many. */
const lying = (bytes: number): Buffer => {
  const packed = deflateRawSync(Buffer.alloc(bytes));
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(10, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(10, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
};

describe('letters of columns', () => {
  it('are those of spreadsheet programs', () => expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']));
});
it('a template has fewer columns than a file may', () => expect(columnsOf(templateNamed('FactCorrected.ReprimandListDrawn')!).length).toBeLessThan(sheetLimits.columnsMax));
