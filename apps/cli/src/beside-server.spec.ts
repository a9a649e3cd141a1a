import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { letter, message } from '@netral/application/ingest/testing/messages';
import { NetralModule } from '@netral/application/netral.module';
import { createHttpApp } from '@netral/http';
import { ensureKeys } from '@netral/http/access/keys';
import { readConfig, silentLog } from '@netral/platform';
import { temporaryFolder } from '../../../test/support/temporary-folder';
import { findServer } from './server/find-server';
import { cliOn } from './testing/run-cli';
import { jointLines, letterLines, ndjson } from './testing/small-netral';

const folder = temporaryFolder();
const data = join(folder, 'data');
const netral = cliOn(data);
const issued = (id: string): string => String(message('RecommendationIssued', `m-${id}`, letter(id)).content);
const announce = (address: string, pid = process.pid): void => writeFileSync(join(data, 'server.json'), JSON.stringify({ address, pid }));
let app: INestApplication;

beforeAll(async () => {
  mkdirSync(data);
  ensureKeys(data, Date.now());
  app = await createHttpApp(NetralModule.forRoot(readConfig({ NETRAL_DATA_DIR: data, NETRAL_REQUESTS_PER_SECOND_MAX: '20' }), { log: silentLog }));
  await app.listen(0, '127.0.0.1');
  announce(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
});
afterAll(() => app.close());

describe('beside a running server', () => {
  it('an import goes through it, each line under the key of its agency, in order', async () => {
    const { code, out } = await netral(['import', ndjson(folder, 'all.ndjson', [...jointLines, ...letterLines]), '--json']);
    expect(code).toBe(0);
    const receipts = out.split('\n').map((line) => JSON.parse(line) as { line: number; outcome: string; id: string; position: string });
    expect(receipts.map(({ line, outcome }) => [line, outcome])).toEqual(receipts.map((_, index) => [index + 1, 'recorded']));
    expect(receipts.map(({ position }) => position)).toEqual(receipts.map(({ position }) => position).sort());
    expect(receipts.at(-1)?.id).toBe('s-L2');
  });

  it('a read sees what was just recorded', async () => {
    await netral(['import', ndjson(folder, 'one.ndjson', [issued('S1')])]);
    const { out } = await netral(['figure', 'recommended', '--unit', 'recommendations', '--as-of', '2020-10-26', '--json']);
    expect(JSON.parse(out)).toMatchObject({ total: 4 });
  });

  it('a line that cannot be read is set aside, and can be judged anew through it', async () => {
    const { code, out } = await netral(['import', ndjson(folder, 'bad.ndjson', [issued('S2').slice(0, 100)]), '--json']);
    expect(code).toBe(3);
    const { deadLetter } = JSON.parse(out) as { deadLetter: string };
    expect(await netral(['dead-letters', 'redrive', deadLetter])).toMatchObject({ code: 3, out: expect.stringContaining('still set aside') as string });
    expect((await netral(['dead-letters', 'redrive', '00000000-0000-0000-0000-000000000000'])).code).toBe(1);
  });

  it('a line too large to be held is told as set aside, and the rest goes on', async () => {
    const file = ndjson(folder, 'large.ndjson', [issued('S3'), JSON.stringify({ filling: 'x'.repeat(1_100_000) }), issued('S4')]);
    const { code, out } = await netral(['import', file, '--json']);
    expect(code).toBe(3);
    expect(out.split('\n').map((line) => (JSON.parse(line) as { outcome: string }).outcome)).toEqual(['recorded', 'set-aside', 'recorded']);
  });

  it('a server that asks to slow down is obeyed', async () => {
    // Alternating agencies make a request a line, more than this server takes at once.
    const file = ndjson(folder, 'fast.ndjson', Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? jointLines[0]! : letterLines[0]!)));
    const { code, out } = await netral(['import', file, '--json']);
    expect([code, out.split('\n').length]).toEqual([0, 40]);
  });

  it('an agency without a key is told so', async () => {
    const { code, err } = await netral(['import', ndjson(folder, 'kpk.ndjson', [issued('S5')]), '--as', 'kpk']);
    expect(code).toBe(69);
    expect(err).toContain('there is no key of kpk in secrets/keys.json');
  });

  it('a season is not loaded', async () => {
    const { code, err } = await netral(['season', 'load']);
    expect(code).toBe(75);
    expect(err).toMatch(/a server runs at http:\/\/127\.0\.0\.1:\d+ \(process \d+\); stop it first/);
  });

  it('a rebuild is done by it, and is proved by the counts', async () => {
    const { code, out } = await netral(['rebuild', '--json']);
    expect(code).toBe(0);
    const { events, equal } = JSON.parse(out) as { events: number; equal: boolean };
    expect([equal, events]).toEqual([true, (JSON.parse((await netral(['events', '--limit', '1000', '--json'])).out) as { items: unknown[] }).items.length]);
  });

  it('a check finds nothing wrong', async () => expect((await netral(['verify'])).code).toBe(0));
});

describe('what a server left behind', () => {
  const other = join(folder, 'left');
  const left = (text: string): void => {
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'server.json'), text);
  };
  it.each([
    ['a process that is gone', JSON.stringify({ address: 'http://127.0.0.1:9', pid: 2 ** 30 })],
    ['an address that nobody answers at', JSON.stringify({ address: 'http://127.0.0.1:9', pid: process.pid })],
    ['a file cut in the middle', '{"address":"http://127.0.0.1:3000","p'],
    ['a file of something else', '[]'],
    ['an address of another kind', JSON.stringify({ address: 'file:///etc/passwd', pid: process.pid })],
  ])('is recognised: %s', async (_, text) => {
    left(text);
    expect(await findServer(other)).toBeUndefined();
  });
  it('is recognised: another program answers there', async () => {
    const stranger = createServer((_, response) => void response.writeHead(404).end());
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    left(JSON.stringify({ address: `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`, pid: process.pid }));
    expect(await findServer(other)).toBeUndefined();
    await new Promise((resolve) => stranger.close(resolve));
  });
});
