import Table from 'cli-table3';
import type { BenchResult } from '../bench';
import { shown } from '../row';
import { verdicts } from '../targets';

/** The whole run for a terminal: every row, then what was promised and whether it is kept. */
export const asText = ({ events, logMb, seed, seconds, machine, rows }: BenchResult): string => {
  const style = { head: [], border: [] };
  const measured = new Table({ head: ['part', 'measured', 'value', 'unit', 'note'], style });
  for (const { part, what, value, unit, note } of rows) measured.push([part, what, shown(value), unit, note ?? '']);
  const promised = new Table({ head: ['target', 'to reach', 'reached', 'verdict'], style });
  for (const { what, reach, value, verdict } of verdicts(rows, events)) promised.push([what, reach, value === undefined ? '–' : shown(value), verdict]);
  const about = `${events} events, ${logMb.toFixed(0)} MB of data and metadata, seed ${seed}; ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, load ${machine.load}; ${seconds.toFixed(0)} s`;
  return [measured.toString(), promised.toString(), about].join('\n');
};
