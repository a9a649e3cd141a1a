import { NEVER, type TableSchema } from '@netral/projections';
import { grown, widened, type NarrowInts } from './growing';
import { LastRowIndex } from './last-row-index';
import type { ColumnChunk } from './row-chunk';
import { GrowingTextColumn, type TextColumn } from './text-column';

/**
 * One table of facts in memory, appended in log order and never rewritten. All columns are typed arrays that may be
 * longer than the table: read them up to `length`, and take them anew after an append.
 */
export class ColumnTable {
  length = 0;
  /** Ordinal of the event that made the row. */
  from = new Int32Array(0);
  /** Ordinal at which the next row of the same (doc, slot) begins; 2147483647 when there is none. */
  until = new Int32Array(0);
  doc = new Int32Array(0);
  slot: NarrowInts = new Uint8Array(0);
  present = new Uint8Array(0);
  /** One more than the greatest document number held. */
  docs = 0;
  private readonly ints = new Map<string, Int32Array<ArrayBuffer>>();
  private readonly texts = new Map<string, GrowingTextColumn>();
  private readonly lastRows = new LastRowIndex();

  constructor(readonly schema: TableSchema) {
    for (const [name, kind] of Object.entries(schema)) {
      if (kind === 'int') this.ints.set(name, new Int32Array(0));
      else this.texts.set(name, new GrowingTextColumn());
    }
  }

  /** Makes room for so many rows at once: who knows how many there will be copies nothing. */
  reserve(rows: number): void {
    [this.from, this.until, this.doc, this.slot] = [grown(this.from, rows), grown(this.until, rows), grown(this.doc, rows), grown(this.slot, rows)];
    this.present = grown(this.present, rows);
    for (const [name, column] of this.ints) this.ints.set(name, grown(column, rows));
    for (const column of this.texts.values()) column.reserve(rows);
  }

  /** Appends the rows that follow. Throws RangeError when the chunk is not the next, TypeError when it lacks a column. */
  append(chunk: ColumnChunk): void {
    if (chunk.firstRow !== this.length) throw new RangeError(`firstRow: found ${chunk.firstRow}, expected ${this.length}`);
    for (const name of Object.keys(this.schema)) {
      if (chunk.ints[name] === undefined && chunk.texts[name] === undefined) throw new TypeError(`column ${name}: found none`);
    }
    const needed = this.length + chunk.length;
    this.from = this.copied(this.from, chunk.from, chunk.length);
    this.doc = this.copied(this.doc, chunk.doc, chunk.length);
    const slots = chunk.slot.subarray(0, chunk.length);
    this.slot = widened(grown(this.slot, needed), slots.reduce((greatest, slot) => Math.max(greatest, slot), 0));
    this.slot.set(slots, this.length);
    this.present = grown(this.present, needed);
    this.present.set(chunk.present.subarray(0, chunk.length), this.length);
    this.until = grown(this.until, needed);
    for (const [name, column] of this.ints) this.ints.set(name, this.copied(column, chunk.ints[name]!, chunk.length));
    for (const [name, column] of this.texts) column.append(this.length, chunk.length, chunk.texts[name]!.values, chunk.texts[name]!.codes);
    for (let row = this.length; row < needed; row += 1) this.open(row);
    this.length = needed;
  }

  /** Whether the row holds at an ordinal: begun, not yet followed by another, and not a removal. */
  visible(row: number, ordinal: number): boolean {
    return this.from[row]! <= ordinal && this.until[row]! > ordinal && this.present[row] === 1;
  }

  /** How many rows begin at or before an ordinal: they stand first, since rows are appended in log order. */
  begun(ordinal: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.from[middle]! <= ordinal) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Column of integers. Throws RangeError for a column the schema does not have. */
  int(name: string): Int32Array {
    return found(this.ints.get(name), name);
  }

  /** Column of texts. Throws RangeError for a column the schema does not have. */
  text(name: string): TextColumn {
    return found(this.texts.get(name), name);
  }

  private open(row: number): void {
    this.until[row] = NEVER;
    this.docs = Math.max(this.docs, this.doc[row]! + 1);
    const before = this.lastRows.replace(row, this.doc, this.slot);
    if (before >= 0) this.until[before] = this.from[row]!;
  }

  private copied(column: Int32Array<ArrayBuffer>, added: Int32Array, length: number): Int32Array<ArrayBuffer> {
    const larger = grown(column, this.length + length);
    larger.set(added.subarray(0, length), this.length);
    return larger;
  }
}

const found = <C>(column: C | undefined, name: string): C => {
  if (column === undefined) throw new RangeError(`column ${name}: not in the schema`);
  return column;
};
