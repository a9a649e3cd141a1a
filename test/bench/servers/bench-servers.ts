import { machine, type Machine } from '../machine';
import { freshnessPart } from './freshness';
import type { ServersOptions } from './options';
import type { ServersRow } from './row';
import { openServersSession } from './session';
import type { GivenServers } from './start-servers';
import { steadyPart } from './steady';
import { foldPart, openSeason, receiptsPart, visiblePart } from './throughput';

/** What one run found. */
export interface ServersResult {
  readonly messages: number;
  readonly seed: number;
  /** Day of the run. */
  readonly on: string;
  readonly seconds: number;
  readonly machine: Machine;
  /** What the servers are, one a line. */
  readonly servers: readonly string[];
  readonly rows: readonly ServersRow[];
}

const RATE = 200;
/** A load beyond this would measure how much a test server holds in memory. */
const RATE_MAX = 1000;

/** Measures the way through the servers, part after part, on one broker, one log and one MongoDB. */
export const benchServers = async (options: ServersOptions, given: GivenServers, say: (text: string) => void): Promise<ServersResult> => {
  const began = Date.now();
  const found = machine();
  const session = await openServersSession(options, given, say);
  try {
    // A small run tries the bench rather than measures.
    const small = options.messages < 1000;
    const [seconds, singles] = small ? [4, 10] : [20, Math.min(200, Math.ceil(options.messages / 50))];
    const rows: ServersRow[] = [];
    await openSeason(session);
    rows.push(...(await receiptsPart(session)), ...(await foldPart(session)));
    const { capacity, rows: visible } = await visiblePart(session, rows.find(({ id }) => id === 'bare-events')!.value);
    rows.push(...visible);
    rows.push(...(await steadyPart(session, 'fixed', small ? RATE / 4 : RATE, seconds)));
    rows.push(...(await steadyPart(session, 'half', Math.min(RATE_MAX, Math.max(1, Math.round(capacity / 2))), seconds)));
    rows.push(...(await freshnessPart(session, singles)));
    return { messages: options.messages, seed: options.seed, on: new Date().toISOString().slice(0, 10), seconds: (Date.now() - began) / 1000, machine: found, servers: session.servers.about, rows };
  } finally {
    await session.close();
  }
};
