import type { Server } from 'node:http';
import type { Config } from '../config';
import { createLog, type Log } from '../logging';
import { aborted, runProcess } from '../run-process';
import type { Telemetry } from '../telemetry';
import { operationsServer, type OperationsRoute } from './operations-server';
import { prometheusMetrics } from './prometheus';

export interface RoleParts {
  readonly config: Config;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** Aborted when the process is asked to stop: finish what is begun, begin nothing new. */
  readonly stopped: AbortSignal;
}

/** A role that has started. */
export interface RunningRole {
  /** What it is at, in a word. @throws when it is not ready, saying why */
  readonly ready: () => Promise<string>;
  /** Lets go of everything: finishes what is begun, begins nothing new. */
  readonly stop: () => Promise<void>;
  /** Where it can be asked, to be told at the start. */
  readonly address?: string;
  /** Further addresses on the operations' port. */
  readonly route?: OperationsRoute;
  /** Work that goes on until the process is asked to stop: when it rejects before, the process leaves. */
  readonly working?: Promise<void>;
}

/**
 * Runs one role as a process: its metrics and health are served from before it starts until after it has stopped, so that a start that waits
 * for a server is seen as alive and not ready.
 */
export const runRole = (role: string, start: (parts: RoleParts) => Promise<RunningRole>): void => runProcess(async (config, stopped) => {
  // Whatever is written belongs to this user alone.
  process.umask(0o077);
  const log = named(createLog(config.logLevel, (line) => process.stderr.write(`${line}\n`), Date.now), role);
  const metrics = prometheusMetrics(role);
  let running: RunningRole | undefined;
  const ready = async (): Promise<string> => {
    if (stopped.aborted) throw new Error('Not ready: the process is stopping.');
    if (running === undefined) throw new Error('Not ready: the process is starting.');
    return running.ready();
  };
  const server = operationsServer({ role, metrics, ready, route: (request) => running?.route?.(request) });
  const port = await listening(server, config.metricsPort, config.metricsHost);
  try {
    running = await start({ config, log, telemetry: metrics.telemetry, stopped });
    log.info('started', { address: running.address, metricsPort: port });
    await Promise.race([aborted(stopped), failureOf(running.working)]);
  } finally {
    await running?.stop();
    if (running !== undefined) log.info('stopped');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Never resolves: work that is done leaves the process as it is. */
const failureOf = (working: Promise<void> = Promise.resolve()): Promise<never> => new Promise((_, reject) => void working.catch(reject));

const named = (log: Log, role: string): Log => ({
  debug: (message, fields) => log.debug(message, () => ({ role, ...(typeof fields === 'function' ? fields() : fields) })),
  info: (message, fields) => log.info(message, { role, ...fields }),
  warn: (message, fields) => log.warn(message, { role, ...fields }),
  error: (message, fields) => log.error(message, { role, ...fields }),
});

const listening = (server: Server, port: number, host: string): Promise<number> => new Promise((resolve, reject) => {
  server.once('error', reject);
  server.listen(port, host, () => resolve((server.address() as { port: number }).port));
});
