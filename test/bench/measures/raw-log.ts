import Database from 'better-sqlite3';

/** What a log holds of one event, as plain as SQLite can. */
export interface RawEvent {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: Buffer;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  readonly content_hash: string;
}

const COLUMNS = 'position, stream, revision, id, type, data, metadata, content_hash';
const TABLE = 'position INTEGER PRIMARY KEY, stream TEXT, revision INTEGER, id BLOB, type TEXT, data TEXT, metadata TEXT, content_hash TEXT';

/** The least that durable commits of these bytes take: one table, WAL, `synchronous=FULL`, one prepared insert. */
export class RawLog {
  private readonly db: Database.Database;
  private readonly write: (events: readonly RawEvent[]) => void;

  /** `indexed`: with the two unique indexes without which a log cannot tell a repeat or hold an expected revision. */
  constructor(file: string, indexed: boolean) {
    this.db = new Database(file);
    if (indexed) this.db.pragma('page_size = 8192');
    this.db.pragma('journal_mode = WAL');
    this.db.pragma('synchronous = FULL');
    this.db.pragma('wal_autocheckpoint = 4000');
    this.db.exec(`CREATE TABLE events (${TABLE}${indexed ? ', UNIQUE (stream, revision), UNIQUE (id)' : ''})`);
    const insert = this.db.prepare(`INSERT INTO events (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
    this.write = this.db.transaction((events: readonly RawEvent[]) => {
      for (const { position, stream, revision, id, type, data, metadata, content_hash } of events) insert.run(position, stream, revision, id, type, data, metadata, content_hash);
    });
  }

  commit(events: readonly RawEvent[]): void {
    this.write(events);
  }

  close(): void {
    this.db.close();
  }
}

/** Events of a log, and bytes of their data and metadata. */
export const measureSize = ({ log }: { readonly log: string }): { readonly events: number; readonly bytes: number } => {
  const db = new Database(log, { readonly: true });
  const found = db.prepare('SELECT count(*) AS events, sum(length(data) + length(metadata)) AS bytes FROM events').get() as { events: number; bytes: number };
  db.close();
  return found;
};

/** Reads from a log what a measure needs, beside whoever writes it. */
export class LogReader {
  private readonly db: Database.Database;
  private readonly page;

  constructor(file: string) {
    this.db = new Database(file, { readonly: true });
    this.page = this.db.prepare<[number, number], RawEvent>(`SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
  }

  after(position: number, limit: number): readonly RawEvent[] {
    return this.page.all(position, limit);
  }

  /** Whole streams, in log order: about so many events, of every kind there is. */
  sample(events: number): readonly RawEvent[] {
    const total = this.db.prepare('SELECT count(*) FROM events').pluck().get() as number;
    const every = Math.max(1, Math.round(total / events));
    const found: RawEvent[] = [];
    for (const event of this.db.prepare<[], RawEvent>(`SELECT ${COLUMNS} FROM events ORDER BY position`).iterate()) if (numberOf(event.stream) % every === 0) found.push(event);
    return found;
  }

  close(): void {
    this.db.close();
  }
}

const numberOf = (text: string): number => {
  let number = 7;
  for (let at = 0; at < text.length; at += 1) number = (Math.imul(number, 31) + text.charCodeAt(at)) >>> 0;
  return number;
};
