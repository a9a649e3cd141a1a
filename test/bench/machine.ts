import { cpus, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';

/** What the numbers were taken on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  /** Average of waiting processes over the minute before: numbers of a busy machine are to be read as ratios. */
  readonly load: number;
}

export const machine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: cpus().length, memoryGb: Math.round(totalmem() / 1024 ** 3), node: process.version,
  load: Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]),
});
