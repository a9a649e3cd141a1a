import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DeadLetters, INGEST, IngestService, WriteGate } from '@netral/application';
import { NOW, eventsOf, limits } from '@netral/application/ingest/testing/fixture';
import { jointDecision } from '@netral/application/ingest/testing/messages';
import { EVENT_STORE, type EventStore, type RecordedEvent } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { accessControllers, accessProviders } from '@netral/http/access/access.providers';
import { BrowserSessions } from '@netral/http/access/browser-sessions';
import { readSecrets } from '@netral/http/access/key-file';
import { addKey, ensureKeys } from '@netral/http/access/keys';
import { securityHeaders } from '@netral/http/access/security-headers';
import { intakeControllers, intakeProviders } from '@netral/http/intake/intake.providers';
import { CLOCK, CONFIG, LOG, createLog, readConfig } from '@netral/platform';
import { IDENTITY_VAULT } from '@netral/vault';
import { MemoryIdentityVault } from '@netral/vault/memory/memory-identity-vault';

export interface IntakeServer {
  readonly address: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly store: EventStore;
  readonly gate: WriteGate;
  readonly sessions: BrowserSessions;
  readonly dataDir: string;
  /** Lines of the server's log. */
  readonly logged: string[];
  facts(): Promise<RecordedEvent[]>;
  close(): Promise<void>;
}

/** The way in over real HTTP, on stores in memory, with the joint decision recorded. */
export const openIntakeServer = async (options: { readonly store?: EventStore; readonly settings?: Readonly<Record<string, string>> } = {}): Promise<IntakeServer> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'netral-intake-'));
  ensureKeys(dataDir, NOW);
  addKey(dataDir, { id: 'ppk-33-11', kind: 'agency', agency: 'ppk', employers: ['33.11'] }, NOW);
  const store = options.store ?? new MemoryEventStore();
  const vault = new MemoryIdentityVault();
  const clock = { now: () => NOW };
  const config = readConfig({ NETRAL_DATA_DIR: dataDir, NETRAL_INGEST_MESSAGE_BYTES_MAX: '65536', ...options.settings });
  const gate = new WriteGate();
  const ingest = new IngestService({ store, vault, clock, gate }, { ...limits, messageBytesMax: config.ingestMessageBytesMax, queueMax: config.ingestQueueMax, batchMax: config.ingestBatchMax });
  const logged: string[] = [];

  @Module({
    controllers: [...accessControllers, ...intakeControllers],
    providers: [
      ...accessProviders, ...intakeProviders,
      { provide: CONFIG, useValue: config }, { provide: CLOCK, useValue: { now: () => Date.now() } }, { provide: LOG, useValue: createLog('info', (line) => logged.push(line), Date.now) },
      { provide: EVENT_STORE, useValue: store }, { provide: IDENTITY_VAULT, useValue: vault },
      { provide: INGEST, useValue: ingest }, { provide: WriteGate, useValue: gate }, { provide: DeadLetters, useValue: new DeadLetters(vault, store, ingest) },
    ],
  })
  class IntakeTestModule {}

  const module = await Test.createTestingModule({ imports: [IntakeTestModule] }).compile();
  const app = module.createNestApplication({ bodyParser: false, logger: false });
  app.use(securityHeaders);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  await ingest.submit(jointDecision);
  return {
    address: `http://127.0.0.1:${port}`, keys: readSecrets(dataDir), store, gate, sessions: app.get(BrowserSessions), dataDir, logged,
    facts: async () => (await eventsOf(store)).filter(({ stream }) => stream !== 'rules'),
    close: async () => {
      app.getHttpServer().closeAllConnections();
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
