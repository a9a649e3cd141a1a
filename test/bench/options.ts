export const parts = ['ingest', 'rebuild', 'figures', 'server', 'page', 'peer'] as const;
export type Part = (typeof parts)[number];

export interface BenchOptions {
  /** Messages of the season, about: a season is taken whole, so many times as large as it needs to be. */
  readonly events: number;
  readonly seed: number;
  /** Which parts are measured; the document keeps what an earlier run found of the others. */
  readonly only: readonly Part[];
  readonly json: boolean;
  /** Whether `docs/performance.md` is written. */
  readonly write: boolean;
  /** Data folder of an earlier run of this size and seed (see `--keep`): its log is taken, nothing is recorded anew. */
  readonly data: string | undefined;
  /** Leaves the data folder where it is, and says where. */
  readonly keep: boolean;
}

const USAGE = `usage: npm run bench [-- --events 300|10k|100k|1m|10m] [--seed N] [--only ${parts.join(',')}] [--json] [--no-write] [--keep] [--data FOLDER]`;
const SUFFIX = { '': 1, k: 1000, m: 1_000_000 } as const;

/** `10k`, `1m` or digits. */
const countOf = (text: string): number => {
  const [, digits, suffix = ''] = /^([1-9]\d{0,7})([km]?)$/.exec(text.toLowerCase()) ?? [];
  if (digits === undefined) throw new RangeError(`--events: found ${text}, expected a count such as 100k\n${USAGE}`);
  return Number(digits) * SUFFIX[suffix as keyof typeof SUFFIX];
};

const partsOf = (text: string): readonly Part[] =>
  text.split(',').map((name) => {
    const part = parts.find((each) => each === name);
    if (part === undefined) throw new RangeError(`--only: found ${name}, expected some of ${parts.join(', ')}\n${USAGE}`);
    return part;
  });

/** @throws RangeError with the usage */
export const readOptions = (args: readonly string[]): BenchOptions => {
  const options = { events: 100_000, seed: 2020, only: parts as readonly Part[], json: false, write: true, keep: false, data: undefined as string | undefined };
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at];
    if (name === '--json') options.json = true;
    else if (name === '--no-write') options.write = false;
    else if (name === '--keep') options.keep = true;
    else {
      const value = args[(at += 1)] ?? '';
      if (name === '--events') options.events = countOf(value);
      else if (name === '--seed' && /^\d{1,9}$/.test(value)) options.seed = Number(value);
      else if (name === '--only') options.only = partsOf(value);
      else if (name === '--data' && value !== '') options.data = value;
      else throw new RangeError(`found ${name} ${value}\n${USAGE}`);
    }
  }
  if (options.data !== undefined && options.only.includes('ingest')) throw new RangeError(`--data: found a log recorded before, expected --only without ingest\n${USAGE}`);
  return options;
};
