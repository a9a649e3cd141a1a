import type { TopicReceipt } from '@netral/application';
import type { PublishLine } from './publish-line';
import { keyOf, type LineReceipt } from './receipts-file';

/** Messages that are on the topic and have no receipt yet. */
export class Awaited {
  private readonly lines = new Map<string, PublishLine[]>();
  private waiting = 0;
  /** Receipts that name no message: its id held something personal and may not be repeated. */
  private readonly nameless: TopicReceipt[] = [];
  private wake = (): void => undefined;
  /** When the last receipt of ours came, or the last message went. */
  lastMs: number;

  constructor(private readonly topic: string, private readonly now: () => number, private readonly onReceipt: (receipt: LineReceipt) => void) {
    this.lastMs = now();
  }

  /** Messages whose receipt did not come yet. */
  get count(): number {
    return Math.max(0, this.waiting - this.nameless.length);
  }

  expect(lines: readonly PublishLine[]): void {
    for (const line of lines) this.lines.set(keyOf(line), [...(this.lines.get(keyOf(line)) ?? []), line]);
    this.waiting += lines.length;
    this.lastMs = this.now();
  }

  /** Receipts of others pass by. Those of one message come in the order of its lines. */
  give(receipt: TopicReceipt): void {
    if (receipt.topic === this.topic && receipt.id === null) {
      this.nameless.push(receipt);
      return this.stir();
    }
    const [line, ...later] = receipt.topic === this.topic ? this.lines.get(keyOf(receipt)) ?? [] : [];
    if (line === undefined) return;
    if (later.length === 0) this.lines.delete(keyOf(line));
    else this.lines.set(keyOf(line), later);
    this.waiting -= 1;
    this.onReceipt({ line: line.number, ...receipt });
    this.stir();
  }

  /** When no other receipt is missing: those that name no message are of the lines that are left; of which, only where there is one. */
  concludeNameless(): void {
    const left = [...this.lines.values()].flat();
    if (this.nameless.length < left.length) return;
    for (const receipt of this.nameless.slice(0, left.length)) {
      const { source, id, number } = left.length === 1 ? left[0]! : { source: null, id: null, number: null };
      this.onReceipt({ line: number, ...receipt, source: receipt.source ?? source, id: receipt.id ?? id });
    }
  }

  private stir(): void {
    this.lastMs = this.now();
    this.wake();
  }

  /** Resolves when something came, or after so long. */
  async stirred(msMax: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, msMax);
    });
    clearTimeout(timer);
  }
}
