import type { FileColumn, HeadedSheet } from '../file/headings';
import { letterOf, type SheetRow } from '../file/sheet';
import type { Group, Leaf, List, Node } from '../template/nodes';
import { ID_HEADING, givenData } from '../template/template';
import type { CellProblem, Value } from './problems';
import { readCell } from './read-cell';

/** A problem with the column it is in, as the person sees it. */
export interface PlacedProblem extends CellProblem {
  readonly heading: string;
  readonly letter: string | undefined;
}
export type RowData =
  | { readonly ok: true; readonly id: string | undefined; readonly data: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** Values of one row, by heading. */
class Cells {
  readonly problems: PlacedProblem[] = [];
  private readonly values = new Map<string, Value>();
  /** Paths at or below which a cell is filled. */
  private readonly filled = new Set<string>();
  /** Numbers that the columns of a list bear, by its heading. */
  private readonly numbers = new Map<string, Set<number>>();

  constructor(private readonly columns: readonly FileColumn[], row: SheetRow, { sheet, noteIndex }: HeadedSheet) {
    const byIndex = new Map(columns.map((column) => [column.index, column]));
    for (const [index, cell] of row.cells) {
      const column = byIndex.get(index);
      if (column === undefined) {
        const code = index === noteIndex ? 'text-in-note-column' : 'no-heading';
        this.problems.push({ code, heading: '', letter: letterOf(index), found: 'something written', expected: 'nothing' });
        continue;
      }
      const { heading, letter, leaf } = column;
      for (let path = heading; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) this.filled.add(path);
      const value = readCell(cell, leaf, sheet.date1904);
      if (value.ok) this.values.set(heading, value.value);
      else this.problems.push({ ...value.problem, heading, letter });
    }
  }

  /** Says all at once what the contract would say one by one. */
  requireFilled(): void {
    for (const { required, heading, letter, leaf } of this.columns) {
      if (required && !this.filled.has(heading)) this.problems.push({ code: 'missing-field', heading, letter, found: 'nothing', expected: leaf.expected });
    }
  }

  value(heading: string): Value | undefined {
    return this.values.get(heading);
  }

  isFilled(path: string): boolean {
    return this.filled.has(path);
  }

  /** Numbers for which there are columns, ascending. */
  numbersOf(list: string): readonly number[] {
    let numbers = this.numbers.get(list);
    if (numbers === undefined) {
      const prefix = `${list}.`;
      numbers = new Set(this.columns.filter(({ heading }) => heading.startsWith(prefix)).map(({ heading }) => Number(heading.slice(prefix.length).split('.', 1)[0])));
      this.numbers.set(list, numbers);
    }
    return [...numbers].sort((a, b) => a - b);
  }

  gap(list: string, number: number): void {
    const column = this.columns.find(({ heading }) => heading === `${list}.${number}` || heading.startsWith(`${list}.${number}.`));
    this.problems.push({ code: 'gap-in-list', heading: column?.heading ?? list, letter: column?.letter, found: `number ${number} without the one before it`, expected: `${list}.${number - 1} filled first` });
  }
}

const group = (cells: Cells, { fields, required }: Group, path: string): unknown => {
  // What is required stands there even when it is blank, so that the contract says what is missing in it.
  if (!required && !cells.isFilled(path)) return undefined;
  const entries = fields.map((field) => [field.name, valueAt(cells, field, path === '' ? field.name : `${path}.${field.name}`)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
};

const list = (cells: Cells, { item, required }: List, path: string): unknown => {
  const numbers = cells.numbersOf(path).filter((number) => cells.isFilled(`${path}.${number}`));
  const gap = numbers.find((number, index) => number !== index + 1);
  if (gap !== undefined) cells.gap(path, gap);
  return numbers.length > 0 || required ? numbers.map((number) => valueAt(cells, { ...item, required: true }, `${path}.${number}`)) : undefined;
};

const leaf = (cells: Cells, { nullable, required }: Leaf, path: string): unknown => cells.value(path) ?? (nullable && required ? null : undefined);

const valueAt = (cells: Cells, node: Node, path: string): unknown =>
  node.kind === 'leaf' ? leaf(cells, node, path) : node.kind === 'list' ? list(cells, node, path) : group(cells, node, path);

/** The data that a row says, or every cell of it that cannot be read. Whether it keeps to the contract is not looked at. */
export const rowData = (headed: HeadedSheet, row: SheetRow): RowData => {
  const cells = new Cells(headed.columns, row, headed);
  cells.requireFilled();
  const root: Group = { kind: 'group', name: '', required: true, meaning: '', fields: headed.template.nodes };
  const data = { ...givenData(headed.template), ...(group(cells, root, '') as object) };
  if (cells.problems.length > 0) return { ok: false, problems: cells.problems };
  const id = cells.value(ID_HEADING);
  return { ok: true, id: typeof id === 'string' ? id : undefined, data };
};
