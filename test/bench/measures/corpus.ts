import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { seasonCopies, seasonMessages, type SeasonMessage } from '@netral/season';
import { mergeSorted, type Keyed } from './merge-sorted';

/** Messages of one season about, and how many make it that large. */
const MESSAGES_A_SCALE = 7500;
/** Copies of the season sorted in memory at once; each such group is a file until all are merged. */
const COPIES_TOGETHER = 16;

export interface CorpusTask {
  readonly file: string;
  readonly events: number;
  readonly seed: number;
}
export interface CorpusLine {
  readonly recordedAt: string;
  readonly agency: string;
  readonly employers?: readonly string[];
  readonly message: object | string;
}

/**
 * The season's messages in the order of arrival, one JSON line each; kept, since a large one takes minutes. A small one is cut; a large
 * one is told copy by copy and merged from files, so that time grows with its size and memory does not.
 */
export const writeCorpus = async ({ file, events, seed }: CorpusTask): Promise<void> => {
  if (existsSync(file)) return;
  const scale = Math.max(1, Math.ceil(events / MESSAGES_A_SCALE));
  if (scale === 1) await writeLines(`${file}.new`, firstOf(seasonMessages({ seed, scale }), events));
  else {
    const runs = `${file}.runs`;
    mkdirSync(runs, { recursive: true });
    await writeLines(`${file}.new`, mergeSorted(sortedRuns(runs, { seed, scale }).map(keyedLines)));
    rmSync(runs, { recursive: true });
  }
  renameSync(`${file}.new`, file);
};

function* firstOf(messages: Iterable<SeasonMessage>, count: number): Generator<string> {
  let given = 0;
  for (const message of messages) {
    if ((given += 1) > count) return;
    yield lineOf(message);
  }
}

const lineOf = ({ recordedAt, agency, employers, message }: SeasonMessage): string =>
  JSON.stringify({ recordedAt, agency, ...(employers === undefined ? {} : { employers }), message } satisfies CorpusLine);

/** Files of groups of copies, each in the order of (`recordedAt`, copy). */
const sortedRuns = (folder: string, season: { readonly seed: number; readonly scale: number }): readonly string[] => {
  const files: string[] = [];
  let [group, copies]: [SeasonMessage[], number] = [[], 0];
  const close = (): void => {
    const file = join(folder, `${files.length}.ndjson`);
    writeFileSync(file, group.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : Number(a.recordedAt > b.recordedAt))).map(lineOf).join('\n'));
    files.push(file);
    [group, copies] = [[], 0];
  };
  for (const copy of seasonCopies(season)) {
    for (const message of copy) group.push(message);
    if ((copies += 1) >= COPIES_TOGETHER) close();
  }
  if (group.length > 0) close();
  return files;
};

const KEY_FROM = '{"recordedAt":"'.length;
const KEY_LENGTH = '2020-01-01T00:00:00.000Z'.length;
async function* keyedLines(file: string): AsyncGenerator<Keyed> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) yield { key: line.slice(KEY_FROM, KEY_FROM + KEY_LENGTH), line };
}

const writeLines = async (file: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void> => {
  const stream = createWriteStream(file, { highWaterMark: 1 << 20 });
  for await (const line of lines) if (!stream.write(`${line}\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'close');
};
