import { EventStoreDBClient } from '@eventstore/db-client';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import { StoreUnavailableError } from '../../event-store';
import type { KurrentAddress } from '../address';
import { unavailable } from './failures';

type ReadParameters = Parameters<StreamsClient['read']>;
type Arguments = [metadata: NonNullable<ReadParameters[1]>, options: NonNullable<ReadParameters[2]>];
type GrpcClient = StreamsClient | ServerFeaturesClient;

/** What the client keeps for its own methods: connecting, discovering the leader, changing the node, credentials. */
interface ClientInside {
  execute<C extends GrpcClient, T>(Client: new (...args: never[]) => C, name: string, action: (client: C) => Promise<T>): Promise<T>;
  handleError(client: GrpcClient, error: Error): Promise<void>;
  callArguments(options: { readonly requiresLeader?: boolean; readonly deadline?: number }, call?: { readonly deadline: number | Date }): Arguments;
}

export interface StreamsCall {
  readonly client: StreamsClient;
  readonly arguments: Arguments;
}

/** Oldest server whose events carry positions in streams too, and that speaks the protocol as it is used here. */
const VERSION_MIN = [22, 10] as const;
const GREETING_MS_MAX = 5_000;

/**
 * One client, used for connecting, discovery and credentials. The calls themselves are made here, on the client's own protocol
 * classes: its methods parse bodies and so change their bytes, have no timer, and keep the pending appends of all clients of a process in
 * one table, which the failure of any one of them empties, and which throws on an answer that comes after.
 */
export class Connection {
  private readonly client: EventStoreDBClient;
  private greeted: Promise<string> | undefined;

  constructor(readonly address: KurrentAddress) {
    try {
      this.client = EventStoreDBClient.connectionString(address.connectionString);
    } catch (error) {
      throw new StoreUnavailableError('misconfigured', `address of the event store: ${error instanceof Error ? error.message.split('\n')[0] : 'cannot be used'}`);
    }
  }

  /**
   * Version of the server, asked once a connection: until it has answered, nothing is sent.
   * @throws StoreUnavailableError
   */
  greet(): Promise<string> {
    this.greeted ??= this.askVersion().catch((error: unknown) => {
      this.greeted = undefined;
      throw unavailable(error, this.address.shown);
    });
    return this.greeted;
  }

  /** The protocol's client and the arguments of a call without deadline; who makes it has a timer of its own. */
  async streams(options: { readonly requiresLeader?: boolean } = {}): Promise<StreamsCall> {
    await this.greet();
    const client = await this.inside.execute(StreamsClient, 'streams', (each) => Promise.resolve(each));
    return { client, arguments: this.inside.callArguments(options, { deadline: Number.POSITIVE_INFINITY }) };
  }

  /** Tells the client that a call failed, so that it connects anew, or to the leader. Asks the version again afterwards. */
  failed(client: StreamsClient, error: unknown): void {
    this.greeted = undefined;
    this.inside.handleError(client, error as Error).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.client.dispose();
    // There is no public way to let go of the channel itself: an error that means "reconnect" closes it.
    const gone = Object.assign(new Error('closed'), { code: 14, details: 'closed' });
    await this.inside.execute(StreamsClient, 'close', () => Promise.reject(gone)).catch(() => undefined);
  }

  private get inside(): ClientInside {
    return this.client as unknown as ClientInside;
  }

  private async askVersion(): Promise<string> {
    const deadline = new Date(Date.now() + GREETING_MS_MAX);
    const version = await this.inside.execute(ServerFeaturesClient, 'version', (client) => new Promise<string>((resolve, reject) => {
      const [metadata, options] = this.inside.callArguments({}, { deadline });
      client.getSupportedMethods(new Empty() as never, metadata, options, (error, answer: SupportedMethods) => (error === null ? resolve(answer.getEventStoreServerVersion()) : reject(error)));
    }));
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major > VERSION_MIN[0] || (major === VERSION_MIN[0] && minor >= VERSION_MIN[1])) return version;
    throw new StoreUnavailableError('outdated', `event store ${this.address.shown}: the server is too old: found version ${version}, expected ${VERSION_MIN.join('.')} or newer`);
  }
}
