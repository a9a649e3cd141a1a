import { join } from 'node:path';
import { storePlaces } from '@netral/application/netral.module';
import { IngestService, type IncomingMessage, type Receipt } from '@netral/application';
import { openEventStore } from '@netral/event-store/event-store.module';
import { openIdentityVault } from '@netral/vault/vault.module';
import { readConfig } from '@netral/platform';
import { type Cost, costOf, noCost } from '../cost';
import type { CorpusLine } from './corpus';
import { LogReader, RawLog } from './raw-log';
import { lineGroups } from './read-lines';

export interface IngestTask {
  readonly corpus: string;
  readonly dataDir: string;
  /** Messages recorded; those after stay for HTTP. */
  readonly messages: number;
  /** Of them at the end, one at a time. */
  readonly singles: number;
  readonly batchMax: number;
  /** Messages between one comparison and the next. */
  readonly roundMessages: number;
  /** Whether the same bytes are committed raw as well. */
  readonly compare: boolean;
}
/** The same events through the ingest, into a table with the log's indexes, and into a bare one. */
export interface IngestRound {
  readonly messages: number;
  readonly ingest: Cost;
  readonly indexed: Cost;
  readonly bare: Cost;
}
export interface IngestFound {
  readonly batched: readonly IngestRound[];
  readonly single: readonly IngestRound[];
  readonly outcomes: Readonly<Record<string, number>>;
}
const SINGLES_A_ROUND = 100;

/** Records a season through the ingest and, round by round, commits the bytes it left raw: both on the same disk at the same time. */
export const measureIngest = async (task: IngestTask): Promise<IngestFound> => {
  const config = readConfig({ NETRAL_DATA_DIR: task.dataDir, NETRAL_INGEST_BATCH_MAX: String(task.batchMax) });
  const places = storePlaces(config);
  const store = openEventStore({ kind: 'sqlite', file: places.log });
  const vault = openIdentityVault({ kind: 'sqlite', file: places.vault, masterKeyFile: places.masterKey });
  const ingest = new IngestService({ store, vault, clock: { now: () => Date.now() } }, {
    batchMax: config.ingestBatchMax, queueMax: config.ingestQueueMax, messageBytesMax: config.ingestMessageBytesMax, depthMax: config.ingestDepthMax,
  });
  const raw = task.compare ? [new RawLog(join(task.dataDir, 'raw-indexed.db'), true), new RawLog(join(task.dataDir, 'raw-bare.db'), false)] as const : undefined;
  const log = new LogReader(places.log);
  const outcomes: Record<string, number> = {};
  const count = (receipts: readonly Receipt[]): void => receipts.forEach(({ outcome }) => (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1));
  const [batched, single]: [IngestRound[], IngestRound[]] = [[], []];
  let [taken, position] = [0, 0];

  const round = async (messages: readonly IncomingMessage[], size: number): Promise<IngestRound> => {
    const cost = await costOf(async () => {
      for (let from = 0; from < messages.length; from += size) count(await ingest.submit(messages.slice(from, from + size)));
    });
    const events = log.after(position, messages.length);
    position = events.at(-1)?.position ?? position;
    const commit = (into: RawLog) => costOf(() => {
      for (let from = 0; from < events.length; from += size) into.commit(events.slice(from, from + size));
    });
    return { messages: messages.length, ingest: cost, indexed: raw === undefined ? noCost : await commit(raw[0]), bare: raw === undefined ? noCost : await commit(raw[1]) };
  };

  for await (const lines of lineGroups(task.corpus, task.roundMessages)) {
    const incoming = lines.slice(0, task.messages - taken).map(incomingOf);
    taken += incoming.length;
    const singles = Math.min(incoming.length, Math.max(0, taken - (task.messages - task.singles)));
    const together = incoming.slice(0, incoming.length - singles);
    if (together.length > 0) batched.push(await round(together, task.batchMax));
    for (let from = together.length; from < incoming.length; from += SINGLES_A_ROUND) single.push(await round(incoming.slice(from, from + SINGLES_A_ROUND), 1));
    if (taken >= task.messages) break;
  }
  await ingest.close();
  log.close();
  raw?.forEach((each) => each.close());
  await vault.close();
  await store.close();
  return { batched, single, outcomes };
};

const incomingOf = (line: string): IncomingMessage => {
  const { recordedAt, agency, employers, message } = JSON.parse(line) as CorpusLine;
  return { content: typeof message === 'string' ? message : JSON.stringify(message), sender: { agency, ...(employers && { employers }) }, recordedAt };
};
