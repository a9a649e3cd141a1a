import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `netral` finds a running server: `server.json` in the data folder, while the process lives. */
export const announceServer = (dataDir: string, address: string): (() => void) => {
  const file = join(dataDir, 'server.json');
  writeFileSync(file, `${JSON.stringify({ address, pid: process.pid })}\n`);
  return () => rmSync(file, { force: true });
};
