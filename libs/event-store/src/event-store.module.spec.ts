import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { EVENT_STORE, type EventStore } from './event-store';
import { EventStoreModule, eventStoreConfigOf, openEventStore } from './event-store.module';

describe('the module of the event store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'netral-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([['memory' as const], ['sqlite' as const]])('gives the log that is asked for (%s) and closes it at the end', async (kind) => {
    const config = kind === 'memory' ? { kind } : { kind, file: join(folder, 'made', 'log.db') };
    const module = await Test.createTestingModule({ imports: [EventStoreModule.forRoot(config)] }).compile();
    const store = module.get<EventStore>(EVENT_STORE);
    expect(await store.head()).toBe('0'.repeat(20));
    await module.close();
    await expect(store.head()).rejects.toMatchObject({ reason: 'closed' });
  });

  it('takes from the setting what it means', () => {
    const places = { log: 'data/log.db', logIndex: 'data/log-index.db' };
    expect(eventStoreConfigOf('memory', places)).toEqual({ kind: 'memory' });
    expect(eventStoreConfigOf('sqlite', places, { readOnly: true })).toEqual({ kind: 'sqlite', file: 'data/log.db', readOnly: true });
    expect(eventStoreConfigOf('kurrentdb://host', places)).toEqual({ kind: 'kurrentdb', address: 'kurrentdb://host', indexFile: 'data/log-index.db', readOnly: false });
  });

  it('says at once that an address cannot be used', () =>
    expect(() => openEventStore({ kind: 'kurrentdb', address: 'kurrentdb://host?colour=red' })).toThrow('option colour: no such option'));
});
