import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureApart } from '../child';
import { type Cost, each } from '../cost';
import { row } from '../row';
import type { Session } from '../session';
import { median } from '../statistics';

/** Events that the peer is given: its cost an event is so many times ours that the whole season would take minutes. */
const PEER_EVENTS_MAX = 4000;
interface PeerFound {
  readonly events: number;
  readonly append: Cost;
  /** By its consumer; and by its pieces in one transaction a page, without checkpoints. */
  readonly rebuild: Cost;
  readonly bare: Cost;
}

/** Emmett on SQLite: the same events appended, the same overdue projection folded, in the same run. */
export const peerPart = async (session: Session): Promise<void> => {
  const { root, code, dataDir, rows, say } = session;
  const place = join(root, 'test/bench/peer');
  if (!existsSync(join(place, 'node_modules'))) {
    say('installing the peer');
    const { status } = spawnSync('npm', ['ci', '--prefix', place], { stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error('the peer could not be installed: leave it out with --only');
  }
  const [log, rebuilt] = [join(dataDir, 'log.db'), rows.find(({ id }) => id === 'rebuild-cpu')?.value];
  const rounds: { readonly peer: PeerFound; readonly ours: Cost }[] = [];
  for (let round = 0; round < 2; round += 1) {
    say(`peer, round ${round + 1}`);
    const [mine, theirs, sample] = [join(dataDir, 'append.db'), join(dataDir, 'peer.db'), join(dataDir, 'sample.ndjson')];
    const ours = await measureApart(code, 'append', { log, into: mine, sample, events: PEER_EVENTS_MAX });
    rounds.push({ peer: measurePeer(place, { sample, file: theirs }), ours: each(ours.cost, ours.events) });
    for (const file of [mine, theirs]) for (const end of ['', '-wal', '-shm', '.lock']) rmSync(`${file}${end}`, { force: true });
  }
  const of = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
  const note = `${rounds[0]!.peer.events} events of the same log, whole streams`;
  const [append, fold, bare] = (['append', 'rebuild', 'bare'] as const).map((what) => of(({ peer }) => each(peer[what], peer.events).cpuUs)) as [number, number, number];
  rows.push(
    row('peer', 'peer-append', 'Emmett: append, one a call: CPU', append, 'µs an event', note),
    row('peer', 'own-append', 'Netral: append, one a call: CPU', of(({ ours }) => ours.cpuUs), 'µs an event', note),
    row('peer', 'append-ratio', 'Emmett ÷ Netral, append', append / of(({ ours }) => ours.cpuUs), '×'),
    row('peer', 'peer-rebuild', 'Emmett: rebuild of one overdue projection by its consumer: CPU', fold, 'µs an event', note),
    row('peer', 'peer-bare', 'Emmett: the same fold by pages, without its checkpoints: CPU', bare, 'µs an event', 'one overdue projection only'),
    ...(rebuilt === undefined ? [] : [row('peer', 'rebuild-peer-ratio', 'Emmett, one projection ÷ Netral, all read models', fold / rebuilt, '×', 'CPU an event')]),
  );
};

const measurePeer = (place: string, task: { readonly sample: string; readonly file: string }): PeerFound => {
  const { status, stdout } = spawnSync(process.execPath, [join(place, 'measure.mjs'), JSON.stringify(task)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw new Error(`the peer ended with ${status}`);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as PeerFound;
};
