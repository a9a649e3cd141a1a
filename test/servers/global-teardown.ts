import type { OwnServer } from './own-server';

/** Ends the servers of the run and removes their data. */
export default async function globalTeardown(): Promise<void> {
  const { netralTestServers = [] } = globalThis as { netralTestServers?: OwnServer[] };
  await Promise.all(netralTestServers.map((server) => server.close()));
}
