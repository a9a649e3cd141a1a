import { type EventStore, InvalidAppendError, NO_POSITION, RevisionConflictError } from '@netral/event-store';
import { collect, dataOf, event, events, idOf, type OpenEventStore, wholeLog, words } from './event-store.testing';

export const appends = (open: OpenEventStore): void => {
  let store: EventStore;
  beforeEach(async () => {
    ({ store } = await open());
  });
  afterEach(() => store.close());

  it('numbers a stream from 0 and answers the place of the last event', async () => {
    const first = await store.append('report-1', 'no-stream', events(2, 'a'));
    const second = await store.append('report-1', 1n, [event('b')]);
    const read = await wholeLog(store);
    expect(read.map(({ stream, revision }) => `${stream}@${revision}`)).toEqual(['report-1@0', 'report-1@1', 'report-1@2']);
    expect([first, second]).toEqual([
      { outcome: 'appended', revision: 1n, position: read[1]!.position },
      { outcome: 'appended', revision: 2n, position: read[2]!.position },
    ]);
  });

  it.each([
    ['no-stream', 0n, 'a stream that is there'],
    [1n, 0n, 'a revision not reached yet'],
  ] as const)('refuses %s at last revision %s (%s) and writes nothing', async (expected, actual, _why) => {
    await store.append('s', 'no-stream', [event('a')]);
    await expect(store.append('s', expected, [event('b')])).rejects.toMatchObject({ name: 'RevisionConflictError', stream: 's', expected, actual });
    expect(dataOf(await wholeLog(store))).toEqual(['a']);
  });

  it('refuses a revision of a stream that is not there', async () => {
    await expect(store.append('s', 0n, [event('a')])).rejects.toEqual(new RevisionConflictError('s', 0n, 'no-stream'));
    expect(await store.lastRevision('s')).toBe('no-stream');
    expect(await store.head()).toBe(NO_POSITION);
  });

  it('keeps every field as given', async () => {
    const given = { id: idOf('x'), type: 'ReportDismissed', data: '{ "a" : "é\u{1F5F3}\\u0000 \u2028" , "long": "' + 'x'.repeat(300_000) + '"}', metadata: '[]', contentHash: 'aé_-=' };
    const { position } = await store.append('report-Ωmega', 'no-stream', [given]);
    expect(await wholeLog(store)).toEqual([{ ...given, stream: 'report-Ωmega', revision: 0n, position }]);
  });

  it('tells streams apart by every character of their names', async () => {
    for (const name of ['s', 'S', 's ', 's_', 'ś', 's%']) await store.append(name, 'no-stream', [event(name)]);
    for (const name of ['s', 'S', 's ', 's_', 'ś', 's%']) expect(dataOf(await collect(store.readStream(name)))).toEqual([name]);
  });

  it.each([
    ['without events', 's', []],
    ['to a stream without a name', '', [event('a')]],
    ['to a stream of the server', '$all', [event('a')]],
    ['with an id twice', 's', [event('a'), event('b'), event('a')]],
    ['with an id that is no UUID', 's', [{ ...event('a'), id: 'a' }]],
    ['with an id in capitals', 's', [{ ...event('a'), id: idOf('a').toUpperCase() }]],
    ['of a type without a name', 's', [{ ...event('a'), type: '' }]],
    ['of a type of the server', 's', [{ ...event('a'), type: '$metadata' }]],
  ])('refuses an append %s', async (_, stream, given) => {
    await expect(store.append(stream, 'no-stream', given)).rejects.toBeInstanceOf(InvalidAppendError);
    expect(await wholeLog(store)).toEqual([]);
  });

  describe('many at once', () => {
    it('does nothing for none', async () => expect(await store.appendMany([])).toEqual([]));

    it('judges each in order, seeing those before it', async () => {
      const results = await store.appendMany([
        { stream: 's', expected: 'no-stream', events: [event('a')] },
        { stream: 's', expected: 0n, events: [event('b'), event('c')] },
        { stream: 's', expected: 'no-stream', events: [event('a')] },
        { stream: 't', expected: 'no-stream', events: [event('d')] },
      ]);
      expect(words(results)).toEqual(['appended', 'appended', 'repeated', 'appended']);
      expect((await wholeLog(store)).map(({ stream, revision }) => `${stream}@${revision}`)).toEqual(['s@0', 's@1', 's@2', 't@0']);
    });

    it('goes on after one that is refused, which leaves no trace', async () => {
      const results = await store.appendMany([
        { stream: 's', expected: 'no-stream', events: [event('a')] },
        { stream: 's', expected: 'no-stream', events: [event('b'), event('c')] },
        { stream: 's', expected: 0n, events: [event('d'), event('a', 'else')] },
        { stream: 's', expected: 0n, events: [] },
        { stream: 's', expected: 0n, events: [event('e')] },
      ]);
      expect(words(results)).toEqual(['appended', 'RevisionConflictError', 'ConflictingRedeliveryError', 'InvalidAppendError', 'appended']);
      expect(dataOf(await wholeLog(store))).toEqual(['a', 'e']);
      expect(await store.locate([idOf('b'), idOf('c'), idOf('d')])).toEqual(new Map());
    });

    it('keeps the order across streams where a stream taken for new is there, also when the log was just opened again', async () => {
      const under = await open();
      let again = under.store;
      await again.append('s', 'no-stream', [event('a')]);
      // Twice: what was read anew the first time is fresh in memory, the second time nothing is.
      for (let times = 0; times < 2; times += 1) {
        again = (await under.reopen?.()) ?? again;
        await again.locate([idOf('a')]);
      }
      const results = await again.appendMany([
        { stream: 's', expected: 'no-stream', events: [event('b')] },
        { stream: 's', expected: 0n, events: [event('c')] },
        { stream: 't', expected: 'no-stream', events: [event('d')] },
      ]);
      expect(words(results)).toEqual(['RevisionConflictError', 'appended', 'appended']);
      expect(dataOf(await wholeLog(again))).toEqual(['a', 'c', 'd']);
      await again.close();
    });

    it('lets parallel callers at one revision have one winner', async () => {
      const results = await Promise.allSettled(events(10, 'e').map((each) => store.append('s', 'no-stream', [each])));
      expect(words(results).toSorted()).toEqual([...Array<string>(9).fill('RevisionConflictError'), 'appended']);
      expect(await store.lastRevision('s')).toBe(0n);
    });
  });
};
