import 'reflect-metadata';
import { hostname } from 'node:os';
import { INGEST, READINESS, TopicIntake, type IngestReadiness, type IngestService } from '@netral/application';
import { NetralModule } from '@netral/application/netral.module';
import { createHttpApp, listen } from '@netral/http';
import { ensureKeys } from '@netral/http/access/keys';
import { kafkaConfigOf, openMessaging } from '@netral/messaging/messaging.module';
import { announceServer, makeDataDir, TELEMETRY, type Config, type Log, type Telemetry } from '@netral/platform';
import { runRole, type RoleParts, type RunningRole } from '@netral/platform/role/run-role';
import { IDENTITY_VAULT, type IdentityVault } from '@netral/vault';
import type { INestApplicationContext } from '@nestjs/common';
import { hindrance } from './hindrance';

/** Takes messages in, from the agencies' topics and over HTTP for those without Kafka. */
const start = async ({ config, log, telemetry, stopped }: RoleParts): Promise<RunningRole> => {
  makeDataDir(config.dataDir);
  ensureKeys(config.dataDir, Date.now());
  const app = await createHttpApp(NetralModule.forIngest(config, { log, telemetry }), 'ingestor');
  let withdraw = (): void => undefined;
  let taking: Promise<void> = Promise.resolve();
  const stop = async (): Promise<void> => {
    withdraw();
    await taking.catch(() => undefined);
    app.getHttpServer().closeIdleConnections();
    await app.close();
  };
  const address = await listen(app, config, stop);
  withdraw = announceServer(config.dataDir, address);
  log.info('ingestor listens', { address, kafka: config.kafkaBrokers === '' ? 'none' : config.kafkaBrokers });
  if (config.kafkaBrokers !== '') taking = takeFromTopics(app, config, log, stopped);
  return { address, stop, ready: () => app.get<IngestReadiness>(READINESS).check(), working: taking };
};

/** Until it is told to stop: the batch at hand is finished, committed and its receipts published. @throws MessagingError for what waiting does not mend */
const takeFromTopics = async (app: INestApplicationContext, config: Config, log: Log, stopped: AbortSignal): Promise<void> => {
  const member = config.kafkaMember === '' ? hostname() : config.kafkaMember;
  const messaging = openMessaging(kafkaConfigOf(config, { clientId: `netral-ingestor-${member}`, log: (level, message, fields) => log[level](message, fields) }));
  const ingest = app.get<IngestService>(INGEST);
  const intake = new TopicIntake({ messaging, ingest, vault: app.get<IdentityVault>(IDENTITY_VAULT), log, telemetry: app.get<Telemetry>(TELEMETRY) }, {
    batchMax: Math.min(config.ingestBatchMax, config.ingestQueueMax), messageBytesMax: config.ingestMessageBytesMax, depthMax: config.ingestDepthMax,
  });
  ingest.afterRedrive((receipt) => intake.tellRedriven(receipt));
  app.get<IngestReadiness>(READINESS).unless(() => hindrance(intake));
  try {
    await intake.run(member, stopped);
  } finally {
    await messaging.close();
  }
};

runRole('ingestor', start);
