import { copyFileSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { NO_POSITION, StoreUnavailableError } from '@netral/event-store';
import { SqliteEventStore } from '@netral/event-store/sqlite/sqlite-event-store';
import { temporaryFolder } from '../support/temporary-folder';
import { typescriptChild } from '../support/typescript-child';
import { dataOf, event, events, wholeLog } from './event-store.testing';

const LOCKED = 'log.db is open for writing already: stop the process that writes it, or open it to read only';
const refusal = (open: () => unknown): StoreUnavailableError => {
  try {
    open();
  } catch (error) {
    return error as StoreUnavailableError;
  }
  throw new Error('expected a refusal');
};

describe('one writer of a log in SQLite', () => {
  const folder = temporaryFolder();
  const open = (name: string, readOnly = false): SqliteEventStore => new SqliteEventStore({ file: join(folder, name, 'log.db'), readOnly, pollMs: 5 });

  it('refuses a second in the same process, in one clear line, until the first is closed', async () => {
    const first = open('same');
    expect(refusal(() => open('same'))).toMatchObject({ name: 'StoreUnavailableError', reason: 'locked', message: LOCKED });
    await first.append('s', 'no-stream', [event('a')]);
    await first.close();
    const second = open('same');
    expect(await second.append('s', 0n, [event('b')])).toMatchObject({ outcome: 'appended' });
    await second.close();
  });

  it('refuses a second process, and takes the log over at once when the first was killed', async () => {
    const child = typescriptChild(join(__dirname, 'event-store.hold-log.ts'), join(folder, 'other', 'log.db'));
    expect((await child.lines.next()).value).toBe('held');
    expect(refusal(() => open('other'))).toMatchObject({ reason: 'locked', message: LOCKED });
    child.process.kill('SIGKILL');
    expect(await child.ended).toMatchObject({ signal: 'SIGKILL' });
    const store = open('other');
    expect(await store.append('s', 'no-stream', [event('a')])).toMatchObject({ outcome: 'appended' });
    await store.close();
  });

  it('lets readers in beside the writer, who see what it appends and may append nothing', async () => {
    const writer = open('readers');
    await writer.append('s', 'no-stream', events(2, 'a'));
    const reader = open('readers', true);
    expect(await wholeLog(reader)).toEqual(await wholeLog(writer));
    await expect(reader.append('s', 1n, [event('b')])).rejects.toMatchObject({ reason: 'read-only', message: 'log.db was opened to read only' });
    await writer.append('s', 1n, [event('b')]);
    expect(dataOf(await wholeLog(reader))).toEqual(['a0', 'a1', 'b']);
    await writer.close();
    expect(dataOf(await wholeLog(reader))).toEqual(['a0', 'a1', 'b']);
    await reader.close();
  });

  it('shows a reader what another process appends, by looking again', async () => {
    const writer = open('poll');
    await writer.append('s', 'no-stream', [event('a')]);
    // Another path to the same file: no bell of this process rings for it.
    symlinkSync(join(folder, 'poll'), join(folder, 'alias'));
    const reader = open('alias', true);
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const batch of reader.subscribe(NO_POSITION, { signal: stop.signal })) {
      seen.push(...dataOf(batch));
      if (seen.length === 1) setTimeout(() => void writer.append('s', 0n, [event('b')]), 20);
      else stop.abort();
    }
    expect(seen).toEqual(['a', 'b']);
    await reader.close();
    await writer.close();
  });

  it('reads a log whose writer was killed and left a log-ahead file behind', async () => {
    const writer = open('left');
    await writer.append('s', 'no-stream', events(3, 'a'));
    for (const suffix of ['', '-wal']) copyFileSync(join(folder, 'left', `log.db${suffix}`), join(folder, `copy.db${suffix}`));
    const reader = new SqliteEventStore({ file: join(folder, 'copy.db'), readOnly: true });
    expect(await wholeLog(reader)).toEqual(await wholeLog(writer));
    await reader.close();
    await writer.close();
  });

  it('leaves one whole file when it is closed', async () => {
    const writer = open('closed');
    await writer.append('s', 'no-stream', [event('only here')]);
    await writer.close();
    expect(existsSync(join(folder, 'closed', 'log.db-wal'))).toBe(false);
    expect(readFileSync(join(folder, 'closed', 'log.db')).includes('only here')).toBe(true);
  });
});
