import 'reflect-metadata';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { READINESS, type Readiness } from '@netral/application';
import { NetralModule } from '@netral/application/netral.module';
import { createHttpApp, listen } from '@netral/http';
import { accessLogDirOf } from '@netral/http/access/access-log';
import { BrowserSessions } from '@netral/http/access/browser-sessions';
import { requireKeys } from '@netral/http/access/first-keys';
import { runRole, type RoleParts, type RunningRole } from '@netral/platform/role/run-role';

/** Answers and the page, from what a projector folds. Writes nothing but the record of who read which person. */
const start = async ({ config, log, telemetry }: RoleParts): Promise<RunningRole> => {
  requireKeys(config.dataDir);
  const accessLogDir = accessLogDirOf(config);
  mkdirSync(accessLogDir, { recursive: true, mode: 0o700 });
  accessSync(accessLogDir, constants.W_OK);
  const app = await createHttpApp(NetralModule.forAnswering(config, { log, telemetry }), 'api');
  const stop = async (): Promise<void> => {
    app.getHttpServer().closeIdleConnections();
    await app.close();
  };
  const address = await listen(app, config, stop);
  process.stdout.write(`Netral api: ${address}\n  Halaman · page (sebagai penyelidik · as investigator): ${address}/masuk?token=${app.get(BrowserSessions).issueToken()}\n`);
  return { address, stop, ready: () => app.get<Readiness>(READINESS).check() };
};

runRole('api', start);
