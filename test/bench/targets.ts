import type { Row } from './row';

/** What was promised, and which row tells whether it is kept. */
export interface Target {
  readonly row: string;
  readonly what: string;
  readonly reach: string;
  /** Sizes (events) that the promise is about; absent: any. */
  readonly from?: number;
  readonly until?: number;
  readonly kept: (value: number) => boolean;
}
const MILLION = [500_000, 2_000_000] as const;
const TEN_MILLION = [5_000_000, 20_000_000] as const;

const least = (row: string, what: string, bound: number): Target => ({ row, what, reach: `≥ ${bound}`, kept: (value) => value >= bound });
const below = (row: string, what: string, bound: number, unit: string, sizes?: readonly [number, number]): Target =>
  ({ row, what, reach: `< ${bound} ${unit}`, kept: (value) => value < bound, ...(sizes === undefined ? {} : { from: sizes[0], until: sizes[1] }) });

export const targets: readonly Target[] = [
  least('rebuild-ratio', 'rebuild of all read models against the raw scan', 0.5),
  least('rebuild-peer-ratio', 'rebuild of all read models against Emmett’s of one', 15),
  least('ingest-batched-ratio', 'batched ingest against raw FULL commits', 0.3),
  least('ingest-single-ratio', 'single ingest against raw FULL commits', 0.7),
  below('figure-p95', 'any figure p95 at 1 M events', 25, 'ms', MILLION),
  below('figure-p95', 'any figure p95 at 10 M events', 200, 'ms', TEN_MILLION),
  below('list-p95', 'any list p95 at 1 M events', 10, 'ms', MILLION),
  below('second-start', 'second start at 1 M events', 2, 's', MILLION),
  below('serving-memory', 'memory serving 1 M events', 200, 'MB', MILLION),
  below('rebuild-memory', 'memory in a rebuild of 1 M events', 300, 'MB', MILLION),
  below('first-paint', 'first picture of the page p95', 1000, 'ms'),
  below('freshness-p99', 'receipt to visible figure p99', 100, 'ms'),
];

export interface Verdict extends Target {
  readonly value: number | undefined;
  readonly verdict: 'kept' | 'not kept' | 'not measured';
}

const isAbout = ({ from = 0, until = Infinity }: Target, events: number): boolean => events >= from && events <= until;

/** Each promise that is about a history of this size, and whether the rows keep it. */
export const verdicts = (rows: readonly Row[], events: number): readonly Verdict[] =>
  targets.filter((target) => isAbout(target, events)).map((target) => {
    const value = rows.find(({ id }) => id === target.row)?.value;
    return { ...target, value, verdict: value === undefined ? 'not measured' : target.kept(value) ? 'kept' : 'not kept' };
  });

/** Events at which a promise is stated, where that is one size and none of the runs has it. */
export const sizeNotRun = (target: Target, runs: readonly { readonly events: number }[]): number | undefined =>
  target.from === undefined || runs.some(({ events }) => isAbout(target, events)) ? undefined : target.from * 2;
