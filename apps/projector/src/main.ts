import 'reflect-metadata';
import { hostname } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { Projector, READINESS, Rebuilds, type Readiness } from '@netral/application';
import { NetralModule } from '@netral/application/netral.module';
import { progressOn, systemClock } from '@netral/platform';
import { runRole, type RoleParts, type RunningRole } from '@netral/platform/role/run-role';
import { rebuildsRoute } from './rebuilds.route';

/** Folds the log into the read models, or stands by until the one that does is gone. */
const start = async ({ config, log, telemetry }: RoleParts): Promise<RunningRole> => {
  const progress = progressOn(process.stderr);
  let bar: ReturnType<typeof progress> | undefined;
  const app = await NestFactory.createApplicationContext(NetralModule.forFold(config, {
    log, telemetry, holder: `${hostname()}:${process.pid}`,
    onRebuildProgress: ({ folded, total }) => (bar ??= progress('lipat ulang · rebuild', total)).update(folded, total),
  }), { logger: false, abortOnError: false });
  const projector = app.get(Projector);
  projector.onCommit((commit) => {
    if (commit !== undefined) return;
    bar?.stop();
    bar = undefined;
  });
  return {
    stop: () => app.close(),
    ready: () => app.get<Readiness>(READINESS).check(),
    route: rebuildsRoute({ dataDir: config.dataDir, now: () => systemClock.now(), rebuilds: app.get(Rebuilds), projector }),
  };
};

runRole('projector', start);
