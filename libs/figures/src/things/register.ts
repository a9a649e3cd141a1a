import type { TableName } from '@netral/projections';
import type { ColumnTable } from '../columns/column-table';
import { indexBy } from './letters';
import { dayColumn, derived, employerColumns, keyColumn, textColumn } from './columns';
import type { Moment } from './known';
import { people, things, type Columns, type Things } from './things';

/** Which register, and which event in it besides being registered. */
export interface RegisterSelection {
  readonly table: Extract<TableName, 'reportPersons' | 'complaintPersons'>;
  readonly event?: string;
  readonly reason?: string;
}

export const registerTable = (moment: Moment): RegisterSelection['table'] => (moment.register === 'bawaslu' ? 'reportPersons' : 'complaintPersons');

/** Persons in a register in effect, or its reports, that also have the event in effect. */
export const inRegister = (moment: Moment, unit: string, selection: RegisterSelection): readonly Things[] =>
  moment.known.models.tables(selection.table).map((table) => {
    const rows = inEffect(moment, table, selection);
    if (unit === 'persons') return things(rows.length, columnsOf(table, rows, selection));
    const heads = headsOf(table, rows, selection);
    const docOf = (row: number) => table.doc[row]!;
    return things(heads.length, columnsOf(table, heads, selection), {
      people: () => people(rows.map(indexBy(heads.map(docOf), table.docs, docOf)), columnsOf(table, rows, selection)),
    });
  });

/** One person, one category, one report; a category stated twice in a report counts once. */
export const violationsIn = (moment: Moment): readonly Things[] => {
  const selection: RegisterSelection = { table: registerTable(moment) };
  return moment.known.models.tables(selection.table).map((table) => {
    const rows = inEffect(moment, table, selection);
    const { codes, values } = table.text('categories');
    const categories = [...new Set(values.flatMap((joined) => joined.split('|')))];
    const codeByCategory = new Map(categories.map((category, code) => [category, code]));
    const stated = values.map((joined) => [...new Set(joined.split('|'))].map((category) => codeByCategory.get(category)!));
    const [person, category]: [number[], number[]] = [[], []];
    for (const row of rows) {
      for (const code of stated[codes[row]!]!) {
        person.push(row);
        category.push(code);
      }
    }
    const persons = Int32Array.from(person);
    const columns: Columns = { ...columnsOf(table, persons, selection), category: () => keyColumn(Int32Array.from(category), categories) };
    return things(persons.length, columns, { person: persons });
  });
};

const inEffect = (moment: Moment, table: ColumnTable, { event }: RegisterSelection): Int32Array => {
  const rows = moment.known.rows(table);
  const reportedOn = table.int('reportedOn');
  const since = event === undefined ? reportedOn : table.int(event);
  const { asOf } = moment;
  const found = new Int32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    if (reportedOn[row]! <= asOf && since[row]! <= asOf) found[count++] = row;
  }
  return found.subarray(0, count);
};

/** One row a report. */
const headsOf = (table: ColumnTable, rows: Int32Array, selection: RegisterSelection): Int32Array => {
  const head = new Int32Array(table.docs).fill(-1);
  const before = rank(table, selection);
  for (const row of rows) {
    const doc = table.doc[row]!;
    if (head[doc]! < 0 || before(row, head[doc]!)) head[doc] = row;
  }
  return head.filter((row) => row >= 0);
};

/** A report stands under its first person; what happened to it, under the earliest day, of one day the alphabetically first reason. */
const rank = (table: ColumnTable, { event, reason }: RegisterSelection) => {
  const reasons = reason === undefined ? undefined : table.text(reason);
  const day = event === undefined ? undefined : table.int(event);
  return (a: number, b: number): boolean => {
    if (day !== undefined && day[a] !== day[b]) return day[a]! < day[b]!;
    if (reasons !== undefined && reasons.codes[a] !== reasons.codes[b]) return reasons.values[reasons.codes[a]!]! < reasons.values[reasons.codes[b]!]!;
    return table.slot[a]! < table.slot[b]!;
  };
};

const columnsOf = (table: ColumnTable, rows: Int32Array, { table: name, event, reason }: RegisterSelection): Columns => ({
  ...employerColumns(() => textColumn(table.text('employer'), rows)),
  positionGroup: () => textColumn(table.text('positionGroup'), rows),
  category: () => derived(textColumn(table.text('categories'), rows), (joined) => joined.split('|')[0]),
  day: () => dayColumn(table.int(event ?? 'reportedOn'), rows),
  ...(reason === undefined ? {} : { reason: () => textColumn(table.text(reason), rows) }),
  ...(name === 'reportPersons' ? { kind: () => textColumn(table.text('kind'), rows), stage: () => textColumn(table.text('stage'), rows) } : {}),
});
