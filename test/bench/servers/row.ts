import type { Row } from '../row';

export const serversParts = ['receipts', 'visible', 'lag', 'freshness'] as const;
export type ServersPart = (typeof serversParts)[number];

/** One line: something measured through the servers, and where it is a comparison, what it is compared with. */
export interface ServersRow extends Omit<Row, 'part'> {
  readonly part: ServersPart;
}

export const serversRow = (part: ServersPart, id: string, what: string, value: number, unit: string, note?: string): ServersRow =>
  ({ id, part, what, value, unit, ...(note === undefined ? {} : { note }) });

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again until it is so. @throws Error naming what was waited for */
export const until = async (what: string, isSo: () => Promise<boolean> | boolean, { everyMs = 5, patienceMs = 900_000 } = {}): Promise<void> => {
  for (const began = performance.now(); !(await isSo()); await sleep(everyMs))
    if (performance.now() - began > patienceMs) throw new Error(`waited ${patienceMs / 1000} s in vain: ${what}`);
};
