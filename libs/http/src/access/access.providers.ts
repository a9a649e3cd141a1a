import type { Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CLOCK, CONFIG, type Clock, type Config } from '@netral/platform';
import { ProblemFilter } from '../problem/problem.filter';
import { ProblemsController } from '../problem/problems.controller';
import { AccessGuard } from './access.guard';
import { accessLogDirOf, AccessLog } from './access-log';
import { BrowserSessions } from './browser-sessions';
import { KeyRing } from './keys';
import { SignInController } from './sign-in.controller';

export const accessControllers = [SignInController, ProblemsController];

/** Guard, filter and what they need; for the module of the HTTP side. Needs `CONFIG`, `CLOCK` and `LOG`, and keys on disk (`ensureKeys`). */
export const accessProviders: Provider[] = [
  { provide: KeyRing, inject: [CONFIG, CLOCK], useFactory: ({ dataDir }: Config, clock: Clock) => new KeyRing(dataDir, () => clock.now()) },
  { provide: BrowserSessions, inject: [CLOCK], useFactory: (clock: Clock) => new BrowserSessions(() => clock.now()) },
  { provide: AccessLog, inject: [CONFIG, CLOCK], useFactory: (config: Config, clock: Clock) => new AccessLog(accessLogDirOf(config), () => clock.now()) },
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_FILTER, useClass: ProblemFilter },
];
