import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compileTo } from './compile';
import type { BenchOptions } from './options';
import type { Row } from './row';

/** One run: its options, its folders, and what it has found so far. */
export interface Session {
  readonly options: BenchOptions;
  /** The repository. */
  readonly root: string;
  /** Compiled libs and bench. */
  readonly code: string;
  /** Messages of the season. */
  readonly corpus: string;
  /** Data folder of the Netral that is measured. */
  readonly dataDir: string;
  readonly say: (text: string) => void;
  readonly rows: Row[];
  /** Alternating rounds of what is compared. */
  readonly rounds: number;
}

/** Prepares the folders of a run; `end` removes what is only its own. */
export const openSession = (root: string, options: BenchOptions, say: (text: string) => void): Session & { readonly end: () => void } => {
  const cache = join(root, 'node_modules/.cache/netral-bench');
  const run = join(cache, `run-${process.pid}`);
  mkdirSync(run, { recursive: true });
  const code = join(run, 'code');
  compileTo(root, code);
  const dataDir = options.data ?? join(run, 'data');
  mkdirSync(dataDir, { recursive: true });
  return {
    options, root, code, dataDir, say, rows: [],
    corpus: join(cache, `season-${options.seed}-${options.events}.ndjson`),
    rounds: options.events > 2_000_000 ? 1 : options.events > 200_000 ? 2 : 3,
    end: () => {
      rmSync(code, { recursive: true, force: true });
      if (options.keep) say(`kept: ${dataDir}`);
      else rmSync(run, { recursive: true, force: true });
    },
  };
};
