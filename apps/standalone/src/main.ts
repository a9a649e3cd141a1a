import 'reflect-metadata';
import { INGEST, Projector, READ_MODELS, WriteGate, type Ingest, type ReadModels } from '@netral/application';
import { NetralModule } from '@netral/application/netral.module';
import { EVENT_STORE, NO_POSITION, type EventStore } from '@netral/event-store';
import { createHttpApp, listen } from '@netral/http';
import { BrowserSessions } from '@netral/http/access/browser-sessions';
import { ensureKeys } from '@netral/http/access/keys';
import { aborted, announceServer, createLog, makeDataDir, progressOn, runProcess, type Config } from '@netral/platform';
import { banner } from './banner';
import { firstSeasonIsDue, recordFirstSeason } from './first-season';

/** Everything in one process on the embedded stores. Resolves when it has stopped. */
const run = async (config: Config, stopped: AbortSignal): Promise<void> => {
  // Whatever is written belongs to this user alone.
  process.umask(0o077);
  makeDataDir(config.dataDir);
  ensureKeys(config.dataDir, Date.now());
  const log = createLog(config.logLevel, (line) => process.stderr.write(`${line}\n`), Date.now);
  const progress = progressOn(process.stderr);
  const app = await createHttpApp(NetralModule.forRoot(config, { log }));
  let withdraw = (): void => undefined;
  try {
    await app.init();
    const empty = (await app.get<EventStore>(EVENT_STORE).head()) === NO_POSITION;
    const seasonIsDue = firstSeasonIsDue({ config, empty });
    const gate = app.get(WriteGate);
    // Closed before anybody can ask: an empty log is not ready while its first season is to come.
    if (seasonIsDue) gate.pause();
    const address = await listen(app, config);
    withdraw = announceServer(config.dataDir, address);
    if (seasonIsDue) {
      // Stopped in the middle it stays closed: a message of now would end the log later than the rest of the season.
      const complete = await recordFirstSeason({ config, progress, signal: stopped, ingest: app.get<Ingest>(INGEST) });
      if (complete) gate.resume();
    }
    if (!stopped.aborted) {
      await app.get(Projector).caughtUp(stopped);
      const models = app.get<ReadModels>(READ_MODELS);
      process.stdout.write(banner({ address, token: app.get(BrowserSessions).issueToken(), events: models.length, synthetic: config.season !== 'none' }));
    }
    await aborted(stopped);
  } finally {
    withdraw();
    app.getHttpServer().closeIdleConnections();
    await app.close();
  }
};

runProcess(run);
