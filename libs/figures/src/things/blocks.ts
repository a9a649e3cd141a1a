import type { ColumnTable } from '../columns/column-table';
import { dayColumn, employerColumns, textColumn } from './columns';
import type { Moment } from './known';
import { things, type Columns, type Things } from './things';

/** Personnel records that are blocked at the moment. */
export const blockedRecords = (moment: Moment): readonly Things[] =>
  moment.known.models.tables('blockSpans').map((table) => {
    const [blockedOn, untilOn] = [table.int('blockedOn'), table.int('untilOn')];
    const rows = moment.known.rows(table).filter((row) => blockedOn[row]! <= moment.asOf && moment.asOf < untilOn[row]!);
    return things(rows.length, columnsOf(table, rows));
  });

/** Personnel records that became blocked (1) or free (-1) on a day of the flow that is in effect. */
export const blockFlows = (moment: Moment, direction: 1 | -1): readonly Things[] =>
  moment.known.models.tables('blockFlows').map((table) => {
    const [directions, day] = [table.int('direction'), table.int('day')];
    const rows = moment.known.rows(table).filter((row) => directions[row] === direction && moment.from <= day[row]! && day[row]! <= moment.asOf);
    return things(rows.length, { ...columnsOf(table, rows), day: () => dayColumn(day, rows) }, { person: rows.map((row) => table.doc[row]!) });
  });

const columnsOf = (table: ColumnTable, rows: Int32Array): Columns => ({
  ...employerColumns(() => textColumn(table.text('employer'), rows)),
  office: () => textColumn(table.text('office'), rows),
  scope: () => textColumn(table.text('scope'), rows),
  ground: () => textColumn(table.text('ground'), rows),
});
