import { type Db, MongoClient } from 'mongodb';
import { ReadStoreError } from '../read-store';
import { mongoStoreError } from './store-errors';

export interface ConnectionOptions {
  /** `mongodb://` or `mongodb+srv://`, with the name of the database. */
  readonly address: string;
  /** Milliseconds that one call may take. */
  readonly timeoutMs: number;
}

const CONNECTIONS_MAX = 10;

/** A connection that is made at the first call, and again by itself after it was lost. No call lasts longer than its time. */
export class MongoConnection {
  readonly db: Db;
  /** Hosts without user, password or options: to be shown. */
  readonly place: string;
  private readonly client: MongoClient;
  private closed = false;

  /** @throws ReadStoreError `misconfigured` */
  constructor(private readonly options: ConnectionOptions) {
    this.client = clientOf(options);
    const { hosts, srvHost } = this.client.options;
    this.place = srvHost ?? hosts.map(String).join(', ');
    this.db = this.client.db();
  }

  /**
   * One call to the server.
   * @throws ReadStoreError, and what the work itself throws
   */
  async call<T>(work: (db: Db) => Promise<T>): Promise<T> {
    if (this.closed) throw new ReadStoreError('closed', 'the read store is closed');
    const { timeoutMs } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new ReadStoreError('unreachable', `MongoDB (${this.place}): no answer within ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      return await Promise.race([work(this.db), late]);
    } catch (error) {
      if (this.closed) throw new ReadStoreError('closed', 'the read store is closed');
      throw mongoStoreError(error, this.place);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client.close();
  }
}

// What the promises rest on is not left to the address: a write counts once a majority has it in its journal, and reads see nothing less.
const clientOf = ({ address, timeoutMs }: ConnectionOptions): MongoClient => {
  try {
    return new MongoClient(address, {
      appName: 'netral', maxPoolSize: CONNECTIONS_MAX, promoteBuffers: true, readPreference: 'primary', readConcern: { level: 'majority' },
      writeConcern: { w: 'majority', journal: true, wtimeoutMS: timeoutMs },
      serverSelectionTimeoutMS: timeoutMs, connectTimeoutMS: timeoutMs, socketTimeoutMS: timeoutMs, waitQueueTimeoutMS: timeoutMs,
    });
  } catch {
    // The driver's own words may hold the address, password and all.
    throw new ReadStoreError('misconfigured', 'address of MongoDB: it, or an option of it, cannot be used');
  }
};
