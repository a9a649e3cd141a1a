import { mayHoldNumber, shapeOf } from '@netral/contracts';
import { columnNamed, columnsOf, type Column } from '../template/columns';
import { noteTags } from '../template/notes';
import { markerOf, readMarker, templateNamed, type Template } from '../template/template';
import { SheetError, fault, letterOf, type Cell, type Sheet, type SheetFault, type SheetRow } from './sheet';

/** A column of the file: which of the template, and where the person sees it. */
export interface FileColumn extends Column {
  readonly index: number;
  readonly letter: string;
}

/** A file whose headings were understood; notes of the template are left out of its rows. */
export interface HeadedSheet {
  readonly template: Template;
  readonly sheet: Sheet;
  readonly columns: readonly FileColumn[];
  readonly rows: readonly SheetRow[];
  /** Column of the marker and the notes, if the file has one. */
  readonly noteIndex: number | undefined;
}

const HEADING_MAX = 120;
const shown = (text: string): string => (text.length > HEADING_MAX || mayHoldNumber(text) ? shapeOf(text) : text.replace(/[\p{C}\u2028\u2029]/gu, '\ufffd'));
const textOf = (cell: Cell | undefined): string => (cell?.kind === 'text' ? cell.text.trim() : '');
const again = 'the headings of the template: download it again';

/** The template that the file says it was made from, or that the sender says. */
const templateOf = (heading: SheetRow, said: string | undefined): { readonly template: Template; readonly noteIndex: number | undefined } => {
  const [first] = heading.cells.entries();
  const marker = first === undefined ? undefined : readMarker(textOf(first[1]));
  const place = first === undefined ? undefined : `${letterOf(first[0])}${heading.number}`;
  if (marker !== undefined && said !== undefined && marker.name !== said) throw fault('another-template', `a file made from ${marker.name}`, `one made from ${said}`, place);
  const name = marker?.name ?? said;
  if (name === undefined) throw fault('unknown-template', 'a file that does not say what it holds', 'the marker of a template in the first cell, or the parameter type', place);
  const template = templateNamed(name);
  if (template === undefined) throw fault('unknown-template', shown(name), 'a template of /v1/templates', place);
  if (marker !== undefined && marker.version !== template.version) throw fault('old-template', `version ${marker.version}`, `version ${template.version}: download the template again`, place);
  return { template, noteIndex: marker === undefined ? undefined : first?.[0] };
};

const missing = (template: Template, columns: readonly Column[]): readonly SheetFault[] => {
  const there = new Set(columns.map(({ heading }) => heading));
  return columnsOf(template).filter(({ heading, required }) => required && !there.has(heading)).map(({ heading }) =>
    ({ code: 'missing-heading', found: 'no such column', expected: `a column ${heading}` }));
};

/**
 * Finds out what each column holds. A column that no contract knows is refused: what stands in it would be lost in silence.
 * @param said name of the template, for a file without a marker
 * @throws SheetError
 */
export const readHeadings = (sheet: Sheet, said: string | undefined): HeadedSheet => {
  const [heading, ...below] = sheet.rows;
  if (heading === undefined) throw fault('no-heading', 'no text at all', again);
  const { template, noteIndex } = templateOf(heading, said);
  const faults: SheetFault[] = [];
  const columns: FileColumn[] = [];
  for (const [index, cell] of heading.cells) {
    if (index === noteIndex) continue;
    const [letter, text] = [letterOf(index), textOf(cell)];
    const place = { cell: `${letter}${heading.number}` };
    const column = columnNamed(template, text);
    if (column === undefined) faults.push({ code: 'unknown-heading', found: text === '' ? 'a heading that is not text' : shown(text), expected: again, ...place });
    else if (columns.some((each) => each.heading === column.heading)) faults.push({ code: 'repeated-heading', found: `${text} twice`, expected: 'each heading once', ...place });
    else columns.push({ ...column, index, letter });
  }
  faults.push(...missing(template, columns));
  const [first, ...others] = faults;
  if (first !== undefined) throw new SheetError([first, ...others]);
  const rows = below.filter(({ cells }) => noteIndex === undefined || !noteTags.has(textOf(cells.get(noteIndex))));
  if (rows.length === 0) throw fault('no-rows', 'no row below the headings', `a row for each message: ${markerOf(template)}`);
  return { template, sheet, columns, rows, noteIndex };
};
