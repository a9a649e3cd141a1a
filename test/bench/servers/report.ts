import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import { shown } from '../row';
import type { ServersResult } from './bench-servers';
import { serversParts } from './row';

const [BEGIN, END] = ['<!-- measured: written by npm run bench:servers from here -->', '<!-- measured: to here -->'];
const TITLES = { receipts: 'Topic to receipt', visible: 'Topic to visible figure', lag: 'Lag under steady load', freshness: 'Freshness of single messages' } as const;

const about = ({ messages, seed, on, seconds, machine }: ServersResult): string =>
  `${messages.toLocaleString('en-US')} messages a measure, seed ${seed}, ${on}, ${seconds.toFixed(0)} s; ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, load ${machine.load} at the start.`;

/** The whole run for a terminal. */
export const asServersText = (result: ServersResult): string => {
  const table = new Table({ head: ['part', 'measured', 'value', 'unit', 'note'], style: { head: [], border: [] } });
  for (const { part, what, value, unit, note } of result.rows) table.push([part, what, shown(value), unit, note ?? '']);
  return [table.toString(), ...result.servers, about(result)].join('\n');
};

const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const measured = (result: ServersResult): string => [
  BEGIN, about(result), result.servers.map((server) => `- ${server}`).join('\n'),
  ...serversParts.flatMap((part) => [
    `## ${TITLES[part]}`,
    [['measured', 'value', 'unit', 'note'], ['---', '---', '---', '---'], ...result.rows.filter((row) => row.part === part).map(({ what, value, unit, note }) => [what, shown(value), unit, note ?? ''])].map(line).join('\n'),
  ]),
  END,
].join('\n\n');

const FRAME = `# Performance through the servers

What stands between the two marks is written by \`npm run bench:servers\`.

${BEGIN}
${END}
`;

/** The document with the part between the marks renewed; all else stays as people keep it. @throws Error when the marks are gone */
export const serversDocument = (result: ServersResult, before: string): string => {
  const [begin, end] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`performance-servers.md: expected the marks ${BEGIN} and ${END}`);
  return before.slice(0, begin) + measured(result) + before.slice(end + END.length);
};

/** Renews the document and the results behind it in a folder. Gives the names of what was written. */
export const writeServersReport = (result: ServersResult, folder: string): readonly string[] => {
  const [document, results] = [join(folder, 'performance-servers.md'), join(folder, 'performance-servers.json')];
  writeFileSync(document, serversDocument(result, existsSync(document) ? readFileSync(document, 'utf8') : FRAME));
  writeFileSync(results, `${JSON.stringify(result, undefined, 1)}\n`);
  return [document, results];
};
