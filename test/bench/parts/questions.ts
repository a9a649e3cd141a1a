import { measureApart } from '../child';
import type { Taken } from '../questions';
import { row, type Row } from '../row';
import type { Session } from '../session';
import { quantiles } from '../statistics';

/** Figures and lists at random times, in one process without HTTP. */
export const questionsPart = async ({ code, dataDir, options, rows, say }: Session, times: number): Promise<void> => {
  say('asking figures and lists in-process');
  const { figures, lists, others } = await measureApart(code, 'questions', { dataDir, seed: options.seed, times });
  rows.push(...quantileRows('figure', figures, 'in-process'), ...quantileRows('list', lists, 'in-process'), ...quantileRows('other', others, 'in-process').slice(0, -1));
};

/** Of each kind its p50 / p95 / p99, and the worst of the kinds. */
export const quantileRows = (id: string, taken: Taken, where: string): readonly Row[] => {
  const kinds = Object.entries(taken).map(([kind, ms]) => ({ kind, found: quantiles(ms) }));
  const worst = kinds.reduce((most, each) => (each.found.p95 > most.found.p95 ? each : most), kinds[0]!);
  const suffix = where === 'in-process' ? '' : '-http';
  const text = ({ p50, p99, count }: (typeof worst)['found']) => `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}; ${count} asked`;
  return [
    ...kinds.map(({ kind, found }) => row(where === 'in-process' ? 'figures' : 'server', `${id}${suffix}:${kind}`, `${id} ${kind}, ${where}: p95`, found.p95, 'ms', text(found))),
    row(where === 'in-process' ? 'figures' : 'server', `${id}${suffix}-p95`, `slowest ${id} (${worst.kind}), ${where}: p95`, worst.found.p95, 'ms', text(worst.found)),
  ];
};
