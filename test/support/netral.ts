import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { INGEST, Projector, WriteGate, type IncomingMessage, type Ingest, type Receipt } from '@netral/application';
import { NetralModule } from '@netral/application/netral.module';
import { EVENT_STORE, type EventStore } from '@netral/event-store';
import { createHttpApp } from '@netral/http';
import { readSecrets } from '@netral/http/access/key-file';
import { addKey, ensureKeys } from '@netral/http/access/keys';
import { createLog, readConfig } from '@netral/platform';

export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into freely by tests
  readonly body: any;
}

/** A whole Netral in this process: stores, vault, ingest, folds, read models, and the server on a free port. */
export interface TestNetral {
  readonly address: string;
  readonly dataDir: string;
  /** Keys by id: the agencies', `investigator`, `operator`, and `ppk-33-11`, which speaks for that employer only. */
  readonly keys: Readonly<Record<string, string>>;
  readonly app: NestExpressApplication;
  readonly ingest: Ingest;
  readonly eventStore: EventStore;
  readonly projector: Projector;
  readonly gate: WriteGate;
  /** Lines of the server's log. */
  readonly logged: readonly string[];
  /** Sets the clock of the process. */
  setNow(ms: number): void;
  /** Records messages and waits until they are folded. */
  give(...messages: readonly IncomingMessage[]): Promise<readonly Receipt[]>;
  get(path: string, options?: { readonly key?: string; readonly headers?: Readonly<Record<string, string>>; readonly method?: string; readonly body?: string }): Promise<TestAnswer>;
  /** Ends the process as a stop would; the data stay. Open the same data folder again to restart. */
  stop(): Promise<void>;
  /** Ends the process and removes its data. */
  close(): Promise<void>;
}

export interface TestNetralOptions {
  /** `memory` (default) keeps nothing; `sqlite` survives a stop. */
  readonly stores?: 'memory' | 'sqlite';
  /** Of a stopped one, to start it again. */
  readonly dataDir?: string;
  readonly now?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

/** 2 November 2020, 10:00 in Jakarta. */
export const TEST_NOW = Date.UTC(2020, 10, 2, 3);

export const openNetral = async ({ stores = 'memory', dataDir, now = TEST_NOW, settings = {} }: TestNetralOptions = {}): Promise<TestNetral> => {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'netral-test-'));
  const config = readConfig({
    NETRAL_DATA_DIR: folder, NETRAL_EVENT_STORE: stores, NETRAL_READ_STORE: stores, NETRAL_REQUESTS_PER_SECOND_MAX: '1000000', ...settings,
  });
  let time = now;
  const logged: string[] = [];
  if (ensureKeys(folder, now)) addKey(folder, { id: 'ppk-33-11', kind: 'agency', agency: 'ppk', employers: ['33.11'] }, now);
  const app = await createHttpApp(NetralModule.forRoot(config, { log: createLog('info', (line) => logged.push(line), Date.now), clock: { now: () => time } }));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const address = `http://127.0.0.1:${port}`;
  const keys = readSecrets(folder);
  const [ingest, projector, eventStore] = [app.get<Ingest>(INGEST), app.get(Projector), app.get<EventStore>(EVENT_STORE)];
  await projector.caughtUp();
  const stop = async (): Promise<void> => {
    app.getHttpServer().closeAllConnections();
    await app.close();
  };
  return {
    address, dataDir: folder, keys, app, ingest, eventStore, projector, gate: app.get(WriteGate), logged, stop,
    setNow: (ms) => void (time = ms),
    give: async (...messages) => {
      const receipts = await ingest.submit(messages);
      await projector.caughtUp();
      return receipts;
    },
    get: async (path, { key, headers = {}, method = 'GET', body } = {}) => {
      const authorization: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${keys[key]}` };
      const response = await fetch(address + path, { method, headers: { ...authorization, ...headers }, redirect: 'manual', ...(body === undefined ? {} : { body }) });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: parsed(text) };
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
