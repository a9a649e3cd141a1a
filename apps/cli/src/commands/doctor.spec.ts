import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openEventStore } from '@netral/event-store/event-store.module';
import { event } from '../../../../test/contract/event-store.testing';
import { fault } from '../../../../test/kurrentdb/server/faults';
import { startStandIn, type StandIn, type StandInOptions } from '../../../../test/kurrentdb/server/stand-in';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { cliOn, type Ran } from '../testing/run-cli';
import { smallNetral } from '../testing/small-netral';

const folder = temporaryFolder();
let count = 0;
const fresh = (): string => {
  const data = join(folder, `data-${(count += 1)}`);
  mkdirSync(data);
  return data;
};
interface Answer {
  readonly ok: boolean;
  readonly checks: readonly { readonly check: string; readonly ok: boolean; readonly found: string }[];
}
const found = ({ out }: Ran, check: string): string | undefined => (JSON.parse(out) as Answer).checks.find((each) => each.check === check)?.found;
const wrong = ({ out }: Ran): readonly string[] => (JSON.parse(out) as Answer).checks.filter(({ ok }) => !ok).map(({ check }) => check);

describe('netral doctor, on the embedded log', () => {
  it('finds all well, and says how far the projections are', async () => {
    const data = fresh();
    await smallNetral(data);
    const { code, out } = await cliOn(data)(['doctor']);
    expect([code, out]).toEqual([0, expect.stringMatching(/semuanya baik · all is well$/) as unknown]);
    const json = await cliOn(data)(['doctor', '--json']);
    expect(found(json, 'lag recommendations')).toBe('0 peristiwa · events');
    expect(found(json, 'reachable')).toBe('log.db');
  });
  it('says that there is no log', async () => expect(await cliOn(fresh())(['doctor'])).toMatchObject({ code: 69 }));
});

describe('netral doctor, on a server', () => {
  const servers: StandIn[] = [];
  const server = async (options: StandInOptions = {}): Promise<StandIn> => {
    const started = await startStandIn(options);
    servers.push(started);
    return started;
  };
  afterAll(async () => {
    for (const each of servers) await each.stop();
  });
  const ask = (at: StandIn, ...args: string[]): Promise<Ran> => cliOn(fresh())(['doctor', '--json', ...args], { environment: { NETRAL_EVENT_STORE: at.address.replace('esdb', 'kurrentdb') } });
  const write = async (at: StandIn, type = 'ReportDismissed'): Promise<void> => {
    const store = openEventStore({ kind: 'kurrentdb', address: at.address });
    await store.append('report-1', 'no-stream', [{ ...event('a'), type }]);
    await store.close();
  };

  it('finds an empty one well: reachable, leader, writable, of its version', async () => {
    const ran = await ask(await server());
    expect([ran.code, wrong(ran)]).toEqual([0, []]);
    expect(['version', 'leader', 'writable', 'streams-whole', 'clock'].map((check) => found(ran, check))).toEqual(['24.6.0', 'yes', 'yes', 'yes', 'agrees']);
  });

  it('writes nothing', async () => {
    const at = await server();
    const before = at.log.records().length;
    await ask(at);
    expect(at.log.records()).toHaveLength(before);
  });

  it('names types that this Netral does not know', async () => {
    const at = await server();
    await write(at, 'RumourHeard');
    const ran = await ask(at);
    expect([ran.code, wrong(ran)]).toEqual([1, ['types-known']]);
    expect(found(ran, 'types-known')).toContain('RumourHeard');
    expect(wrong(await ask(at, '--quick'))).toEqual([]);
  });

  it('tells a node that does not lead', async () => {
    const at = await server();
    at.faults.next('read', fault.refused('not-leader'));
    expect(wrong(await ask(at))).toEqual(['leader']);
  });

  it('tells a user who may not write', async () => {
    const at = await server();
    at.faults.next('batch-append', fault.refused('access-denied'));
    const ran = await ask(at);
    expect(wrong(ran)).toEqual(['writable']);
    expect(found(ran, 'writable')).toContain('has not the right');
  });

  it('tells a clock that runs ahead', async () => {
    const at = await server({ now: () => Date.now() + 3_600_000 });
    await write(at);
    const ran = await ask(at, '--quick');
    expect([ran.code, wrong(ran)]).toEqual([1, ['clock']]);
    expect(found(ran, 'clock')).toContain('one of the clocks is wrong');
  });
});
