import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchResult } from '../bench';
import { markdown } from './markdown';
import { plot } from './plot';
import { keepResult } from './results-file';

/** Renews the document, its plot and the results behind them in a folder. Gives the names of what was written. */
export const writeReport = (result: BenchResult, folder: string): readonly string[] => {
  const [results, document, drawing] = [join(folder, 'performance.json'), join(folder, 'performance.md'), join(folder, 'performance.svg')];
  const all = keepResult(results, result);
  writeFileSync(document, markdown(all, existsSync(document) ? readFileSync(document, 'utf8') : ''));
  writeFileSync(drawing, plot(all));
  return [document, drawing, results];
};
