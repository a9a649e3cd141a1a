import { setTimeout as pause } from 'node:timers/promises';
import { NO_POSITION, type Position, StoreUnavailableError } from '../../event-store';
import type { Claim } from './claim-table';
import type { EventIndex, ExpectedEnd, IndexCheckpoint, IndexEntry, StreamAlarm } from './event-index';
import { connectIndex, duplicatesIn, type EventDocument, type IndexDatabase, inOurWords, isDuplicate } from './index-database';
import { MongodbClaims } from './mongodb-claims';

export interface MongodbIndexOptions {
  /** `mongodb://…` with the name of a database. */
  readonly address: string;
  /** Documents in one write. */
  readonly batchMax: number;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** Keys asked for in one question. */
const KEYS_AT_ONCE = 5_000;
/** How long to wait until what another process has just entered is known to a majority. */
const CONFIRMED_MS = 10;

/**
 * The index in a MongoDB database, shared by any number of processes. An entry is inserted and hardly ever changed: it is confirmed when
 * the checkpoint has passed its position.
 */
export class MongodbEventIndex implements EventIndex {
  private readonly db: IndexDatabase;
  private readonly table: MongodbClaims;
  private ready: Promise<void> | undefined;

  /** @throws StoreUnavailableError `misconfigured` */
  constructor(private readonly options: MongodbIndexOptions, connect = connectIndex) {
    this.db = connect(options.address, options.timeoutMs);
    this.table = new MongodbClaims(this.db, options.batchMax);
  }

  checkpoint(): Promise<IndexCheckpoint | undefined> {
    return this.ask(async () => {
      const found = await this.db.places.findOne({ _id: 'checkpoint' });
      return found === null ? undefined : { position: found.position, id: found.id };
    });
  }

  locate(ids: readonly string[]): Promise<ReadonlyMap<string, IndexEntry>> {
    return this.ask(async () => new Map((await this.standing(ids)).map((found) => [found._id, entryOf(found)])));
  }

  lastRevisions(ends: readonly ExpectedEnd[]): Promise<ReadonlyMap<string, bigint>> {
    return this.ask(async () => {
      const places = ends.flatMap(({ stream, expected }) => (expected === 'no-stream' ? [placeOf(stream, 0n)] : [placeOf(stream, expected), placeOf(stream, expected + 1n)]));
      const found = new Map<string, bigint>();
      for (const some of chunks([...new Set(places)], KEYS_AT_ONCE)) {
        const documents = await this.db.events.find({ place: { $in: some } }, { projection: { _id: 0, stream: 1, revision: 1 }, batchSize: KEYS_AT_ONCE }).toArray();
        for (const { stream, revision } of documents) if (BigInt(revision) >= (found.get(stream) ?? 0n)) found.set(stream, BigInt(revision));
      }
      return found;
    });
  }

  record(entries: readonly IndexEntry[]): Promise<void> {
    return this.ask(() => this.enter(entries));
  }

  confirm(entries: readonly IndexEntry[], { position, id }: IndexCheckpoint): Promise<void> {
    return this.ask(async () => {
      await this.enter(entries);
      await this.db.places.updateOne({ _id: 'checkpoint', position: { $lt: position } }, { $set: { position, id } }, { upsert: true })
        .catch((error: unknown) => {
          // Another process has come further.
          if (!isDuplicate(error)) throw error;
        });
    });
  }

  doubtful(): Promise<readonly string[]> {
    return this.ask(async () => {
      const after = (await this.db.places.findOne({ _id: 'checkpoint' }))?.position ?? NO_POSITION;
      const found = await this.db.events.find({ $or: [{ position: { $gt: after } }, { position: null }] }, { projection: { _id: 1 }, batchSize: KEYS_AT_ONCE }).toArray();
      return found.map(({ _id }) => _id);
    });
  }

  forget(ids: readonly string[]): Promise<void> {
    return this.ask(async () => {
      for (const some of chunks(ids, KEYS_AT_ONCE)) await this.db.events.deleteMany({ _id: { $in: some } });
    });
  }

  /** The checkpoint last: as long as it stands, whoever opens the index sees again that the log is another one. */
  clear(): Promise<void> {
    return this.ask(async () => {
      await this.db.claims.deleteMany({});
      await this.db.events.deleteMany({});
      await this.db.alarms.deleteMany({});
      await this.db.places.deleteMany({});
    });
  }

  raise({ stream, kind, position }: StreamAlarm): Promise<void> {
    return this.ask(async () => {
      await this.db.alarms.insertOne({ _id: `${kind} ${stream}`, stream, kind, position }).catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
      });
    });
  }

  alarms(): Promise<readonly StreamAlarm[]> {
    return this.ask(async () => {
      const found = await this.db.alarms.find({}, { projection: { _id: 0 } }).toArray();
      return found.map(({ stream, kind, position }) => ({ stream, kind, position })).toSorted((a, b) => (a.position + a.stream < b.position + b.stream ? -1 : 1));
    });
  }

  watched(): Promise<Position> {
    return this.ask(async () => (await this.db.places.findOne({ _id: 'watched' }))?.position ?? NO_POSITION);
  }

  setWatched(position: Position): Promise<void> {
    return this.ask(async () => void (await this.db.places.replaceOne({ _id: 'watched' }, { position, id: '' }, { upsert: true })));
  }

  claim(claims: readonly Claim[]): Promise<number> {
    return this.ask(() => this.table.claim(claims));
  }

  claimed(ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
    return this.ask(() => this.table.claimed(ids));
  }

  claims(limit: number): Promise<readonly Claim[]> {
    return this.ask(() => this.table.claims(limit));
  }

  inherit(ids: readonly string[], from: string, to: string): Promise<void> {
    return this.ask(() => this.table.inherit(ids, from, to));
  }

  release(ids: readonly string[], owner: string): Promise<void> {
    return this.ask(() => this.table.release(ids, owner));
  }

  async close(): Promise<void> {
    await this.db.close();
  }

  /** Inserts what is not there, and fills in positions that were not known. Another place of an id that stands changes nothing. */
  private async enter(entries: readonly IndexEntry[]): Promise<void> {
    const byId = new Map(entries.toReversed().map((entry) => [entry.id, entry]));
    const until = Date.now() + this.options.timeoutMs;
    for (let left = [...byId.values()]; left.length > 0; ) {
      const standing = new Map((await this.standing(left.map(({ id }) => id))).map((found) => [found._id, found]));
      await this.fillPositions(left.filter((entry) => lacksPosition(standing.get(entry.id), entry)));
      left = await this.insert(left.filter(({ id }) => !standing.has(id)));
      if (left.length > 0 && Date.now() > until) throw new StoreUnavailableError('unreachable', `index of message ids at ${this.db.name}: what another process entered was not confirmed in time`);
      if (left.length > 0) await pause(CONFIRMED_MS);
    }
  }

  /** @returns those that another process entered at the same moment */
  private async insert(entries: readonly IndexEntry[]): Promise<IndexEntry[]> {
    const taken: IndexEntry[] = [];
    for (const batch of chunks(entries, this.options.batchMax)) {
      try {
        await this.db.events.insertMany(batch.map(documentOf), { ordered: false });
      } catch (error) {
        taken.push(...duplicatesIn(error).map((index) => batch[index] as IndexEntry));
      }
    }
    return taken;
  }

  private async fillPositions(entries: readonly IndexEntry[]): Promise<void> {
    for (const batch of chunks(entries, this.options.batchMax)) {
      const writes = batch.map(({ id, position }) => ({ updateOne: { filter: { _id: id }, update: { $set: { position: position ?? null } } } }));
      await this.db.events.bulkWrite(writes, { ordered: false });
    }
  }

  private async standing(ids: readonly string[]): Promise<EventDocument[]> {
    const found: EventDocument[] = [];
    for (const some of chunks(ids, KEYS_AT_ONCE)) found.push(...await this.db.events.find({ _id: { $in: some } }, { batchSize: KEYS_AT_ONCE }).toArray());
    return found;
  }

  private async ask<T>(work: () => Promise<T>): Promise<T> {
    try {
      this.ready ??= this.createIndexes().catch((error: unknown) => {
        this.ready = undefined;
        throw error;
      });
      await this.ready;
      return await work();
    } catch (error) {
      throw inOurWords(error, this.db.name);
    }
  }

  /** One after another, and only plain ones: every server with this protocol can make them again and again. */
  private async createIndexes(): Promise<void> {
    await this.db.events.createIndex({ place: 1 });
    await this.db.events.createIndex({ position: 1 });
  }
}

const placeOf = (stream: string, revision: bigint): string => `${stream}@${revision}`;
const documentOf = ({ id, stream, revision, position, contentHash, metadata }: IndexEntry): EventDocument =>
  ({ _id: id, stream, revision: Number(revision), place: placeOf(stream, revision), position: position ?? null, contentHash, metadata });
const entryOf = ({ _id, stream, revision, position, contentHash, metadata }: EventDocument): IndexEntry =>
  ({ id: _id, stream, revision: BigInt(revision), position: position ?? undefined, contentHash, metadata });
const lacksPosition = (standing: EventDocument | undefined, { stream, revision, position }: IndexEntry): boolean =>
  standing !== undefined && standing.position === null && position !== undefined && standing.place === placeOf(stream, revision);
const chunks = <T>(all: readonly T[], max: number): T[][] => Array.from({ length: Math.ceil(all.length / max) }, (_, index) => all.slice(index * max, (index + 1) * max));
