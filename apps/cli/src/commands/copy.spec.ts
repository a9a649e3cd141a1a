import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { NO_POSITION, type EventStore } from '@netral/event-store';
import { openEventStore } from '@netral/event-store/event-store.module';
import { collect, event, events } from '../../../../test/contract/event-store.testing';
import { startStandIn, type StandIn } from '../../../../test/kurrentdb/server/stand-in';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { cliOn, type Ran, type RunOptions } from '../testing/run-cli';

const folder = temporaryFolder();
let count = 0;
const name = (): string => join(folder, `copy-${(count += 1)}`);
const using = async <T>(store: EventStore, use: (store: EventStore) => Promise<T>): Promise<T> => use(store).finally(() => store.close());
const source = async (): Promise<string> => {
  const file = `${name()}.db`;
  await using(openEventStore({ kind: 'sqlite', file }), async (store) => {
    for (let round = 0; round < 30; round += 1) {
      for (const stream of ['s', 't', 'u']) await store.append(stream, round === 0 ? 'no-stream' : BigInt(2 * round - 1), events(2, `${stream}${round}.`));
    }
  });
  return `sqlite:${file}`;
};
const run = (from: string, to: string, options?: RunOptions): Promise<Ran> => {
  const data = name();
  mkdirSync(data);
  return cliOn(data)(['copy', '--from', from, '--to', to, '--json'], options);
};

describe('netral copy', () => {
  let server: StandIn;
  let to: string;
  beforeEach(async () => {
    server = await startStandIn();
    to = server.address.replace('esdb', 'kurrentdb');
  });
  afterEach(() => server.stop());
  const held = (): Promise<string[]> => using(openEventStore({ kind: 'kurrentdb', address: to }), async (store) =>
    (await collect(store.readAll(NO_POSITION))).map(({ stream, revision, id, data, metadata, contentHash }) => [stream, revision, id, data, metadata, contentHash].join(' ')));

  it('brings a whole log to a server, and proves it', async () => {
    const from = await source();
    const { code, out } = await run(from, to);
    expect(code).toBe(0);
    const answer = JSON.parse(out) as { source: object; target: object };
    expect(answer).toMatchObject({ copied: 180, standing: 0, equal: true, differing: [], source: { events: 180, streams: 3 } });
    expect(answer.target).toEqual(answer.source);
  });

  it('does nothing more when run again, and brings it back the same', async () => {
    const from = await source();
    await run(from, to);
    expect(JSON.parse((await run(from, to)).out)).toMatchObject({ copied: 0, standing: 180, equal: true });
    expect(JSON.parse((await run(to, `sqlite:${name()}.db`)).out)).toMatchObject({ copied: 180, equal: true });
  });

  it.each([[1], [45], [179]])('goes on from %i events that stand there already', async (standing) => {
    const from = await source();
    await using(openEventStore({ kind: 'sqlite', file: from.slice(7), readOnly: true }), async (log) => using(openEventStore({ kind: 'kurrentdb', address: to }), async (store) => {
      for await (const { stream, revision, position: _, ...each } of log.readAll(NO_POSITION, { limit: standing })) await store.append(stream, revision === 0n ? 'no-stream' : revision - 1n, [each]);
    }));
    expect(JSON.parse((await run(from, to)).out)).toMatchObject({ copied: 180 - standing, standing, equal: true });
    expect(await held()).toHaveLength(180);
  });

  it('refuses a target that holds something else, and leaves it alone', async () => {
    await using(openEventStore({ kind: 'kurrentdb', address: to }), (store) => store.append('s', 'no-stream', [event('s0.0', 'else')]));
    const before = await held();
    const { code, err } = await run(await source(), to);
    expect([code, err]).toEqual([1, expect.stringContaining('the target holds an event that the source has not, or has differently (s@0)') as unknown]);
    expect(await held()).toEqual(before);
  });

  it('refuses a target that is ahead of the source', async () => {
    const from = await source();
    await run(from, to);
    await using(openEventStore({ kind: 'kurrentdb', address: to }), (store) => store.append('later', 'no-stream', [event('later')]));
    expect(await run(from, to)).toMatchObject({ code: 1 });
  });

  it('stops at Ctrl-C, and goes on when run again', async () => {
    const from = await source();
    const stop = new AbortController();
    stop.abort();
    expect(await run(from, to, { signal: stop.signal })).toMatchObject({ code: 130 });
    expect(JSON.parse((await run(from, to)).out)).toMatchObject({ equal: true });
  });

  it.each([
    ['no source', ['copy', '--to', 'sqlite:x'], 2, '--from: '],
    ['a target that is none', ['copy', '--from', 'sqlite:x', '--to', 'postgres://x'], 2, '--to: '],
    ['a source that is not there', ['copy', '--from', 'sqlite:x', '--to', 'sqlite:y'], 69, '--from: '],
    ['an address with an unknown option', ['copy', '--from', 'kurrentdb://h?x=1', '--to', 'sqlite:y'], 78, 'option x: no such option'],
  ])('says what is wrong with %s', async (_, argv, code, words) => {
    const ran = await cliOn(name())(argv);
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(words) as unknown]);
  });
});
