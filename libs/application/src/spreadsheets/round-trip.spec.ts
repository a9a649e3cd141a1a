import { eventTypes, catalogue, exampleMessage, latestVersionOf, validateData, type EventType } from '@netral/contracts';
import { arbitraryData } from '@netral/contracts/testing/arbitrary-data';
import * as fc from 'fast-check';
import { readHeadings } from './file/headings';
import { readCsv } from './file/read-csv';
import { readXlsx } from './file/read-xlsx';
import { sheetLimits, type Sheet } from './file/sheet';
import { rowData } from './row/row-data';
import { columnsOf, headingOf } from './template/columns';
import { fieldLabels } from './template/labels';
import { notesOf } from './template/notes';
import { templateFile } from './template/template-file';
import { templateNamed, templatesOf, type Template } from './template/template';
import { csvText, filled, tableOf, workbook } from './testing/fill';

const templates = eventTypes.filter((type) => catalogue[type].role !== 'intake').flatMap(templatesOf);
const dataOf = ({ type, corrects }: Template): Readonly<Record<string, unknown>> => {
  const { data } = exampleMessage(type);
  if (corrects === undefined) return data;
  const { person: _person, ...inner } = data;
  return { ...inner, correctedType: corrects, correctedVersion: latestVersionOf(corrects), data: exampleMessage(corrects).data };
};
const rowsOf = (sheet: Sheet, name?: string) => {
  const headed = readHeadings(sheet, name);
  return headed.rows.map((row) => rowData(headed, row));
};
const said = (data: unknown) => ({ ok: true, id: undefined, data });

/** Of a text, what a person can type into a cell: nothing at its ends, no signs that no keyboard has. */
const typeable = (value: unknown): boolean => {
  if (typeof value === 'string') return value === value.trim() && value !== '' && !/[\p{Cc}\ufffd\ufffe\uffff]/u.test(value) && !/^['\u2018\u2019]/.test(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(typeable);
};
const plainTypes = templates.filter(({ corrects, type }) => corrects === undefined && type !== 'FactCorrected').map(({ type }) => type);
const arbitraryRows = fc.constantFrom<EventType>(...plainTypes).chain((type) =>
  fc.tuple(fc.constant(type), fc.array(arbitraryData(type, latestVersionOf(type)).filter(typeable), { minLength: 1, maxLength: 3 })));

describe('a template', () => {
  it.each(templates.map((template) => [template.name, template] as const))('of %s has a label, a form and a note for every column', (_, template) => {
    for (const { heading } of columnsOf(template)) {
      for (const part of heading === 'message.id' ? [heading] : heading.split('.')) expect([heading, /^\d+$/.test(part) || part in fieldLabels]).toEqual([heading, true]);
    }
    for (const { label, form, example, required, codes, heading } of notesOf(template)) {
      expect([heading, label.id !== '', form.id !== '']).toEqual([heading, true, true]);
      expect([heading, required && codes.length > 0 && example === '' && !/\.\d/.test(heading)]).toEqual([heading, false]);
      expect(example).not.toMatch(/\d{16}/);
    }
  });

  it.each(templates.map((template) => [template.name, template] as const))('of %s, downloaded and read back as it is, holds no row', async (_, template) => {
    await expect(async () => readHeadings(await readCsv(await templateFile(template, 'csv'), sheetLimits), undefined)).rejects.toMatchObject({ faults: [{ code: 'no-rows' }] });
  });

  it('as a workbook, downloaded and filled in its first row, is read', async () => {
    const template = templateNamed('SanctionImposed')!;
    await expect(async () => readHeadings(await readXlsx(await templateFile(template, 'xlsx'), sheetLimits), undefined)).rejects.toMatchObject({ faults: [{ code: 'no-rows' }] });
  });

  it.each(templates.map((template) => [template.name, template] as const))('of %s, filled with the example message, says that message', async (_, template) => {
    const data = dataOf(template);
    const table = tableOf(template, [filled(template, data)]);
    expect(rowsOf(await readCsv(csvText(table, ';'), sheetLimits))).toEqual([said(data)]);
  });

  it('names the column that a pointer of a reason means', () => {
    expect(['/data/persons/0/nip', '/id', '/data', '/source', '/data/data/imposedOn'].map(headingOf)).toEqual(['persons.1.nip', 'message.id', '', '', 'data.imposedOn']);
  });
});

describe('a template filled with any valid messages', () => {
  it('is read back as those messages, from CSV with any delimiter, line end and mark', async () => {
    await fc.assert(fc.asyncProperty(arbitraryRows, fc.constantFrom(';', ',', '\t'), fc.boolean(), fc.constantFrom('\n', '\r\n'), fc.boolean(), async ([type, rows], delimiter, bom, end, marked) => {
      const template = templateNamed(type)!;
      const table = tableOf(template, rows.map((data) => filled(template, data)), marked);
      expect(rows.every((data) => validateData(type, latestVersionOf(type), data).ok)).toBe(true);
      expect(rowsOf(await readCsv(csvText(table, delimiter, { bom, end }), sheetLimits), type)).toEqual(rows.map(said));
    }), { numRuns: 150 });
  });

  it('is read back as those messages, from a workbook', async () => {
    await fc.assert(fc.asyncProperty(arbitraryRows, async ([type, rows]) => {
      const template = templateNamed(type)!;
      const table = tableOf(template, rows.map((data) => filled(template, data)));
      expect(rowsOf(await readXlsx(workbook(table), sheetLimits))).toEqual(rows.map(said));
    }), { numRuns: 10 });
  });
});
