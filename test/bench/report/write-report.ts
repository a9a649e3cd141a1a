import type { BenchResult } from '../bench';
export const writeReport = (_result: BenchResult): readonly string[] => [];
