import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One number as the press printed it. */
export interface PublishedFigure {
  /** The day it speaks of; null where the text names none. */
  readonly asOf: string | null;
  readonly publishedOn: string;
  /** Which of the five documents. */
  readonly source: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, unknown>>;
  readonly value: number;
  readonly unit: string;
  readonly quote: string;
  readonly note?: string;
}

export interface ReprimandedRegion {
  readonly row: number;
  readonly office: string;
  readonly regionType: 'provinsi' | 'kabupaten' | 'kota';
  readonly name: string;
  readonly codePermendagri72_2019: string;
  readonly code2025: string;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(path.join(__dirname, name), 'utf8')) as T;

/** The 70 figures of five documents of June to December 2020. */
export const publishedFigures = read<readonly PublishedFigure[]>('published-figures.json');
/** The 67 regions whose heads were reprimanded on 27 October 2020. */
export const reprimandedRegions = read<readonly ReprimandedRegion[]>('reprimanded-67-regions.json');
