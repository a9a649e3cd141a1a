import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `netral` finds a running server: `server.json` in the data folder, while the process lives. */
export const announceServer = (dataDir: string, address: string): (() => void) => {
  const file = join(dataDir, 'server.json');
  writeFileSync(file, `${JSON.stringify({ address, pid: process.pid })}\n`);
  return () => rmSync(file, { force: true });
};

/** The address that a server listening there is asked at. */
export const addressOf = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
