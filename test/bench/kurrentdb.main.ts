// What the adapter costs beside the bare client, on the same server, in the same run, in turns:
//   node -r ./test/support/ts-register.cjs test/bench/kurrentdb.main.ts
// NETRAL_TEST_KURRENTDB=<address> measures on that server; else the stand-in of the tests, in a process of its own.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { EventStoreDBClient, jsonEvent, NO_STREAM, START } from '@eventstore/db-client';
import { type EventStore, type NewEvent, NO_POSITION } from '@netral/event-store';
import { KurrentDbEventStore } from '@netral/event-store/kurrentdb/kurrentdb-event-store';

const EVENTS = Number(process.env['NETRAL_TEST_EVENTS'] ?? 20_000);
const ROUNDS = 5;
const BLOCKS = [10, 100, 1000] as const;

interface Server {
  readonly address: string;
  stop(): void;
}
const standIn = async (): Promise<Server> => {
  const child = spawn(process.execPath, ['-r', join(__dirname, '../support/ts-register.cjs'), join(__dirname, '../kurrentdb/server/stand-in.main.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  return { address: String(value), stop: () => void child.kill() };
};
const given = process.env['NETRAL_TEST_KURRENTDB'];
const server = async (): Promise<Server> => (given === undefined ? standIn() : { address: given, stop: () => undefined });

/** 256 bytes of data, as contract.md measured the real node. */
const event = (index: number): NewEvent => ({
  id: randomUUID(), type: 'ReportDismissed', contentHash: 'h'.repeat(43), metadata: JSON.stringify({ recordedAt: '2020-10-26T00:00:00.000Z', version: 1 }),
  data: JSON.stringify({ index, text: 'x'.repeat(230) }),
});

/** Events a second, and CPU of this process an event, which other work on the machine touches less. */
interface Pace {
  readonly perSecond: number;
  readonly cpuUs: number;
}
const paceOf = async (count: number, work: () => Promise<void>): Promise<Pace> => {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: Math.round((count / (performance.now() - started)) * 1000), cpuUs: (user + system) / count };
};

const appendBare = (client: EventStoreDBClient, block: number) => async (): Promise<void> => {
  const stream = `bare-${randomUUID()}`;
  for (let from = 0; from < EVENTS; from += block) {
    const events = Array.from({ length: block }, (_, index) => event(from + index)).map(({ id, type, data, metadata, contentHash }) =>
      jsonEvent({ id, type, data: JSON.parse(data) as never, metadata: { netral: 1, hash: contentHash, metadata: JSON.parse(metadata) as never } }));
    await client.appendToStream(stream, events, { expectedRevision: from === 0 ? NO_STREAM : BigInt(from - 1) });
  }
};

const appendAdapted = (store: EventStore, block: number) => async (): Promise<void> => {
  const stream = `adapted-${randomUUID()}`;
  for (let from = 0; from < EVENTS; from += block) {
    await store.append(stream, from === 0 ? 'no-stream' : BigInt(from - 1), Array.from({ length: block }, (_, index) => event(from + index)));
  }
};

const readBare = (client: EventStoreDBClient) => async (): Promise<void> => {
  let count = 0;
  for await (const { event: each } of client.readAll({ fromPosition: START })) if (each !== undefined && !each.type.startsWith('$') && (count += 1) >= EVENTS) break;
};
const readAdapted = (store: EventStore) => async (): Promise<void> => {
  let count = 0;
  for await (const _ of store.readAll(NO_POSITION, { limit: EVENTS })) count += 1;
  if (count < EVENTS) throw new Error(`read ${count} of ${EVENTS}`);
};
const followAdapted = (store: EventStore) => async (): Promise<void> => {
  const stop = new AbortController();
  let count = 0;
  for await (const batch of store.subscribe(NO_POSITION, { signal: stop.signal })) if ((count += batch.length) >= EVENTS) stop.abort();
};
const followBare = (client: EventStoreDBClient) => async (): Promise<void> => {
  let count = 0;
  const subscription = client.subscribeToAll({ fromPosition: START });
  for await (const { event: each } of subscription) if (each !== undefined && !each.type.startsWith('$') && (count += 1) >= EVENTS) break;
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Both in turns, so that what else the machine does weighs on both. */
const compare = async (name: string, aim: number, bare: () => Promise<void>, adapted: () => Promise<void>): Promise<string> => {
  const [ours, theirs]: [Pace[], Pace[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    theirs.push(await paceOf(EVENTS, bare));
    ours.push(await paceOf(EVENTS, adapted));
  }
  const ratio = median(ours.map((each, index) => each.perSecond / theirs[index]!.perSecond));
  const cpu = median(ours.map((each, index) => theirs[index]!.cpuUs / each.cpuUs));
  const [their, our] = [theirs, ours].map((paces) => String(median(paces.map(({ perSecond }) => perSecond))).padStart(8));
  return `${name.padEnd(24)} ${their} ${our}   ${ratio.toFixed(2)}   ${cpu.toFixed(2)} (aim ${aim.toFixed(1)})`;
};

/** On a log that holds these events and nothing else: a server of its own. */
const reading = async (print: (line: string) => void): Promise<void> => {
  const at = given === undefined ? await standIn() : { address: `${given}${given.includes('?') ? '&' : '?'}streamPrefix=adapted-`, stop: () => undefined };
  const client = EventStoreDBClient.connectionString(given ?? at.address);
  const store = new KurrentDbEventStore({ address: at.address });
  if (given === undefined) await appendAdapted(store, 1000)();
  print(await compare('read the whole log', 0.8, readBare(client), readAdapted(store)));
  print(await compare('subscribe from the start', 0.8, followBare(client), followAdapted(store)));
  await store.close();
  // Not waited for: after a subscription that was broken off, the client's never comes back.
  void client.dispose();
  at.stop();
};

void (async () => {
  const at = await server();
  const client = EventStoreDBClient.connectionString(at.address);
  const store = new KurrentDbEventStore({ address: at.address });
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  try {
    print(`${given === undefined ? 'stand-in' : 'server'}, ${EVENTS} events of 256 bytes, ${ROUNDS} rounds, events/s: bare, adapter, ratio; ratio by CPU (medians)`);
    for (const block of BLOCKS) print(await compare(`append, blocks of ${block}`, 0.9, appendBare(client, block), appendAdapted(store, block)));
    await reading(print);
  } finally {
    await store.close();
    at.stop();
    process.exit();
  }
})();
