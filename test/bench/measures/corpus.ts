import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { once } from 'node:events';
import { seasonMessages } from '@netral/season';

/** Messages of one season about, and how many make it that large. */
const MESSAGES_A_SCALE = 7500;

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

/** The season's messages in the order of arrival, one JSON line each; kept, since a large one takes minutes. A small one is cut. */
export const writeCorpus = async ({ file, events, seed }: CorpusTask): Promise<void> => {
  if (existsSync(file)) return;
  const scale = Math.max(1, Math.ceil(events / MESSAGES_A_SCALE));
  const stream = createWriteStream(`${file}.new`);
  let written = 0;
  for (const { recordedAt, agency, employers, message } of seasonMessages({ seed, scale })) {
    if (scale === 1 && written >= events) break;
    const line: CorpusLine = { recordedAt, agency, ...(employers === undefined ? {} : { employers }), message };
    written += 1;
    if (!stream.write(`${JSON.stringify(line)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
  renameSync(`${file}.new`, file);
};
