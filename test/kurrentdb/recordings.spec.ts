import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { binaryEvent, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { temporaryFolder } from '../support/temporary-folder';
import { NOT_MODELLED } from './not-modelled';
import { differences, play, type Recording, recorded } from './recording';
import { startStandIn, type StandIn } from './server/stand-in';

// The client knows the server by its older scheme only.
const REAL = process.env.NETRAL_TEST_KURRENTDB?.replace(/^kurrentdb/, 'esdb') || undefined;
const node = recorded('node');
const scenarios = Object.keys(node.scenarios);
const folder = temporaryFolder();
/** A busy machine may need more than the 2 s a node allows to take in 5 MB; the answers are the same. */
const PATIENT_MS = 5000;

// Three groups side by side, each against a server of its own, take a third of the time; a real server plays them in the recorded order.
const GROUPS: readonly ((name: string) => boolean)[] = [
  (name) => name.startsWith('subscribe-all'),
  (name) => /^(server|append|raw-append|raw-batch|bodies|stream-names|idem|no-server|connection)/.test(name),
  () => true,
];
const groups = REAL === undefined ? GROUPS.map((holds) => scenarios.filter((name) => GROUPS.find((group) => group(name)) === holds)) : [scenarios];

/** What persistent-nack and its like leave behind on a real node: one stream that $all shows and one that it hides. */
async function leavePersistentStreams(address: string): Promise<void> {
  const client = EventStoreDBClient.connectionString(address);
  for (const kind of ['parked', 'checkpoint'])
    await client.appendToStream(`$persistentsubscription-$all::earlier-${kind}`, binaryEvent({ type: '$>', data: Buffer.from('0@x') }), { expectedRevision: NO_STREAM });
  await client.dispose();
}

describe(`recordings of a real node, played against ${REAL ?? 'the stand-in'}`, () => {
  let played: Recording;
  let found: ReadonlyMap<string, string>;
  const started: StandIn[] = [];

  beforeAll(async () => {
    // One after another: in one process a client that closes takes the pending appends of all others with it.
    for (const _ of REAL === undefined ? groups : []) {
      const standIn = await startStandIn({ writeTimeoutMs: PATIENT_MS });
      started.push(standIn);
      await leavePersistentStreams(standIn.address);
    }
    const parts = await Promise.all(groups.map((names, i) => play(started[i]?.address ?? REAL!, names, join(folder, `group-${i}.json`))));
    played = { stray_info: parts.flatMap(({ stray_info: stray }) => stray), scenarios: Object.assign({}, ...parts.map((part) => part.scenarios)) as Recording['scenarios'] };
    found = await differences(node, played, folder);
  }, 180_000);
  afterAll(() => Promise.all(started.map((standIn) => standIn.stop())));

  const modelled = scenarios.filter((name) => REAL !== undefined || !(name in NOT_MODELLED));
  it.each(modelled.map((name) => [name, node.scenarios[name]!.calls]))('%s is answered as recorded: %s', (name) => {
    expect(found.get(name) ?? '').toBe('');
  });

  if (REAL === undefined)
    it.each(Object.entries(NOT_MODELLED))('%s is not modelled: %s', (name) => {
      expect(scenarios).toContain(name);
      expect(found.get(name) ?? 'It agrees by now: take it off the list.').toContain('DIFF');
    });

  // How many copies of a retry storm are answered twice is chance; all else that the client throws outside its promises is not.
  it('makes the client throw outside its promises where it was seen to, and nowhere else', () => {
    const strays = ({ stray_info: stray }: Recording): string[] => stray.filter(({ scenario }) => scenario !== 'append-concurrent-same-ids').map(({ scenario, error }) => `${scenario}: ${error}`);
    expect(strays(played)).toEqual(strays(node));
  });
});

describe('recordings that fill or restart their node, played against the stand-in', () => {
  let standIn: StandIn;
  let control: Server;
  beforeAll(async () => {
    standIn = await startStandIn();
    // The recorder restarts its server by a command, here a request to this process.
    control = createServer((_, response) => void standIn.restart({ downMs: 1000 }).then(() => response.end())).listen(0, '127.0.0.1');
    await new Promise((resolve) => control.once('listening', resolve));
  });
  afterAll(async () => {
    control.close();
    await standIn.stop();
  });

  it('loses, by later events, an id given with any when the real node did, and never one given with a revision', async () => {
    const ours = await play(standIn.address, ['idem-window'], join(folder, 'window.json'));
    expect(ours.scenarios['idem-window']?.facts).toEqual(recorded('idempotence-window').scenarios['idem-window']?.facts);
  }, 60_000);

  it('forgets over a restart the ids given with any, breaks subscriptions off without a status, and keeps the log', async () => {
    const { port } = control.address() as AddressInfo;
    const restart = `"${process.execPath}" -e "fetch('http://127.0.0.1:${port}')"`;
    const ours = await play(standIn.address, ['restart'], join(folder, 'restart.json'), '--restart', restart);
    expect(await differences(recorded('restart'), ours, folder)).toEqual(new Map());
  }, 60_000);
});
