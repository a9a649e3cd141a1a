import { type EventStore, type ExpectedRevision, type StreamAppend } from '@netral/event-store';
import * as fc from 'fast-check';
import { collect, event, idOf, type OpenEventStore, wholeLog } from './event-store.testing';

/** The plainest log there is: a list, searched from the front. Shares no code with the adapters. */
class ModelLog {
  readonly kept: { readonly stream: string; readonly name: string; readonly content: string }[] = [];

  last(stream: string): number {
    return this.kept.filter((each) => each.stream === stream).length - 1;
  }

  append({ stream, expected, names, content }: ModelAppend): string {
    const standing = names.map((name) => this.kept.find((each) => each.name === name));
    if (new Set(names).size < names.length) return 'InvalidAppendError';
    if (standing.some((each) => each !== undefined && (each.stream !== stream || each.content !== content))) return 'ConflictingRedeliveryError';
    if (standing.every((each) => each !== undefined)) return `repeated@${this.revisionOf(names.at(-1)!)}`;
    if (standing.some((each) => each !== undefined)) return 'ConflictingRedeliveryError';
    if (expected !== this.last(stream)) return 'RevisionConflictError';
    this.kept.push(...names.map((name) => ({ stream, name, content })));
    return `appended@${this.last(stream)}`;
  }

  revisionOf(name: string): number {
    const { stream } = this.kept.find((each) => each.name === name)!;
    return this.kept.filter((each) => each.stream === stream).findIndex((each) => each.name === name);
  }
}

interface ModelAppend {
  readonly stream: string;
  /** -1: no stream. */
  readonly expected: number;
  readonly names: readonly string[];
  readonly content: string;
}

const NAMES = Array.from({ length: 14 }, (_, index) => `e${index}`);
const oneAppend = fc.record({
  stream: fc.constantFrom('s', 't', 'u'),
  names: fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }),
  content: fc.constantFrom('x', 'x', 'x', 'y'),
  // Mostly what the stream stands at, so that much is written; else anything.
  drift: fc.constantFrom(0, 0, 0, 0, -1, 1),
});
const command = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('append' as const), appends: fc.array(oneAppend, { minLength: 1, maxLength: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('read' as const), after: fc.nat(20), limit: fc.nat(8), backwards: fc.boolean() }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const toStore = ({ stream, expected, names, content }: ModelAppend): StreamAppend => ({
  stream,
  expected: (expected < 0 ? 'no-stream' : BigInt(expected)) satisfies ExpectedRevision,
  events: names.map((name) => event(name, content)),
});

const run = async (open: OpenEventStore, commands: readonly Command[]): Promise<void> => {
  const under = await open();
  const model = new ModelLog();
  let store = under.store;
  try {
    for (const each of commands) {
      if (each.kind === 'reopen') store = (await under.reopen?.()) ?? store;
      else if (each.kind === 'append') await appendToBoth(store, model, each.appends);
      else await readBoth(store, model, each);
    }
    await sameWhole(store, model);
  } finally {
    await store.close();
  }
};

const appendToBoth = async (store: EventStore, model: ModelLog, drifting: readonly (Omit<ModelAppend, 'expected'> & { drift: number })[]): Promise<void> => {
  const expected: string[] = [];
  // The revision expected is judged by the model as it will stand when the append's turn comes.
  const appends = drifting.map((each) => {
    const append = { ...each, expected: Math.max(-1, model.last(each.stream) + each.drift) };
    expected.push(model.append(append));
    return toStore(append);
  });
  const results = await store.appendMany(appends);
  const found = results.map((result) => (result.status === 'fulfilled' ? `${result.value.outcome}@${result.value.revision}` : (result.reason as Error).name));
  expect(found).toEqual(expected);
};

const readBoth = async (store: EventStore, model: ModelLog, { after, limit, backwards }: { after: number; limit: number; backwards: boolean }): Promise<void> => {
  const whole = await wholeLog(store);
  const start = whole[after];
  if (start !== undefined) expect(await collect(store.readAll(start.position, { limit }))).toEqual(whole.slice(after + 1, after + 1 + limit));
  const ofStream = model.kept.filter(({ stream }) => stream === 's').map(({ name }) => idOf(name));
  const direction = backwards ? 'backwards' : 'forwards';
  const read = (await collect(store.readStream('s', { direction, limit }))).map(({ id }) => id);
  expect(read).toEqual((backwards ? ofStream.toReversed() : ofStream).slice(0, limit));
};

const sameWhole = async (store: EventStore, model: ModelLog): Promise<void> => {
  const whole = await wholeLog(store);
  expect(whole.map(({ id, stream, revision, contentHash }) => [id, stream, Number(revision), contentHash]))
    .toEqual(model.kept.map(({ name, stream, content }) => [idOf(name), stream, model.revisionOf(name), `hash of ${content}`]));
  expect(whole.map(({ position }) => position)).toEqual(whole.map(({ position }) => position).toSorted());
  const located = await store.locate(NAMES.map(idOf));
  expect([...located.keys()].toSorted()).toEqual(whole.map(({ id }) => id).toSorted());
  for (const { type: _, data: __, ...location } of whole) expect(located.get(location.id)).toEqual(location);
};

export const agreesWithTheModel = (open: OpenEventStore): void => {
  it('does what a plain list would do, for any order of appends, repeats, conflicts, reads and reopenings', async () => {
    await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 20 }), (commands) => run(open, commands)), { numRuns: 60 });
  });
};
