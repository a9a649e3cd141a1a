import { join } from 'node:path';
import { measureApart } from '../child';
import { type Cost, each } from '../cost';
import type { RebuildFound } from '../measures/rebuild';
import { row } from '../row';
import type { Session } from '../session';
import { median } from '../statistics';

/** Makes the read models, and compares that with reading the log: rounds alternate, a process each. */
export const rebuildPart = async (session: Session): Promise<void> => {
  const { code, dataDir, rows, say } = session;
  const log = join(dataDir, 'log.db');
  const compare = session.options.only.includes('rebuild');
  const rounds: { readonly rebuild: RebuildFound; readonly plain: Cost; readonly lean: Cost }[] = [];
  for (let round = 0; round < (compare ? session.rounds : 1); round += 1) {
    say(`rebuild, round ${round + 1}`);
    const rebuild = await measureApart(code, 'rebuild', { dataDir });
    if (!compare) return;
    const plain = await measureApart(code, 'scan', { log, how: 'plain' });
    const lean = await measureApart(code, 'scan', { log, how: 'lean' });
    rounds.push({ rebuild, plain: plain.cost, lean: lean.cost });
  }
  const events = rounds[0]!.rebuild.events;
  const of = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
  rows.push(
    row('rebuild', 'rebuild-cpu', 'rebuild of all read models: CPU', of(({ rebuild }) => each(rebuild.cost, events).cpuUs), 'µs an event'),
    row('rebuild', 'rebuild-wall', 'rebuild of all read models: time', of(({ rebuild }) => rebuild.cost.wallUs / 1e6), 's'),
    row('rebuild', 'scan-cpu', 'raw scan, data and metadata parsed: CPU', of(({ plain }) => each(plain, events).cpuUs), 'µs an event', 'row by row, as it is written without thought'),
    row('rebuild', 'scan-lean-cpu', 'leanest scan known, parsed by hundreds: CPU', of(({ lean }) => each(lean, events).cpuUs), 'µs an event'),
    row('rebuild', 'rebuild-ratio', 'raw scan ÷ rebuild, CPU', of(({ rebuild, plain }) => plain.cpuUs / rebuild.cost.cpuUs), '×'),
    row('rebuild', 'rebuild-ratio-wall', 'raw scan ÷ rebuild, time', of(({ rebuild, plain }) => plain.wallUs / rebuild.cost.wallUs), '×'),
    row('rebuild', 'rebuild-ratio-lean', 'leanest scan ÷ rebuild, CPU', of(({ rebuild, lean }) => lean.cpuUs / rebuild.cost.cpuUs), '×'),
    row('rebuild', 'rebuild-memory', 'largest resident memory of a rebuild', of(({ rebuild }) => rebuild.residentMb), 'MB'),
  );
};
