import { ConflictingRedeliveryError, type EventStore } from '@netral/event-store';
import { dataOf, event, events, idOf, type OpenEventStore, wholeLog } from './event-store.testing';

export const repeats = (open: OpenEventStore): void => {
  let under: Awaited<ReturnType<OpenEventStore>>;
  let store: EventStore;
  beforeEach(async () => {
    under = await open();
    store = under.store;
  });
  afterEach(() => store.close());

  it('accepts the same append twice, keeps one copy, and answers where it stands', async () => {
    const first = await store.append('s', 'no-stream', events(3, 'a'));
    await store.append('s', 2n, [event('later')]);
    expect(await store.append('s', 'no-stream', events(3, 'a'))).toEqual({ ...first, outcome: 'repeated' });
    expect(dataOf(await wholeLog(store))).toEqual(['a0', 'a1', 'a2', 'later']);
  });

  it.each([['no-stream'], [0n], [1n], [77n]] as const)('knows a repeat whatever revision it expects: %s', async (expected) => {
    await store.append('s', 'no-stream', [event('a')]);
    await store.append('s', 0n, [event('b')]);
    expect(await store.append('s', expected, [event('a')])).toMatchObject({ outcome: 'repeated', revision: 0n });
    expect(await store.lastRevision('s')).toBe(1n);
  });

  it('knows a repeat after 5,000 later events, and after the log was opened again', async () => {
    await store.append('s', 'no-stream', [event('a')]);
    await store.append('t', 'no-stream', events(5000, 'x'));
    if (under.reopen !== undefined) store = await under.reopen();
    expect(await store.append('s', 'no-stream', [event('a')])).toMatchObject({ outcome: 'repeated', revision: 0n });
  });

  it.each([
    ['with other content', 'content', 's', [event('a', 'else')]],
    ['in another stream', 'stream', 't', [event('a')]],
    ['without the rest of a block', 'part', 's', [event('a'), event('new')]],
    ['behind a new one', 'part', 's', [event('new'), event('a')]],
  ] as const)('refuses an id that stands already, %s', async (_, difference, stream, given) => {
    const { position } = await store.append('s', 'no-stream', [event('a')]);
    const refusal = await store.append(stream, 'no-stream', given).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConflictingRedeliveryError);
    expect(refusal).toMatchObject({
      difference, standing: { id: idOf('a'), stream: 's', revision: 0n, position, contentHash: 'hash of as sent', metadata: '{"agency":"bawaslu"}' },
    });
    expect(Object.keys((refusal as ConflictingRedeliveryError).standing).toSorted()).toEqual(['contentHash', 'id', 'metadata', 'position', 'revision', 'stream']);
    expect(dataOf(await wholeLog(store))).toEqual(['a']);
  });

  it('calls a part of a block that was sent whole a repeat: all of it stands', async () => {
    await store.append('s', 'no-stream', events(3, 'a'));
    expect(await store.append('s', 2n, [event('a1')])).toMatchObject({ outcome: 'repeated', revision: 1n });
  });

  it('locates events by id, for ever, and leaves out what it does not know', async () => {
    const { position } = await store.append('s', 'no-stream', events(2, 'a'));
    await store.append('t', 'no-stream', events(3000, 'x'));
    if (under.reopen !== undefined) store = await under.reopen();
    const found = await store.locate([idOf('a1'), idOf('never'), 'no id at all', ...events(3000, 'x').map(({ id }) => id)]);
    expect(found.size).toBe(3001);
    expect(found.get(idOf('a1'))).toEqual({ id: idOf('a1'), stream: 's', revision: 1n, position, contentHash: 'hash of as sent', metadata: '{"agency":"bawaslu"}' });
    expect(await store.locate([])).toEqual(new Map());
  });
};
