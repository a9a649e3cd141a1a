import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { KurrentDbEventStore, type KurrentDbEventStoreOptions } from '@netral/event-store/kurrentdb/kurrentdb-event-store';
import type { EventStoreUnderTest, OpenEventStore } from '../contract/event-store.testing';
import { type StandIn, startStandIn } from './server/stand-in';

/** A real server to run the suites on, instead of the stand-in. */
const REAL = process.env['NETRAL_TEST_KURRENTDB'];
/** On a server that all suites share each log that is opened reads past what the others wrote: properties are tried less often there. */
export const runsOf = (onStandIn: number): number => (REAL === undefined || REAL === '' ? onStandIn : Math.ceil(onStandIn / 4));
/** Quick enough for tests, long enough for a busy machine. */
export const QUICK: Omit<KurrentDbEventStoreOptions, 'address'> = { retry: { attemptsMax: 8, delayMs: 5, delayMsMax: 100 } };

const running: StandIn[] = [];
export const stopAll = async (): Promise<void> => {
  for (const server of running.splice(0)) await server.stop();
};

/** A server of its own for each log; on a real one, names of its own. */
export const aServer = async (): Promise<{ readonly address: string; readonly standIn?: StandIn }> => {
  await stopAll();
  if (REAL !== undefined && REAL !== '') return { address: `${REAL}${REAL.includes('?') ? '&' : '?'}streamPrefix=${encodeURIComponent(`test-${randomUUID()}-`)}` };
  const standIn = await startStandIn();
  running.push(standIn);
  return { address: standIn.address.replace(/^esdb/, 'kurrentdb'), standIn };
};

/** The adapter, opened as the contract suite wants it. The index of ids is a file, so that opening again finds it. */
export const kurrentdb = (folder: string): OpenEventStore => async (): Promise<EventStoreUnderTest> => {
  const { address } = await aServer();
  const options = { ...QUICK, address, indexFile: join(folder, `${randomUUID()}.db`) };
  let store = new KurrentDbEventStore(options);
  const reopen = async (): Promise<KurrentDbEventStore> => {
    await store.close();
    store = new KurrentDbEventStore(options);
    return store;
  };
  return { store, reopen };
};
