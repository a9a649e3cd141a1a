import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seasonMessages } from '@netral/season';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(60_000);
const root = join(__dirname, '../..');
const folder = temporaryFolder();
const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

const start = (app: 'cli' | 'standalone', dataDir: string, ...args: readonly string[]): ChildProcess => {
  const child = spawn(process.execPath, ['-r', join(root, 'test/support/ts-register.cjs'), join(root, 'apps', app, 'src/main.ts'), ...args], {
    env: { PATH: process.env['PATH'], NETRAL_DATA_DIR: dataDir, NETRAL_HTTP_PORT: '0', NETRAL_SEASON: 'none', NETRAL_INGEST_BATCH_MAX: '5' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child;
};

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
const ended = async (child: ChildProcess): Promise<Ran> => {
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
};
const netralOn = (dataDir: string) => (...args: readonly string[]): Promise<Ran> => ended(start('cli', dataDir, ...args));

/** Looks until it holds, at most 50 seconds: a look that goes on for ever would keep the whole run from ending. */
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let looks = 0; !(await holds()); looks += 1) {
    if (looks === 1000) throw new Error('waited in vain');
    await sleep(50);
  }
};
const addressIn = (dataDir: string): string => (JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as { address: string }).address;
const running = async (dataDir: string): Promise<ChildProcess> => {
  const server = start('standalone', dataDir);
  const gone = ended(server).then(({ code, err }) => Promise.reject(new Error(`the server ended with ${code}: ${err}`)));
  gone.catch(() => undefined);
  await Promise.race([gone, until(() => existsSync(join(dataDir, 'server.json')))]);
  await Promise.race([gone, until(async () => (await fetch(`${addressIn(dataDir)}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined))?.status === 200)]);
  return server;
};

const messages = [...seasonMessages({ seed: 1 })].slice(0, 400).map(({ message }) => (typeof message === 'string' ? message : JSON.stringify(message)));
const file = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};
interface Receipt {
  readonly outcome: string;
  readonly source: string | null;
  readonly id: string | null;
}
const receiptsOf = (out: string): readonly Receipt[] => out.split('\n').filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Receipt);
const countOf = async (dataDir: string): Promise<number> => {
  const { out } = await netralOn(dataDir)('verify', '--json');
  const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: readonly { check: string; checked: number }[] };
  expect(ok).toBe(true);
  return checks.find(({ check }) => check === 'ids-unique')?.checked ?? 0;
};

describe('netral in processes of its own', () => {
  it('hands messages to the running server, and reads beside it', async () => {
    const dataDir = join(folder, 'beside');
    mkdirSync(dataDir);
    const server = await running(dataDir);
    const netral = netralOn(dataDir);
    const imported = await netral('import', file('beside.ndjson', messages.slice(0, 120)), '--json');
    expect(imported.code).toBe(0);
    const { code, out } = await netral('events', '--limit', '1000', '--json');
    expect([code, (JSON.parse(out) as { items: unknown[] }).items.length]).toEqual([0, receiptsOf(imported.out).filter(({ outcome }) => outcome === 'recorded').length]);
    const figure = await netral('figure', 'reported', '--as-of', '2020-03-01', '--json');
    const { self } = JSON.parse(figure.out) as { self: string };
    expect(figure.out.trimEnd()).toBe((await netral('figure', 'reported', '--as-of', '2020-03-01', '--json')).out.trimEnd().replace(/"knownAt":"[^"]*"/, /"knownAt":"[^"]*"/.exec(figure.out)?.[0] ?? ''));
    expect((await fetch(`${addressIn(dataDir)}${self}`)).status).toBe(200);
    expect(await netral('season', 'load')).toMatchObject({ code: 75, err: expect.stringContaining('a server runs at') as string });
    server.kill('SIGINT');
    await once(server, 'close');
    expect(existsSync(join(dataDir, 'server.json'))).toBe(false);
    expect((await netral('import', file('after.ndjson', messages.slice(0, 120)), '--json')).code).toBe(0);
  });

  it('has every event exactly once after an import was killed and run again', async () => {
    const dataDir = join(folder, 'killed');
    const path = file('killed.ndjson', messages);
    const child = start('cli', dataDir, 'import', path, '--json');
    let acknowledged = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      acknowledged += chunk.toString();
      if (receiptsOf(acknowledged).length > 100) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const before = receiptsOf(acknowledged);
    expect(before.length).toBeLessThan(messages.length);
    const again = receiptsOf((await netralOn(dataDir)('import', path, '--json')).out);
    expect(again).toHaveLength(messages.length);
    // What was acknowledged before the kill is there: none of it is new.
    expect(again.slice(0, before.length).filter(({ outcome }) => outcome === 'recorded')).toEqual([]);
    const facts = new Set(again.filter(({ outcome }) => outcome !== 'set-aside').map(({ source, id }) => `${source} ${id}`));
    const asides = again.filter(({ outcome }) => outcome === 'set-aside').length;
    expect(await countOf(dataDir)).toBe(facts.size + asides);
  });

  it('goes on after the server was killed in the middle of an import', async () => {
    const dataDir = join(folder, 'server-killed');
    mkdirSync(dataDir);
    const server = await running(dataDir);
    const path = file('server-killed.ndjson', messages);
    const child = start('cli', dataDir, 'import', path, '--json');
    let acknowledged = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      acknowledged += chunk.toString();
      if (receiptsOf(acknowledged).length > 20) server.kill('SIGKILL');
    });
    const { code, err } = await ended(child);
    expect([code, err]).toEqual([69, expect.stringContaining('run it again') as string]);
    const again = receiptsOf((await netralOn(dataDir)('import', path, '--json')).out);
    expect(again.slice(0, receiptsOf(acknowledged).length).filter(({ outcome }) => outcome === 'recorded')).toEqual([]);
    expect(again).toHaveLength(messages.length);
  });

  it('stops at Ctrl-C with what is in hand, and says how to go on', async () => {
    const dataDir = join(folder, 'stopped');
    const child = start('cli', dataDir, 'import', file('stopped.ndjson', messages), '--json');
    child.stdout?.once('data', () => child.kill('SIGINT'));
    const { code, err } = await ended(child);
    expect(code).toBe(130);
    expect(err).toContain('run it again to go on');
  });

  it('ends quietly when its reader has read enough', async () => {
    const dataDir = join(folder, 'pipe');
    await netralOn(dataDir)('import', file('pipe.ndjson', messages));
    const child = start('cli', dataDir, 'events', '--limit', '1000', '--json');
    child.stdout?.once('data', () => child.stdout?.destroy());
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    await once(child, 'exit');
    expect(err).toBe('');
  });
});
