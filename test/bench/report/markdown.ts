import type { BenchResult } from '../bench';
import { shown, type Row } from '../row';
import { sizeNotRun, targets, verdicts, type Verdict } from '../targets';
import { sizeName, sizes, type Results } from './results-file';

export const HAND_KEPT = '<!-- kept by hand from here on: the bench leaves it as it is -->';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

const about = ({ events, logMb, seed, on, seconds, machine }: BenchResult): string =>
  `${events.toLocaleString('en-US')} events (${logMb.toFixed(0)} MB of data and metadata), seed ${seed}, ${on}, ${seconds.toFixed(0)} s; ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, load ${machine.load} at the start.`;

const shownVerdict = (verdict: Verdict['verdict']): string => (verdict === 'not kept' ? '**not kept**' : verdict);

/** Every promise at every size it is about; one whose size was not run yet is named too. */
const targetTable = (results: readonly BenchResult[]): string => {
  const found = results.flatMap(({ rows, events }) => verdicts(rows, events).map((each) => ({ events, each })));
  return table(
    ['promise', 'events', 'to reach', 'reached', 'verdict'],
    targets.flatMap((target) => {
      const notRun = sizeNotRun(target, results);
      if (notRun !== undefined) return [[target.what, notRun.toLocaleString('en-US'), target.reach, '–', 'not measured']];
      return found.filter(({ each: { row, what } }) => row === target.row && what === target.what)
        .map(({ events, each: { what, reach, value, verdict } }) => [what, events.toLocaleString('en-US'), reach, value === undefined ? '–' : shown(value), shownVerdict(verdict)]);
    }),
  );
};

const rowTable = (rows: readonly Row[]): string => table(['measured', 'value', 'unit', 'note'], rows.map(({ what, value, unit, note }) => [what, shown(value), unit, note ?? '']));

const TITLES = { ingest: 'Ingest', rebuild: 'Rebuild', figures: 'Figures and lists, in-process', peer: 'Peer: Emmett 0.42 on SQLite', server: 'The built server: start, HTTP, freshness, memory', page: 'The page in a real browser' } as const;

const section = (result: BenchResult): string => [
  `## ${sizeName(Math.round(result.events / 10 ** Math.floor(Math.log10(result.events))) * 10 ** Math.floor(Math.log10(result.events)))} events`,
  about(result),
  ...(Object.keys(TITLES) as (keyof typeof TITLES)[]).flatMap((part) => {
    const rows = result.rows.filter((each) => each.part === part);
    return rows.length === 0 ? [] : [`### ${TITLES[part]}`, rowTable(rows)];
  }),
].join('\n\n');

const INTRODUCTION = `# Performance

Written by \`npm run bench\`; only the last part is kept by hand. Everything is measured side by side in one run, on the generator's
synthetic season: read the ratios, the absolute numbers are one machine's on one day, with other work on it. Comparisons are medians of
rounds that alternate, each in a process of its own where memory counts. \`npm run bench -- --events 10k|100k|1m|10m\` renews one size.

The raw scan reads every row of the log one by one and parses its data and its metadata; the leanest scan reads pages of arrays and parses
a hundred events in one call. Raw commits write the rows that the ingest has just written, with \`synchronous=FULL\`: once into a table with
the two unique indexes of a log, which the promise is held against, and once into a bare table. The peer appends the same events, one a
call, and folds one overdue projection from the beginning; Netral folds all its read models. Times of answers are of single questions, one
after another, both times (\`asOf\`, \`knownAt\`), units and breakdowns at random.`;

const NOTES = `${HAND_KEPT}

# What was tried, and what it gave

Nothing has been noted yet.
`;

/** The document: promises and verdicts first, then every row of each size, then what people keep by hand, as it was. */
export const markdown = (results: Results, before: string): string => {
  const runs = sizes.flatMap((size) => results[size] ?? []);
  const kept = before.includes(HAND_KEPT) ? before.slice(before.indexOf(HAND_KEPT)) : NOTES;
  const missing = sizes.filter((size) => results[size] === undefined).map(sizeName);
  return [
    INTRODUCTION,
    '## Promises', targetTable(runs), ...(missing.length === 0 ? [] : [`Not run yet: ${missing.join(', ')} events.`]),
    '## Cost against history', '![Cost against history, one small plot a measure](performance.svg)',
    ...runs.map(section), kept,
  ].join('\n\n');
};
