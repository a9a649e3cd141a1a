import { measureApart } from '../child';
import { each } from '../cost';
import type { IngestFound, IngestRound } from '../measures/ingest';
import { row, type Row } from '../row';
import type { Session } from '../session';
import { median } from '../statistics';

/** Messages of the season that are recorded one at a time, and that are left for HTTP. */
export const shares = (messages: number) => {
  const held = Math.min(6000, Math.ceil(messages / 10));
  return { singles: Math.min(1000, Math.ceil(messages / 20)), held, recorded: messages - held };
};

/** Records the season: every other part stands on what this leaves. */
export const ingestPart = async (session: Session, messages: number): Promise<IngestFound> => {
  const { singles, recorded } = shares(messages);
  session.say(`recording ${recorded} messages`);
  const compare = session.options.only.includes('ingest');
  const roundMessages = Math.max(1000, Math.min(10_000, Math.ceil(recorded / 10 / 1000) * 1000));
  const found = await measureApart(session.code, 'ingest', { corpus: session.corpus, dataDir: session.dataDir, messages: recorded, singles, batchMax: 1000, roundMessages, compare });
  if (compare) session.rows.push(...compared('batched', found.batched), ...compared('single', found.single));
  return found;
};

const compared = (how: 'batched' | 'single', rounds: readonly IngestRound[]): readonly Row[] => {
  const rate = (of: 'ingest' | 'indexed' | 'bare') => median(rounds.map((round) => (1e6 * round.messages) / round[of].wallUs));
  const ratio = (of: 'indexed' | 'bare', cost: 'wallUs' | 'cpuUs') => median(rounds.map((round) => round[of][cost] / round.ingest[cost]));
  const cpu = median(rounds.map((round) => each(round.ingest, round.messages).cpuUs));
  const [name, note] = how === 'batched' ? ['1,000 a commit', 'message to receipt, judged, sealed and on disk'] : ['one a commit', 'message to receipt, each waited for'];
  return [
    row('ingest', `ingest-${how}`, `ingest, ${name}`, rate('ingest'), 'messages/s', note),
    row('ingest', `ingest-${how}-cpu`, `ingest, ${name}: CPU`, cpu, 'µs a message'),
    row('ingest', `raw-${how}`, `the same rows and indexes, raw FULL commits, ${name}`, rate('indexed'), 'rows/s'),
    row('ingest', `raw-${how}-bare`, `the same bytes into a table without indexes, raw FULL commits, ${name}`, rate('bare'), 'rows/s'),
    row('ingest', `ingest-${how}-ratio`, `ingest ÷ raw rows and indexes, ${name}`, ratio('indexed', 'wallUs'), '×'),
    row('ingest', `ingest-${how}-ratio-bare`, `ingest ÷ raw without indexes, ${name}`, ratio('bare', 'wallUs'), '×'),
  ];
};
