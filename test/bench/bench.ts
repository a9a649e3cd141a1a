import { join } from 'node:path';
import { measureApart } from './child';
import { machine, type Machine } from './machine';
import type { BenchOptions } from './options';
import { ingestPart, shares } from './parts/ingest';
import { pagePart } from './parts/page';
import { peerPart } from './parts/peer';
import { questionsPart } from './parts/questions';
import { rebuildPart } from './parts/rebuild';
import { serverPart } from './parts/server';
import type { Row } from './row';
import { openSession } from './session';
import { lineGroups } from './measures/read-lines';

/** What one run found. */
export interface BenchResult {
  readonly events: number;
  readonly logMb: number;
  readonly seed: number;
  /** Day of the run. */
  readonly on: string;
  readonly seconds: number;
  readonly machine: Machine;
  readonly rows: readonly Row[];
  /** Parts that could not be measured, and why. */
  readonly failed: readonly string[];
}
const ROOT = join(__dirname, '../..');

/** Measures the parts asked for, one after another, on one season recorded for it. */
export const bench = async (options: BenchOptions, say: (text: string) => void): Promise<BenchResult> => {
  const began = Date.now();
  const found = machine();
  const session = openSession(ROOT, options, say);
  try {
    say('telling the season');
    await measureApart(session.code, 'corpus', { file: session.corpus, events: options.events, seed: options.seed });
    const messages = await linesOf(session.corpus);
    const times = options.events < 5000 ? 3 : options.events > 200_000 ? 40 : 60;
    const wants = (part: (typeof options.only)[number]): boolean => options.only.includes(part);
    if (options.data === undefined) await ingestPart(session, messages);
    const { events, bytes } = await measureApart(session.code, 'size', { log: join(session.dataDir, 'log.db') });
    await rebuildPart(session);
    if (wants('figures')) await questionsPart(session, times);
    const failed: string[] = [];
    // What came before took minutes: a peer that cannot be installed or a server that does not start loses only its own rows.
    const orElse = (part: string) => (error: unknown) => void failed.push(`${part}: ${(error as Error).message}`);
    if (wants('peer')) await peerPart(session).catch(orElse('peer'));
    if (wants('server')) await serverPart(session, shares(messages).recorded, Math.ceil(times / 2)).catch(orElse('server'));
    if (wants('page')) await pagePart(session).catch(orElse('page'));
    return { events, logMb: bytes / 1e6, seed: options.seed, on: new Date().toISOString().slice(0, 10), seconds: (Date.now() - began) / 1000, machine: found, rows: session.rows, failed };
  } finally {
    session.end();
  }
};

const linesOf = async (file: string): Promise<number> => {
  let lines = 0;
  for await (const group of lineGroups(file, 1000)) lines += group.length;
  return lines;
};
