import type Database from 'better-sqlite3';
import { type ExpectedRevision, type Location, type NewEvent, type Position, type RecordedEvent } from '../event-store';
import { type StandingLog } from '../judge-append';
import { type PagedLog } from '../paged-log';
import { offsetOf, positionOf } from '../position';

type EventRow = [position: number, stream: string, revision: number, id: string, type: string, data: string, metadata: string, contentHash: string];
type LocationRow = [id: string, stream: string, revision: number, position: number, contentHash: string, metadata: string];

const EVENT = 'position, stream, revision, lower(hex(id)), type, data, metadata, content_hash';
const LOCATION = 'lower(hex(id)), stream, revision, position, content_hash, metadata';
/** Largest integer of SQLite: a position or revision past it is past every event. */
const INTEGER_MAX = 9_223_372_036_854_775_807n;

/** Every statement of the log, prepared once a connection. Synchronous; errors are SQLite's. */
export class LogStatements implements PagedLog, StandingLog {
  private readonly selectHead;
  private readonly selectLast;
  private readonly selectStanding;
  private readonly selectLocations;
  private readonly selectPage;
  private readonly selectForwards;
  private readonly selectBackwards;
  private readonly insertEvent;
  private readonly insertNew;

  constructor(db: Database.Database) {
    this.selectHead = db.prepare<[], number>('SELECT position FROM events ORDER BY position DESC LIMIT 1').pluck();
    this.selectLast = db.prepare<[string], number>('SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1').pluck();
    this.selectStanding = db.prepare<[string], LocationRow>(`SELECT ${LOCATION} FROM events WHERE id = unhex(?, '-')`).raw();
    this.selectLocations = db.prepare<[string], LocationRow>(`SELECT ${LOCATION} FROM events WHERE id IN (SELECT unhex(value, '-') FROM json_each(?))`).raw();
    this.selectPage = db.prepare<[bigint, bigint, number], EventRow>(
      `SELECT ${EVENT} FROM events WHERE position > ? AND position <= ? ORDER BY position LIMIT ?`).raw();
    this.selectForwards = db.prepare<[string, bigint, bigint, number], EventRow>(
      `SELECT ${EVENT} FROM events WHERE stream = ? AND revision >= ? AND revision <= ? ORDER BY revision LIMIT ?`).raw();
    this.selectBackwards = db.prepare<[string, bigint, bigint, number], EventRow>(
      `SELECT ${EVENT} FROM events WHERE stream = ? AND revision <= ? AND revision >= ? ORDER BY revision DESC LIMIT ?`).raw();
    const insert = `INSERT INTO events (position, stream, revision, id, type, data, metadata, content_hash) VALUES (?, ?, ?, unhex(?, '-'), ?, ?, ?, ?)`;
    this.insertEvent = db.prepare<EventRow>(insert);
    this.insertNew = db.prepare<EventRow>(`${insert} ON CONFLICT (id) DO NOTHING`);
  }

  headOffset(): number {
    return this.selectHead.get() ?? 0;
  }

  head(): Position {
    return positionOf(this.headOffset());
  }

  lastRevision(stream: string): ExpectedRevision {
    const revision = this.selectLast.get(stream);
    return revision === undefined ? 'no-stream' : BigInt(revision);
  }

  standing(id: string): Location | undefined {
    const row = this.selectStanding.get(id);
    return row === undefined ? undefined : locationOf(row);
  }

  locations(ids: readonly string[]): readonly Location[] {
    return this.selectLocations.all(JSON.stringify(ids)).map(locationOf);
  }

  page(after: Position, until: Position | undefined, limit: number): readonly RecordedEvent[] {
    const to = until === undefined ? INTEGER_MAX : bounded(offsetOf(until));
    return this.selectPage.all(bounded(offsetOf(after)), to, limit).map(eventOf);
  }

  streamPage(stream: string, from: bigint, to: bigint, limit: number): readonly RecordedEvent[] {
    const select = to < from ? this.selectBackwards : this.selectForwards;
    return select.all(stream, bounded(from), bounded(to), limit).map(eventOf);
  }

  insert(offset: number, stream: string, revision: number, { id, type, data, metadata, contentHash }: NewEvent): void {
    this.insertEvent.run(offset, stream, revision, id, type, data, metadata, contentHash);
  }

  /** Whether it was inserted: not if its id stands in the log already. */
  insertIfNew(offset: number, stream: string, revision: number, { id, type, data, metadata, contentHash }: NewEvent): boolean {
    return this.insertNew.run(offset, stream, revision, id, type, data, metadata, contentHash).changes === 1;
  }
}

const bounded = (value: bigint): bigint => (value > INTEGER_MAX ? INTEGER_MAX : value);

const eventOf = ([position, stream, revision, id, type, data, metadata, contentHash]: EventRow): RecordedEvent =>
  ({ id: uuidOf(id), type, data, metadata, contentHash, stream, revision: BigInt(revision), position: positionOf(position) });

const locationOf = ([id, stream, revision, position, contentHash, metadata]: LocationRow): Location =>
  ({ id: uuidOf(id), stream, revision: BigInt(revision), position: positionOf(position), contentHash, metadata });

const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
