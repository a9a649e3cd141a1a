import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { TopicReceipt } from '@netral/application';

/** A receipt, and the line of the file that it is for; null where that cannot be told. */
export type LineReceipt = { readonly line: number | null } & TopicReceipt;

export const keyOf = ({ source, id }: { readonly source: string | null; readonly id: string | null }): string => `${source ?? ''}\n${id ?? ''}`;

/**
 * What an agency keeps of a publishing: one receipt a line, beside the file. It proves what was handed over and when, and it is where a
 * publishing that was broken off goes on.
 */
export class ReceiptsFile {
  private readonly file: number;
  /** How many receipts there are already, by message. */
  private readonly held = new Map<string, number>();
  readonly earlier: readonly LineReceipt[];

  /** @throws SyntaxError when it holds anything but receipts */
  constructor(path: string) {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    // A last line that was cut is none: its message gets the receipt of a duplicate.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    this.earlier = whole.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as LineReceipt);
    for (const receipt of this.earlier) this.held.set(keyOf(receipt), (this.held.get(keyOf(receipt)) ?? 0) + 1);
    if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
    this.file = openSync(path, 'a', 0o600);
  }

  /** Whether a receipt of this message is held that was not taken yet. */
  take(message: { readonly source: string; readonly id: string }): boolean {
    const left = this.held.get(keyOf(message)) ?? 0;
    if (left > 0) this.held.set(keyOf(message), left - 1);
    return left > 0;
  }

  keep(receipt: LineReceipt): void {
    writeSync(this.file, `${JSON.stringify(receipt)}\n`);
  }

  close(): void {
    fsyncSync(this.file);
    closeSync(this.file);
  }
}
