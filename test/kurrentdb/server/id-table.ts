import type { LogRecord } from './record';

const MAX_BYTES = 8 * 1024 * 1024;
const roundedTo8 = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/**
 * Which stream and revision an event id has, as far as memory reaches: the first stream to use an id keeps it, the oldest ids go first,
 * and a restart forgets all.
 */
export class IdTable {
  private readonly byId = new Map<string, LogRecord>();
  private bytes = 0;

  constructor(private readonly maxBytes = MAX_BYTES) {}

  of(id: string): LogRecord | undefined {
    return this.byId.get(id);
  }

  remember(record: LogRecord): void {
    if (this.byId.has(record.id)) return;
    this.byId.set(record.id, record);
    this.bytes += this.charge(record);
    for (const [id, oldest] of this.byId) {
      if (this.bytes <= this.maxBytes) break;
      this.byId.delete(id);
      this.bytes -= this.charge(oldest);
    }
  }

  forget(): void {
    this.byId.clear();
    this.bytes = 0;
  }

  private charge(record: LogRecord): number {
    return 28 + roundedTo8(21 + 2 * record.stream.length);
  }
}
