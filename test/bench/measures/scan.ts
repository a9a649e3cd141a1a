import Database from 'better-sqlite3';
import { type Cost, costOf } from '../cost';

export interface ScanTask {
  readonly log: string;
  /** `plain`: a row at a time, as an object, each text parsed for itself. `lean`: pages of arrays, a hundred events parsed in one call. */
  readonly how: 'plain' | 'lean';
}
const PAGE = 1000;
const PARSED_TOGETHER = 100;

/** Reads every row of the log with its data and metadata, and parses both: what any rebuild must do at least. */
export const measureScan = async ({ log, how }: ScanTask): Promise<{ readonly cost: Cost; readonly events: number }> => {
  const db = new Database(log, { readonly: true });
  let events = 0;
  const cost = await costOf(() => (events = how === 'plain' ? plain(db) : lean(db)));
  db.close();
  return { cost, events };
};

const plain = (db: Database.Database): number => {
  let [events, kept] = [0, 0];
  for (const row of db.prepare<[], { data: string; metadata: string }>('SELECT position, stream, revision, type, data, metadata FROM events ORDER BY position').iterate()) {
    const [data, metadata] = [JSON.parse(row.data), JSON.parse(row.metadata)] as [unknown, unknown];
    events += 1;
    if (data !== metadata) kept += 1;
  }
  return Math.max(events, kept);
};

const lean = (db: Database.Database): number => {
  const page = db.prepare<[number, number], [number, string, string, string]>('SELECT position, type, data, metadata FROM events WHERE position > ? ORDER BY position LIMIT ?').raw();
  let events = 0;
  for (let at = 0; ; ) {
    const rows = page.all(at, PAGE);
    for (let from = 0; from < rows.length; from += PARSED_TOGETHER) {
      const parsed = JSON.parse(`[${rows.slice(from, from + PARSED_TOGETHER).map(([, , data, metadata]) => `${data},${metadata}`).join(',')}]`) as unknown[];
      events += parsed.length / 2;
    }
    const last = rows.at(-1);
    if (last === undefined) return events;
    at = last[0];
  }
};
