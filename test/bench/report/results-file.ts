import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { BenchResult } from '../bench';

/** Sizes that the document compares; a run belongs to the nearest. */
export const sizes = [10_000, 100_000, 1_000_000, 10_000_000] as const;
export type Size = (typeof sizes)[number];
export type Results = Partial<Record<Size, BenchResult>>;

export const sizeOf = (events: number): Size =>
  sizes.reduce((nearest, size) => (Math.abs(Math.log(size / events)) < Math.abs(Math.log(nearest / events)) ? size : nearest));

/** `10 k`, `1 M`. */
export const sizeName = (size: number): string => (size >= 1_000_000 ? `${size / 1_000_000} M` : `${size / 1000} k`);

/** What the last runs of each size found: a run renews its own and leaves the larger ones, which take long, as they are. */
export const readResults = (file: string): Results => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {});

export const keepResult = (file: string, result: BenchResult): Results => {
  const [before, size] = [readResults(file), sizeOf(result.events)];
  const measured = new Set(result.rows.map(({ part }) => part));
  const others = (before[size]?.rows ?? []).filter(({ part }) => !measured.has(part));
  const results: Results = { ...before, [size]: { ...result, failed: [], rows: [...others, ...result.rows] } };
  writeFileSync(file, `${JSON.stringify(results, undefined, 1)}\n`);
  return results;
};
