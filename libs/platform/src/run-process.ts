import { readConfig, type Config } from './config';
import { farewell } from './farewell';

/** Resolves when the signal aborts. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));

/**
 * The frame of every process: settings from the environment, a stop that is asked for once by SIGINT or SIGTERM and then given
 * `NETRAL_SHUTDOWN_MS_MAX`, and on what cannot be gone on from one clear line and its exit code.
 */
export const runProcess = (run: (config: Config, stopped: AbortSignal) => Promise<void>): void => {
  const stop = new AbortController();
  let config: Config | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stop.signal.aborted) return;
      stop.abort();
      // A stop that hangs is ended: whatever was acknowledged is on disk already.
      setTimeout(() => process.exit(0), config?.shutdownMsMax ?? 10_000).unref();
    });
  const main = async (): Promise<void> => {
    try {
      config = readConfig(process.env);
      await run(config, stop.signal);
      process.exitCode = 0;
    } catch (error) {
      if (stop.signal.aborted) return;
      const { code, line } = farewell(error);
      process.stderr.write(`${line}\n`);
      process.exitCode = code;
    }
  };
  void main();
};
