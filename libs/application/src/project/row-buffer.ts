import type { FactValues, TableSchema } from '@netral/projections';
import type { RowChunk, TextCodes } from '@netral/read-store';

interface TextBuffer { readonly name: string; readonly codes: number[]; readonly codeOf: Map<string, number> }

/** Rows of one table that a batch of events adds, as columns. */
export class RowBuffer {
  private from: number[] = [];
  private doc: number[] = [];
  private slot: number[] = [];
  private present: number[] = [];
  private readonly ints: { readonly name: string; values: number[] }[];
  private readonly texts: TextBuffer[];

  constructor(schema: TableSchema, private firstRow: number) {
    const named = (kind: string) => Object.keys(schema).filter((name) => schema[name] === kind);
    this.ints = named('int').map((name) => ({ name, values: [] }));
    this.texts = named('text').map((name) => ({ name, codes: [], codeOf: new Map() }));
  }

  /** One row; without values it says that the slot has none from here on. */
  add(from: number, doc: number, slot: number, values: FactValues | undefined): void {
    this.from.push(from);
    this.doc.push(doc);
    this.slot.push(slot);
    this.present.push(values === undefined ? 0 : 1);
    for (const column of this.ints) column.values.push(values === undefined ? 0 : (values[column.name] as number));
    for (const { name, codes, codeOf } of this.texts) codes.push(codeIn(codeOf, values === undefined ? '' : (values[name] as string)));
  }

  /** What was added since the last call, as the chunk that follows it; undefined when that is nothing. */
  take(): RowChunk | undefined {
    const length = this.from.length;
    if (length === 0) return undefined;
    const chunk: RowChunk = {
      firstRow: this.firstRow, length,
      from: Int32Array.from(this.from), doc: Int32Array.from(this.doc), slot: Int32Array.from(this.slot), present: Uint8Array.from(this.present),
      ints: Object.fromEntries(this.ints.map(({ name, values }) => [name, Int32Array.from(values)])),
      texts: Object.fromEntries(this.texts.map(({ name, codes, codeOf }): [string, TextCodes] => [name, { values: [...codeOf.keys()], codes: Int32Array.from(codes) }])),
    };
    this.firstRow += length;
    this.empty();
    return chunk;
  }

  private empty(): void {
    [this.from, this.doc, this.slot, this.present] = [[], [], [], []];
    for (const column of this.ints) column.values = [];
    for (const column of this.texts) {
      column.codes.length = 0;
      column.codeOf.clear();
    }
  }
}

const codeIn = (codeOf: Map<string, number>, text: string): number => {
  const known = codeOf.get(text);
  if (known !== undefined) return known;
  codeOf.set(text, codeOf.size);
  return codeOf.size - 1;
};
