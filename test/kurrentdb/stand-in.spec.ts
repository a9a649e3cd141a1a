import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  AccessDeniedError, ANY, DeadlineExceededError, type ErrorType, EventStoreDBClient, isCommandError, type JSONEventType, jsonEvent, NO_STREAM,
  NotLeaderError, StreamNotFoundError, UnavailableError, UnknownError,
} from '@eventstore/db-client';
import { type Drop, fault, type Refusal } from './server/faults';
import { type ClusterInfo, MemberInfo, shared } from './server/protocol';
import { startStandIn, type StandIn, type StandInOptions } from './server/stand-in';

const SILENCE_MS = 150;
const ofClient = createRequire(require.resolve('@eventstore/db-client/package.json'));
interface Gossip {
  read(request: shared.Empty, answered: (error: Error | null, answer: ClusterInfo) => void): void;
  close(): void;
}
const one = (id = randomUUID() as string): JSONEventType<'T', { n: number }> & { id: string; contentType: 'application/json'; metadata: undefined } =>
  jsonEvent({ id, type: 'T', data: { n: 1 } }) as never;

let standIn: StandIn;
let client: EventStoreDBClient;
const start = async (options: StandInOptions = {}): Promise<void> => {
  standIn = await startStandIn(options);
  client = EventStoreDBClient.connectionString(standIn.address);
};
afterEach(async () => {
  await client.dispose().catch(() => undefined);
  await standIn.stop();
});

const inLog = (stream: string): number => standIn.log.stream(stream).length;
const outcomeOf = (call: Promise<unknown>): Promise<unknown> => call.then(() => 'answered', (error: unknown) => error);
/** What a call comes to, or that it stays silent. */
const within = (ms: number, call: Promise<unknown>): Promise<unknown> => Promise.race([outcomeOf(call), pause(ms, 'silent')]);
const append = (stream: string, event = one()): Promise<unknown> => client.appendToStream(stream, event, { expectedRevision: NO_STREAM });
const revisions = async (stream: string): Promise<bigint[]> => {
  const seen: bigint[] = [];
  for await (const { event } of client.readStream(stream)) seen.push(event!.revision);
  return seen;
};

describe('faults of the stand-in: an append', () => {
  beforeEach(() => start());

  it('is overtaken when it is held back before the write', async () => {
    standIn.faults.next('batch-append', fault.delayBefore(100), { stream: 'slow' });
    await Promise.all([append('slow'), append('quick')]);
    const names = standIn.log.records().map(({ stream }) => stream);
    expect(names.indexOf('quick')).toBeLessThan(names.indexOf('slow'));
  });

  it('is in the log before its answer when it is held back after the write', async () => {
    standIn.faults.next('batch-append', fault.delayAfter(60_000));
    expect(await within(SILENCE_MS, append('a'))).toBe('silent');
    expect(inLog('a')).toBe(1);
  });

  it('is written though its answer is lost, and not written when it was never taken', async () => {
    standIn.faults.script('batch-append', [fault.answerLost(), fault.neverAnswered(), null]);
    expect(await within(SILENCE_MS, append('lost'))).toBe('silent');
    expect(await within(SILENCE_MS, append('untaken'))).toBe('silent');
    expect(await within(SILENCE_MS * 10, append('after'))).toBe('answered');
    expect([inLog('lost'), inLog('untaken'), inLog('after')]).toEqual([1, 0, 1]);
  });

  it.each([0, 1, 5, 20, 60])('is written and never answered when the connection is cut at byte %i of the answer', async (byte) => {
    standIn.faults.next('batch-append', fault.cutAt(byte));
    const failure = await outcomeOf(append('a'));
    expect(isCommandError(failure as Error)).toBe(true);
    expect(inLog('a')).toBe(1);
    expect(await outcomeOf(append('b'))).toBe('answered');
  });

  it('takes every other append of the connection along when the connection is destroyed', async () => {
    standIn.faults.next('batch-append', fault.delayBefore(60_000), { stream: 'other' });
    const other = outcomeOf(append('other'));
    standIn.faults.next('batch-append', fault.destroyedBefore(), { stream: 'a' });
    expect(await outcomeOf(append('a'))).toBeInstanceOf(Error);
    expect(await other).toBeInstanceOf(Error);
    standIn.faults.next('batch-append', fault.destroyedAfter(), { stream: 'b' });
    expect(await outcomeOf(append('b'))).toBeInstanceOf(Error);
    expect([inLog('a'), inLog('b'), inLog('other')]).toEqual([0, 1, 0]);
  });

  const refused: readonly [Refusal, new (...given: never[]) => Error][] = [
    ['not-leader', NotLeaderError],
    ['not-ready', UnknownError],
    ['too-busy', UnknownError],
    ['timeout', DeadlineExceededError],
    ['access-denied', AccessDeniedError],
    ['unavailable', UnavailableError],
  ];
  it.each(refused)('is not written when refused as %s', async (refusal, expected) => {
    await append('warm');
    standIn.faults.next('batch-append', fault.refused(refusal));
    expect(await outcomeOf(append('a'))).toBeInstanceOf(expected);
    expect(inLog('a')).toBe(0);
  });

  it('is written yet answered as timed out, if so asked', async () => {
    standIn.faults.next('batch-append', fault.timedOutYetWritten());
    expect(await outcomeOf(append('a'))).toBeInstanceOf(DeadlineExceededError);
    expect(inLog('a')).toBe(1);
  });

  it('is lost with the node when the node stops before writing it', async () => {
    standIn.faults.next('batch-append', fault.delayBefore(50));
    const pending = outcomeOf(append('a'));
    while (standIn.faults.struck.length === 0) await pause(1);
    await standIn.restart();
    expect(await pending).toBeInstanceOf(Error);
    await pause(100);
    expect(inLog('a')).toBe(0);
  });
});

describe('faults of the stand-in: a reader', () => {
  beforeEach(async () => {
    await start();
    for (let i = 0; i < 5; i += 1) await client.appendToStream('a', one());
  });

  const drops: readonly [Drop, ErrorType | 'end'][] = [
    ['reset', 'unknown' as ErrorType],
    ['unavailable', 'unavailable' as ErrorType],
    ['cancelled', 'cancelled' as ErrorType],
    ['end', 'end'],
    ['destroy', 'unavailable' as ErrorType],
  ];
  it.each(drops)('loses a subscription (%s) after the events it was given', async (drop, kind) => {
    standIn.faults.next('subscribe', fault.dropAfter(3, drop));
    const seen: bigint[] = [];
    let ended: unknown = 'end';
    try {
      for await (const { event } of client.subscribeToStream('a')) seen.push(event!.revision);
    } catch (error) {
      ended = (error as { type?: unknown }).type;
    }
    expect(ended).toBe(kind);
    // An error overtakes what the client has in hand; a clean end does not.
    expect([0n, 1n, 2n].slice(0, seen.length)).toEqual(seen);
    if (drop === 'end') expect(seen).toHaveLength(3);
    expect(standIn.faults.struck).toEqual([{ rpc: 'subscribe', stream: 'a', fault: fault.dropAfter(3, drop) }]);
  });

  it('that is fed slowly gets everything in order', async () => {
    standIn.faults.next('read', fault.slow(2));
    expect(await revisions('a')).toEqual([0n, 1n, 2n, 3n, 4n]);
  });

  it('is told of a lost connection in the middle of an event', async () => {
    standIn.faults.next('read', fault.cutAt(300));
    expect(await outcomeOf(revisions('a'))).toBeInstanceOf(UnavailableError);
  });

  it('is refused with the status that the server gives', async () => {
    standIn.faults.script('read', [fault.refused('not-ready'), fault.refused('not-leader'), fault.refused('access-denied'), null]);
    expect(await outcomeOf(revisions('a'))).toMatchObject({ type: 'unavailable', message: expect.stringContaining('Server Is Not Ready') as string });
    expect(await outcomeOf(revisions('a'))).toMatchObject({ type: 'not-leader', leader: { address: '127.0.0.1', port: standIn.port } });
    expect(await outcomeOf(revisions('a'))).toBeInstanceOf(AccessDeniedError);
    expect(await outcomeOf(revisions('a'))).toBe('answered');
  });
});

describe('the stand-in over a restart', () => {
  beforeEach(() => start());

  it('keeps the log, and forgets ids only if it is to', async () => {
    const event = one();
    const again = async (): Promise<bigint> => (await client.appendToStream('a', event, { expectedRevision: ANY })).nextExpectedRevision;
    expect(await again()).toBe(0n);
    await standIn.restart({ forgetIds: false });
    await outcomeOf(revisions('a'));
    expect(await again()).toBe(0n);
    await standIn.restart();
    await outcomeOf(revisions('a'));
    expect(await again()).toBe(1n);
    expect(await revisions('a')).toEqual([0n, 1n]);
  });
});

describe('the stand-in by its options', () => {
  it('drops a copy that comes before the first is indexed, and stores one', async () => {
    await start({ indexDelayMs: 50, writeTimeoutMs: 200 });
    const event = one();
    const both = await Promise.all([append('a', event), append('a', event)].map(outcomeOf));
    expect(both.filter((outcome) => outcome === 'answered')).toHaveLength(1);
    expect(both.filter((outcome) => outcome instanceof DeadlineExceededError)).toHaveLength(1);
    expect(inLog('a')).toBe(1);
  });

  it('makes the client append the other way when it has no batch append', async () => {
    await start({ without: ['streams/batchappend'] });
    standIn.faults.next('append', fault.refused('access-denied'));
    expect(await outcomeOf(append('a'))).toBeInstanceOf(AccessDeniedError);
    expect(await outcomeOf(revisions('a'))).toBeInstanceOf(StreamNotFoundError);
    expect(await outcomeOf(append('a'))).toBe('answered');
  });

  it('serves TLS, to those who bring a name and password it knows', async () => {
    const file = (name: string): string => join(__dirname, 'certificates', name);
    await start({ tls: { key: readFileSync(file('valid.key'), 'utf8'), cert: readFileSync(file('valid.crt'), 'utf8') }, users: { netral: 'right' } });
    const as = async (credentials: string): Promise<unknown> => {
      const own = EventStoreDBClient.connectionString(`${standIn.address.replace('esdb://', `esdb://${credentials}`)}&tlsCAFile=${encodeURIComponent(file('valid.crt'))}`);
      const outcome = await outcomeOf(own.appendToStream('a', one(), { expectedRevision: ANY }));
      await own.dispose();
      return outcome;
    };
    expect(await as('netral:right@')).toBe('answered');
    expect(await as('netral:wrong@')).not.toBe('answered');
    expect(await as('')).not.toBe('answered');
    expect(inLog('a')).toBe(1);
  });

  it('says in its gossip that it leads', async () => {
    await start();
    const { GossipClient } = ofClient('./generated/gossip_grpc_pb') as { GossipClient: new (...given: unknown[]) => Gossip };
    const { credentials } = ofClient('@grpc/grpc-js') as { credentials: { createInsecure(): unknown } };
    const gossip = new GossipClient(`127.0.0.1:${standIn.port}`, credentials.createInsecure());
    const info = await new Promise<ClusterInfo>((resolve, reject) => gossip.read(new shared.Empty(), (error, answer) => (error === null ? resolve(answer) : reject(error))));
    gossip.close();
    expect(info.getMembersList().map((member) => [member.getState(), member.getIsAlive(), member.getHttpEndPoint()?.getPort()])).toEqual([
      [MemberInfo.VNodeState.LEADER, true, standIn.port],
    ]);
  });
});
