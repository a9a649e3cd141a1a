import { grown, widened, type NarrowInts } from './growing';

/** A column of texts: one small integer a row into one dictionary for the whole table. */
export interface TextColumn {
  /** One code a row; the array may be longer than the table. */
  readonly codes: NarrowInts;
  /** Text of each code, in order of first appearance. */
  readonly values: readonly string[];
  /** Code of a text, -1 when no row ever held it. */
  codeOf(text: string): number;
}

export class GrowingTextColumn implements TextColumn {
  codes: NarrowInts = new Uint8Array(0);
  readonly values: string[] = [];
  private readonly codeByText = new Map<string, number>();

  codeOf(text: string): number {
    return this.codeByText.get(text) ?? -1;
  }

  reserve(rows: number): void {
    this.codes = grown(this.codes, rows);
  }

  /** Appends `length` rows at `row`, giving the chunk's own codes those of this dictionary. @throws RangeError for a code that is none of the chunk's */
  append(row: number, length: number, values: readonly string[], codes: Int32Array): void {
    const translated = Int32Array.from(values, (text) => this.intern(text));
    this.codes = widened(grown(this.codes, row + length), this.values.length - 1);
    for (let index = 0; index < length; index += 1) {
      const code = translated[codes[index]!];
      if (code === undefined) throw new RangeError(`code of a text: found ${codes[index]}, expected 0 to ${values.length - 1}`);
      this.codes[row + index] = code;
    }
  }

  private intern(text: string): number {
    const known = this.codeByText.get(text);
    if (known !== undefined) return known;
    this.codeByText.set(text, this.values.length);
    this.values.push(text);
    return this.values.length - 1;
  }
}
