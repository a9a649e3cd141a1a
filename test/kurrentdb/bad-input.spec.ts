import { readFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { NO_POSITION } from '@netral/event-store';
import { KurrentDbEventStore } from '@netral/event-store/kurrentdb/kurrentdb-event-store';
import { cliOn } from '../../apps/cli/src/testing/run-cli';
import { temporaryFolder } from '../support/temporary-folder';
import { collect, event } from '../contract/event-store.testing';
import { fault } from './server/faults';
import { type StandIn, type StandInOptions, startStandIn } from './server/stand-in';

const CERTIFICATES = join(__dirname, 'certificates');
const folder = temporaryFolder();
const doctor = (address: string) => cliOn(folder)(['doctor', '--json'], { environment: { NETRAL_EVENT_STORE: address } });

describe('a server that cannot be used', () => {
  const servers: StandIn[] = [];
  const server = async (options?: StandInOptions): Promise<StandIn> => {
    const started = await startStandIn(options);
    servers.push(started);
    return started;
  };
  afterAll(async () => {
    for (const each of servers) await each.stop();
  });

  it.each([
    ['a wrong scheme', 'https://127.0.0.1:2113', 'expected sqlite, memory, or an address that begins with kurrentdb://'],
    ['an unknown option', 'kurrentdb://127.0.0.1?colour=red', 'option colour: no such option'],
    ['an option that does nothing', 'kurrentdb://127.0.0.1?tlsVerifyCert=false', 'option tlsVerifyCert: has no effect'],
    ['a certificate file that is not there', 'kurrentdb://127.0.0.1?tlsCAFile=nowhere.crt', 'certificate file'],
  ])('for %s is one line and exit 78', async (_, address, words) => {
    const { code, err } = await doctor(address);
    expect([code, err.split('\n').length, err]).toEqual([78, 1, expect.stringContaining(words) as unknown]);
  });

  it('says that nobody answers, with exit 69', async () => {
    const gone = await startStandIn();
    await gone.stop();
    const { code, err } = await doctor(gone.address);
    expect([code, err]).toEqual([69, expect.stringContaining(`event store 127.0.0.1:${gone.port}: no answer`) as unknown]);
  });

  it('says that the password is wrong, with exit 77 and without the password', async () => {
    const at = await server();
    at.faults.next('read', fault.refused('access-denied'), { calls: 99 });
    const { code, err } = await doctor(at.address.replace('esdb://', 'kurrentdb://netral:s3cret@'));
    expect([code, err]).toEqual([77, expect.stringContaining('user or password is wrong') as unknown]);
    expect(err).not.toContain('s3cret');
  });

  it('says that its certificate has expired, with exit 77', async () => {
    const at = createSecureServer({ key: readFileSync(join(CERTIFICATES, 'expired.key')), cert: readFileSync(join(CERTIFICATES, 'expired.crt')) });
    await new Promise<void>((resolve) => at.listen(0, '127.0.0.1', resolve));
    const { code, err } = await doctor(`kurrentdb://127.0.0.1:${(at.address() as AddressInfo).port}?tlsCAFile=${encodeURIComponent(join(CERTIFICATES, 'expired.crt'))}`);
    at.close();
    expect([code, err]).toEqual([77, expect.stringContaining('certificate has expired') as unknown]);
  });

  it('says that it does not speak TLS, with exit 78', async () => {
    const { code, err } = await doctor((await server()).address.replace('tls=false', 'tls=true'));
    expect([code, err]).toEqual([78, expect.stringContaining('it does not speak TLS') as unknown]);
  });

  it.each(['5.0.11', '21.10.8', '22.6.0'])('says that version %s is too old, with exit 76', async (version) => {
    const { code, err } = await doctor((await server({ version })).address);
    expect([code, err]).toEqual([76, expect.stringContaining(`found version ${version}, expected 22.10 or newer`) as unknown]);
  });

  it.each([
    ['of another system', { a: 1 }, 'the server holds events of another system (ForeignEvent in \\"orders-1\\")'],
    ['of a newer Netral', { netral: 2, hash: 'h', metadata: {} }, 'the log was written by a newer Netral: found format 2, expected at most 1'],
  ])('refuses a log %s, with exit 65, and leaves it alone', async (_, metadata, words) => {
    const at = await server();
    const client = EventStoreDBClient.connectionString(at.address);
    await client.appendToStream('orders-1', jsonEvent({ type: 'ForeignEvent', data: {}, metadata }));
    const before = at.log.records().length;
    const { code, err } = await doctor(at.address);
    expect([code, JSON.stringify(err)]).toEqual([65, expect.stringContaining(words) as unknown]);
    const store = new KurrentDbEventStore({ address: at.address });
    await expect(store.append('s', 'no-stream', [event('a')])).rejects.toMatchObject({ reason: 'foreign' });
    await store.close();
    expect(at.log.records()).toHaveLength(before);
    await client.dispose();
  });

  it('is shared with another system under a prefix of its own', async () => {
    const at = await server();
    const client = EventStoreDBClient.connectionString(at.address);
    await client.appendToStream('orders-1', jsonEvent({ type: 'ForeignEvent', data: {} }));
    const store = new KurrentDbEventStore({ address: `${at.address}&streamPrefix=netral-` });
    await store.append('s', 'no-stream', [event('a')]);
    await client.appendToStream('orders-2', jsonEvent({ type: 'ForeignEvent', data: {} }));
    expect(at.log.stream('netral-s')).toHaveLength(1);
    const read = await collect(store.readAll(NO_POSITION));
    expect(read.map(({ stream }) => stream)).toEqual(['s']);
    expect(await store.head()).toBe(read[0]!.position);
    await store.close();
    await client.dispose();
  });

  it('is written whatever its clock says: appends carry no instant of ours', async () => {
    const at = await server({ now: () => Date.now() + 86_400_000 });
    const store = new KurrentDbEventStore({ address: at.address });
    expect(await store.append('s', 'no-stream', [event('a')])).toMatchObject({ outcome: 'appended' });
    await store.close();
  });
});
