import { isOversized, type Receipt } from '@netral/application';
import { CommandError, EXIT } from '../../command';
import { withRetries } from '../../server/with-retries';
import type { RunningServer } from '../../server/find-server';
import { problemOf } from '../../server/problem';
import { say } from '../../words';
import type { HandOver } from './hand-over';
import type { ImportLine } from './import-line';

const REQUEST_BYTES_MAX = 4 << 20;
const NEWLINE = Buffer.from('\n');

/** Through the running server, with the key of each line's agency. What lies between two agencies' lines keeps its order. */
export const handOverToServer = (server: RunningServer, keyOf: (agency: string) => string): HandOver =>
  async (lines, signal) => {
    const receipts: Receipt[] = [];
    for (const group of groupsOf(lines)) {
      const [first] = group;
      if (first !== undefined && isOversized(first.content)) receipts.push(tooLarge(first.content.bytes));
      else receipts.push(...(await post(server, keyOf(first?.agency ?? ''), group, signal)));
    }
    return receipts;
  };

/** Consecutive lines of one agency, of a bounded size; a line too large to be held stands alone. */
const groupsOf = (lines: readonly ImportLine[]): readonly (readonly ImportLine[])[] => {
  const groups: ImportLine[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const [before] = groups.at(-1) ?? [];
    const joins = before !== undefined && before.agency === line.agency && !isOversized(line.content) && !isOversized(before.content);
    bytes = (joins ? bytes : 0) + (isOversized(line.content) ? 0 : Buffer.byteLength(line.content));
    if (joins && bytes <= REQUEST_BYTES_MAX) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
};

const post = async ({ address }: RunningServer, key: string, lines: readonly ImportLine[], signal: AbortSignal): Promise<readonly Receipt[]> => {
  const body = Buffer.concat(lines.flatMap(({ content }) => [content as Uint8Array, NEWLINE]));
  const { status, body: answer } = await withRetries(`${address}/v1/events`, { method: 'POST', key, contentType: 'application/x-ndjson', body }, signal).catch(brokenOff);
  if (status !== 200) throw new CommandError(EXIT.unavailable, problemOf(status, answer));
  const receipts = answer.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Receipt);
  if (receipts.length === lines.length && receipts.every(({ outcome }) => typeof outcome === 'string')) return receipts;
  throw new CommandError(EXIT.unavailable, say(
    `server menjawab ${receipts.length} tanda terima untuk ${lines.length} baris; jalankan lagi, yang sudah tercatat menjadi duplikat`,
    `the server gave ${receipts.length} receipts for ${lines.length} lines; run it again, what is recorded will be duplicates`,
  ));
};

const brokenOff = (error: unknown): never => {
  throw new CommandError(EXIT.unavailable, say(
    `hubungan dengan server putus (${(error as Error).message}); yang sudah diakui tersimpan, jalankan lagi`,
    `the connection to the server broke (${(error as Error).message}); what was acknowledged is kept, run it again`,
  ));
};

// It was never held, so it cannot be sent; the server would set it aside for this same reason.
const tooLarge = (bytes: number): Receipt => ({
  source: null, id: null, outcome: 'set-aside', stream: null, revision: null, position: null, recordedAt: null, deadLetter: null,
  reason: { code: 'message-too-large', found: `${bytes} bytes`, expected: 'a message within NETRAL_INGEST_MESSAGE_BYTES_MAX' },
});
