import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, CommandError } from '../command';
import { say } from '../words';
import { request } from './request';

export interface RunningServer {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  readonly pid: number;
}

const LIVE_MS_MAX = 2_000;

/**
 * The server that holds the stores of this data folder, if one runs. What a killed one left behind is recognised: its process is
 * gone, or nobody answers at its address.
 */
export const findServer = async (dataDir: string): Promise<RunningServer | undefined> => {
  const server = readServerFile(join(dataDir, 'server.json'));
  if (server === undefined || !isAlive(server.pid)) return undefined;
  try {
    const { status } = await request(`${server.address}/health/live`, { timeoutMs: LIVE_MS_MAX });
    return status === 200 ? server : undefined;
  } catch {
    return undefined;
  }
};

/**
 * For what must have the stores to itself.
 * @throws CommandError when a server runs
 */
export const refuseBesideServer = async (dataDir: string, what: { readonly id: string; readonly en: string }): Promise<void> => {
  const server = await findServer(dataDir);
  if (server === undefined) return;
  throw new CommandError(EXIT.locked, say(
    `server berjalan di ${server.address} (proses ${server.pid}); hentikan dulu (Ctrl-C di terminalnya), lalu ${what.id}`,
    `a server runs at ${server.address} (process ${server.pid}); stop it first (Ctrl-C in its terminal), then ${what.en}`,
  ));
};

const readServerFile = (file: string): RunningServer | undefined => {
  try {
    const { address, pid } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (typeof address !== 'string' || !/^https?:\/\//.test(address) || typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return undefined;
    return { address: address.replace(/\/+$/, ''), pid };
  } catch {
    return undefined;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
