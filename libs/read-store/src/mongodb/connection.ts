import { MongoLink } from '@netral/mongodb';
import type { Db } from 'mongodb';
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
  /** Hosts without user, password or options: to be shown. */
  readonly place: string;
  private readonly link: MongoLink;
  private closed = false;

  /** @throws ReadStoreError `misconfigured` */
  constructor(private readonly options: ConnectionOptions) {
    this.link = linkTo(options);
    this.place = this.link.hosts;
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
      return await Promise.race([work(this.link.db), late]);
    } catch (error) {
      if (this.closed) throw new ReadStoreError('closed', 'the read store is closed');
      throw mongoStoreError(error, this.place);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.link.close();
  }
}

const linkTo = (options: ConnectionOptions): MongoLink => {
  try {
    return new MongoLink({ address: options.address, timeoutMs: options.timeoutMs, appName: 'netral', maxPoolSize: CONNECTIONS_MAX });
  } catch {
    // The driver's own words may hold the address, password and all.
    throw new ReadStoreError('misconfigured', 'address of MongoDB: it, or an option of it, cannot be used');
  }
};
