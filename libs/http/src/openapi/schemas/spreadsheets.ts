import { outcomes } from '@netral/application/spreadsheets';
import { Type } from '@sinclair/typebox';
import { closed, Instant, Label, nullable, Position } from './common';

const text = Type.String();
const summary = { type: Type.String({ description: 'Name of the template' }), label: Label, meaning: text, version: text, marker: Type.String({ description: 'What stands in the first cell' }) };

const TemplateColumn = closed({
  heading: text, label: Label, meaning: text, required: Type.Boolean(), kind: Type.String({ description: 'How a cell is read' }), form: Label, codes: Type.Array(closed({ code: text, label: Label })), example: text,
});
export const Template = closed({ ...summary, columns: Type.Array(TemplateColumn) });
export const TemplateList = closed({ agency: text, templates: Type.Array(closed({ ...summary, csv: text, xlsx: text })) });

const RowProblem = closed({
  column: Type.String({ description: 'The heading; empty for the row as a whole' }), letter: nullable(text), label: nullable(Label), code: text,
  found: nullable(text), expected: nullable(text), remedy: nullable(Label),
});
const outcome = Type.Union(outcomes.map((each) => Type.Literal(each)));
const SpreadsheetRow = closed({
  row: Type.Integer({ description: 'As a spreadsheet shows it: the headings are row 1' }), outcome, source: nullable(text), id: nullable(text), stream: nullable(text), revision: nullable(Type.Integer()),
  position: nullable(Position), recordedAt: nullable(Instant), deadLetter: nullable(text), problems: Type.Array(RowProblem),
});
export const SpreadsheetAnswer = closed({
  type: text, label: Label, record: Type.Boolean({ description: 'Whether rows were recorded, or only judged' }),
  counts: closed(Object.fromEntries(outcomes.map((each) => [each, Type.Integer()]))), rows: Type.Array(SpreadsheetRow),
});
