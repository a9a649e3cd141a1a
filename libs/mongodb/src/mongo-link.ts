import { type Db, MongoClient, type MongoClientOptions } from 'mongodb';
import { HeartbeatWatch } from './heartbeat-watch';

export interface MongoLinkOptions extends Pick<MongoClientOptions, 'ignoreUndefined' | 'maxPoolSize'> {
  /** `mongodb://` or `mongodb+srv://`, with the name of the database. */
  readonly address: string;
  /** By what name the server's own log knows us. */
  readonly appName: string;
  /** Milliseconds that one call may take. */
  readonly timeoutMs: number;
}

/** Between two looks at a server that does not tell changes by itself. */
const HEARTBEAT_MS = 5_000;
const SLACK_MS = 1_000;

/**
 * A MongoDB database, connected at the first call, and again by itself after the connection was lost. What the stores' promises rest on is
 * not left to the address: a write counts once a majority has it in its journal, and reads see nothing less.
 */
export class MongoLink {
  private current: { readonly client: MongoClient; readonly watch: HeartbeatWatch };
  private readonly retired = new Set<MongoClient>();

  /** @throws what the driver says of an address or an option that cannot be used; it may hold a password */
  constructor(private readonly options: MongoLinkOptions) {
    this.current = this.connected();
  }

  /** To be asked for anew for each call: a client that finds no server any more is replaced. */
  get db(): Db {
    if (this.current.watch.stopped) this.replace();
    return this.current.client.db();
  }

  /** Hosts, as the driver understands the address: to be shown. */
  get hosts(): string {
    const { srvHost, hosts } = this.current.client.options;
    return srvHost ?? hosts.map(String).join(', ');
  }

  async close(): Promise<void> {
    const clients = [this.current.client, ...this.retired];
    this.retired.clear();
    await Promise.all(clients.map((client) => client.close()));
  }

  private connected(): { readonly client: MongoClient; readonly watch: HeartbeatWatch } {
    const { address, timeoutMs, ...others } = this.options;
    const client = new MongoClient(address, {
      ...others,
      serverSelectionTimeoutMS: timeoutMs, connectTimeoutMS: timeoutMs, socketTimeoutMS: timeoutMs, waitQueueTimeoutMS: timeoutMs, heartbeatFrequencyMS: HEARTBEAT_MS,
      writeConcern: { w: 'majority', journal: true, wtimeoutMS: timeoutMs }, readConcern: { level: 'majority' }, readPreference: 'primary', promoteBuffers: true,
    });
    return { client, watch: new HeartbeatWatch(client, this.lookMsMax) };
  }

  /** A look connects, shakes hands and may be held open by the server until its next one is due. */
  private get lookMsMax(): number {
    return 2 * this.options.timeoutMs + HEARTBEAT_MS + SLACK_MS;
  }

  /** Calls under way still end over the old one. */
  private replace(): void {
    const { client } = this.current;
    this.current = this.connected();
    this.retired.add(client);
    setTimeout(() => {
      if (this.retired.delete(client)) void client.close().catch(() => undefined);
    }, this.lookMsMax).unref();
  }
}

/** Host and database of an address, without user, password and options: to be shown. */
export const shownAddress = (address: string): string => address.replace(/^mongodb(\+srv)?:\/\//, '').replace(/^.*@/, '').replace(/\?.*$/s, '');
