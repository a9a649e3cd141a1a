import { setTimeout as sleep } from 'node:timers/promises';
import { admitting } from './admit';
import { appendRpc } from './append.rpc';
import { batchAppendRpc } from './batch-append.rpc';
import { deleteRpc, tombstoneRpc } from './delete.rpc';
import { type Drop, Faults } from './faults';
import { GrpcServer, type Handler, type Tls } from './grpc-server';
import type { Node } from './node';
import { featuresRpc, gossipRpc } from './node.rpc';
import { readRpc } from './read.rpc';
import type { LogRecord } from './record';
import { Store } from './store';

export interface StandInOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  readonly version?: string;
  /** Methods left out of what the node says it supports, as 'streams/batchappend'. */
  readonly without?: readonly string[];
  readonly maxAppendBytes?: number;
  readonly idTableBytes?: number;
  /** Milliseconds from writing to indexing: how long a repeat is dropped unanswered. 0 is one turn of the event loop. */
  readonly indexDelayMs?: number;
  readonly writeTimeoutMs?: number;
  readonly now?: () => number;
  readonly tls?: Tls;
  /** Passwords by name; reads and writes must then bring one of them. A client sends them over TLS only. */
  readonly users?: Readonly<Record<string, string>>;
}

export interface StandIn {
  readonly address: string;
  readonly port: number;
  readonly faults: Faults;
  /** Everything a reader of $all could see, and the node's own records too; in the order of the log. */
  readonly log: { readonly records: () => readonly LogRecord[]; readonly stream: (name: string) => readonly LogRecord[] };
  /** Stops and starts on the same port with the same log; the table of ids is lost, as with a real node, unless told. */
  restart(how?: { forgetIds?: boolean; downMs?: number }): Promise<void>;
  dropSubscriptions(how?: Drop): void;
  dropConnections(): void;
  stop(): Promise<void>;
}

const MAX_APPEND_BYTES = 1024 * 1024;
const WRITE_TIMEOUT_MS = 2000;

const handlers = (node: Node): ReadonlyMap<string, Handler> =>
  new Map<string, Handler>([
    ['/event_store.client.streams.Streams/Read', readRpc(node)],
    ['/event_store.client.streams.Streams/Append', appendRpc(node)],
    ['/event_store.client.streams.Streams/BatchAppend', batchAppendRpc(node)],
    ['/event_store.client.streams.Streams/Delete', deleteRpc(node)],
    ['/event_store.client.streams.Streams/Tombstone', tombstoneRpc(node)],
    ['/event_store.client.server_features.ServerFeatures/GetSupportedMethods', featuresRpc(node)],
    ['/event_store.client.gossip.Gossip/Read', gossipRpc(node)],
  ]);

/** A single node in this process that behaves, on the wire, as the recordings say a real one does. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const store = new Store(options.now ?? Date.now, options.indexDelayMs ?? 0, options.idTableBytes);
  let port = options.port ?? 0;
  let life = 1;
  const node: Node = {
    store,
    life: () => life,
    faults: new Faults(),
    feeds: new Set(),
    version: options.version ?? '24.6.0',
    port: () => port,
    maxAppendBytes: options.maxAppendBytes ?? MAX_APPEND_BYTES,
    writeTimeoutMs: options.writeTimeoutMs ?? WRITE_TIMEOUT_MS,
    without: options.without ?? [],
  };
  const routes = handlers(node);
  const aServer = (): GrpcServer => new GrpcServer(routes, options.tls, admitting(options.users));
  let server = aServer();
  port = await server.listen(port);
  return {
    address: `esdb://127.0.0.1:${port}?tls=${options.tls !== undefined}`,
    port,
    faults: node.faults,
    log: { records: () => store.log.records, stream: (name) => store.log.records.filter((record) => record.stream === name && !record.empty) },
    restart: async ({ forgetIds = true, downMs = 0 } = {}) => {
      life += 1;
      await server.close();
      if (forgetIds) store.ids.forget();
      await sleep(downMs);
      store.began();
      server = aServer();
      await server.listen(port);
    },
    dropSubscriptions: (how = 'reset') => {
      for (const feed of node.feeds) feed.drop(how);
    },
    dropConnections: () => server.cutAll(),
    stop: () => {
      life += 1;
      return server.close();
    },
  };
}
