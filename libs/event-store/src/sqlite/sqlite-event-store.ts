import { basename, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { Bell } from '../bell';
import {
  type Appended, type EventStore, type ExpectedRevision, type Location, type NewEvent, type Position, type RecordedEvent,
  StoreUnavailableError, type StreamAppend, type StreamReadOptions,
} from '../event-store';
import { follow, type FollowOptions, readAll, readStream } from '../paged-log';
import { only } from '../settle';
import { guarded } from './guarded-log';
import { LogStatements } from './log-statements';
import { LogWriter } from './log-writer';
import { openLog } from './open-log';
import { appendFailed, unavailable } from './store-errors';
import { takeWriterLock } from './writer-lock';

export interface SqliteEventStoreOptions {
  readonly file: string;
  /** Reads beside the writer, in this process or another; appends are refused. The file must be there. */
  readonly readOnly?: boolean;
  /** How often a subscription looks for appends by other processes; appends of this process are seen at once. */
  readonly pollMs?: number;
  /** Largest size of the log in bytes; beyond it appends are refused as on a full disk. */
  readonly bytesMax?: number;
}

const POLL_MS = 200;
/** How long a reader may hold up the end; what it holds up is housekeeping only. */
const CLOSE_WAIT_MS = 100;
/** One bell a file: readers opened in the writer's process hear its appends at once. */
const bells = new Map<string, Bell>();

/**
 * The log in one SQLite file, in WAL mode with `synchronous=FULL`: what was acknowledged is on disk. One writer at a time, any
 * number of readers beside it.
 */
export class SqliteEventStore implements EventStore {
  private readonly file: string;
  private readonly readOnly: boolean;
  private readonly pollMs: number;
  private readonly release: () => void;
  private readonly db: Database.Database;
  private readonly statements: LogStatements;
  private readonly writer: LogWriter;
  private readonly paged;
  private readonly bell: Bell;
  private readonly writeBatch: (appends: readonly StreamAppend[]) => readonly PromiseSettledResult<Appended>[];

  /** @throws StoreUnavailableError, with one clear line: `locked`, `read-only`, `disk-full`, `corrupt`, `unreachable` */
  constructor({ file, readOnly = false, pollMs = POLL_MS, bytesMax }: SqliteEventStoreOptions) {
    this.file = resolve(file);
    this.readOnly = readOnly;
    this.pollMs = pollMs;
    let release = (): void => undefined;
    try {
      if (!readOnly) release = takeWriterLock(this.file);
      this.db = openLog({ file: this.file, readOnly, bytesMax });
    } catch (error) {
      release();
      throw unavailable(error, this.file);
    }
    this.release = release;
    this.statements = new LogStatements(this.db);
    this.paged = guarded(this.statements, () => this.assertOpen(), this.file);
    this.writer = new LogWriter(this.statements);
    const transaction = this.db.transaction((appends: readonly StreamAppend[]) => this.writer.write(appends));
    this.writeBatch = (appends) => transaction.immediate(appends);
    this.bell = bells.get(this.file) ?? new Bell();
    bells.set(this.file, this.bell);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return only(await this.appendMany([{ stream, expected, events }]));
  }

  async appendMany(appends: readonly StreamAppend[]): Promise<readonly PromiseSettledResult<Appended>[]> {
    if (appends.length === 0) return [];
    try {
      this.assertWritable();
      const results = this.writeBatch(appends);
      this.bell.ring();
      return results;
    } catch (error) {
      this.writer.forget();
      return appends.map(({ stream }) => ({ status: 'rejected', reason: appendFailed(error, this.file, stream) }));
    }
  }

  async lastRevision(stream: string): Promise<ExpectedRevision> {
    return this.paged.lastRevision(stream);
  }

  async locate(ids: readonly string[]): Promise<ReadonlyMap<string, Location>> {
    return new Map(this.paged.locations(ids).map((found) => [found.id, found]));
  }

  readStream(stream: string, options?: StreamReadOptions): AsyncIterable<RecordedEvent> {
    return readStream(this.paged, stream, options);
  }

  readAll(after: Position, options?: { readonly limit?: number }): AsyncIterable<RecordedEvent> {
    return readAll(this.paged, after, options);
  }

  subscribe(after: Position, options: FollowOptions): AsyncIterable<readonly RecordedEvent[]> {
    return follow(this.paged, after, options, this.bell, this.pollMs);
  }

  async head(): Promise<Position> {
    return this.paged.head();
  }

  async close(): Promise<void> {
    if (!this.db.open) return;
    try {
      this.db.pragma(`busy_timeout = ${CLOSE_WAIT_MS}`);
      if (!this.readOnly) this.db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // A reader or a full disk is in the way: what was acknowledged stands in the log-ahead file, and the next start reads it from there.
    }
    this.db.close();
    this.release();
    this.bell.ring();
  }

  private assertOpen(): void {
    if (!this.db.open) throw new StoreUnavailableError('closed', `${basename(this.file)} is closed`);
  }

  private assertWritable(): void {
    this.assertOpen();
    if (this.readOnly) throw new StoreUnavailableError('read-only', `${basename(this.file)} was opened to read only`);
  }
}
