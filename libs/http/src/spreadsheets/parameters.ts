import { patternParameter, Problems, rawParameters, readParameters, type Parameters } from '@netral/application';
import { choiceParameter, type ValuesOf } from '@netral/application/queries/question/parameter';
import { sheetLimits, type Choice } from '@netral/application/spreadsheets';

const NAME = '^[A-Za-z]{1,64}(\\.[A-Za-z]{1,64})?$';
const ROWS = '^(all|\\d{1,7}(-\\d{1,7})?(,\\d{1,7}(-\\d{1,7})?){0,999})$';

/** Rows by number, and spans of them; undefined when a span ends before it begins or they are too many. */
const readRows = (text: string): Choice | undefined => {
  if (text === 'all') return text;
  if (!new RegExp(ROWS).test(text)) return undefined;
  const rows = new Set<number>();
  for (const span of text.split(',')) {
    const [from = 0, until = from] = span.split('-').map(Number);
    if (until < from || until - from >= sheetLimits.rowsMax) return undefined;
    for (let row = from; row <= until; row += 1) rows.add(row);
    // Of all spans together, as soon as it is so: a thousand of them would fill the memory.
    if (rows.size > sheetLimits.rowsMax) return undefined;
  }
  return rows;
};

export const templateParameters = { format: choiceParameter('format', 'json describes the columns; csv and xlsx are to be filled.', ['json', 'csv', 'xlsx'], 'json') } satisfies Parameters;

export const spreadsheetParameters = {
  type: patternParameter('type', 'Template that the file was made from, if its first cell does not say it.', NAME, 'a template of /v1/templates', 'SanctionImposed'),
  record: choiceParameter('record', 'true records; false only judges.', ['true', 'false'], 'false'),
  rows: {
    name: 'rows', meaning: 'With record=true: all good rows, or these, by the numbers that a spreadsheet shows.', expected: 'all, or numbers and spans of rows: 2,5-9', example: '2,5-9',
    schema: { type: 'string', pattern: ROWS, default: 'all' }, read: readRows,
  },
  format: choiceParameter('format', 'What is given: the receipts as JSON, or as a spreadsheet of the same rows.', ['json', 'csv', 'xlsx'], 'json'),
} satisfies Parameters;

/** @throws QueryError `wrong-parameter` */
export const readSearch = <P extends Parameters>(search: string, known: P): ValuesOf<P> => {
  const problems = new Problems();
  const values = readParameters(rawParameters(search), known, problems);
  problems.refuseIfAny();
  return values;
};
