import 'reflect-metadata';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Module, NotFoundException, Req, type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { CLOCK, CONFIG, LOG, createLog, readConfig } from '@netral/platform';
import type { Request } from 'express';
import { AccessLog } from './access-log';
import { accessControllers, accessProviders } from './access.providers';
import { Allow } from './allow.decorator';
import { BrowserSessions } from './browser-sessions';
import { callerOf } from './caller';
import { readSecrets } from './key-file';
import { ensureKeys } from './keys';
import { RequestBuckets, rateLimit } from './rate-limit';
import { securityHeaders } from './security-headers';

@Controller('things')
class ThingsController {
  @Get('undeclared')
  undeclared(): string { return 'never'; }

  @Get('open')
  @Allow('public')
  open(@Req() request: Request): object { return callerOf(request); }

  @Get('persons')
  @Allow('investigator')
  persons(@Req() request: Request): object { return callerOf(request); }

  @Get('broken')
  @Allow('public')
  broken(): never { throw new TypeError('secret words of /home/somebody'); }

  @Get('gone')
  @Allow('public')
  gone(): never { throw new NotFoundException('Cannot GET /some/path'); }
}

let app: INestApplication;
let address: string;
let keys: Readonly<Record<string, string>>;
let logged: string[];
let dataDir: string;
let now = Date.UTC(2020, 10, 2);
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'netral-access-'));
  ensureKeys(dataDir, now);
  keys = readSecrets(dataDir);
  logged = [];
  @Module({
    controllers: [...accessControllers, ThingsController],
    providers: [
      ...accessProviders, { provide: CONFIG, useValue: readConfig({ NETRAL_DATA_DIR: dataDir }) }, { provide: CLOCK, useValue: { now: () => now } },
      { provide: LOG, useValue: createLog('info', (line) => logged.push(line), () => now) },
    ],
  })
  class AccessTestModule {}
  app = (await Test.createTestingModule({ imports: [AccessTestModule] }).compile()).createNestApplication({ bodyParser: false, logger: false });
  app.use(securityHeaders);
  await app.listen(0, '127.0.0.1');
  address = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
});
afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${address}${path}`, { headers, redirect: 'manual' });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} };
};
const bearer = (id: string) => ({ authorization: `Bearer ${keys[id]}` });

describe('a route', () => {
  it('that declares nobody lets nobody in, whatever the key', async () => {
    expect((await get('/things/undeclared')).body).toMatchObject({ status: 401, code: 'no-key' });
    for (const id of ['operator', 'investigator', 'kasn']) expect((await get('/things/undeclared', bearer(id))).body).toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('lets in whom it names, and no other', async () => {
    expect((await get('/things/persons', bearer('investigator'))).body).toEqual({ kind: 'investigator', keyId: 'investigator' });
    expect((await get('/things/persons', bearer('operator'))).status).toBe(403);
    const stranger = await get('/things/persons');
    expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="netral"']);
  });

  it('for everyone still refuses a wrong key: its owner would take the public answer for the whole', async () => {
    expect((await get('/things/open')).body).toEqual({ kind: 'public' });
    expect((await get('/things/open', bearer('kasn'))).body).toMatchObject({ kind: 'agency', agency: 'kasn' });
    for (const authorization of ['Bearer nobody', 'Basic eDp5', `Bearer ${'x'.repeat(300)}`]) expect((await get('/things/open', { authorization })).body).toMatchObject({ status: 401, code: 'unknown-key' });
  });
});

describe('an error', () => {
  it('of ours is told without its words, and logged without them', async () => {
    const answer = await get('/things/broken');
    expect(answer.body).toMatchObject({ type: '/problems/internal', status: 500, code: 'internal' });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.text + logged.join('')).not.toContain('secret words');
    expect(logged.join('')).toContain('TypeError');
    expect(JSON.parse(logged.at(-1)!)).toMatchObject({ at: new Date(now).toISOString(), frames: expect.stringContaining('at ') as string });
  });

  it('of an address shows no path', async () => {
    for (const path of ['/nowhere', '/things/gone']) {
      const answer = await get(path);
      expect(answer.body).toMatchObject({ status: 404, code: 'not-found' });
      expect(answer.text).not.toContain('Cannot GET');
    }
  });

  it('has a page that explains it, in two languages', async () => {
    const { status, text, headers } = await get('/problems/no-key');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('meminta kunci');
    expect(text).toContain('asks for a key');
    expect((await get('/problems/nothing')).status).toBe(404);
    expect((await get('/problems')).text).toContain('/problems/conflicting-redelivery');
  });
});

describe('a browser', () => {
  it('is signed in once by a token, as investigator, until twelve hours are over', async () => {
    const token = app.get(BrowserSessions).issueToken();
    const signedIn = await get(`/masuk?token=${token}`);
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/']);
    const cookie = signedIn.headers.get('set-cookie') as string;
    expect(cookie).toMatch(/^netral_session=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=43200$/);
    const held = { cookie: `a=b; ${cookie.split(';')[0]}` };
    expect((await get('/things/persons', held)).body).toEqual({ kind: 'investigator', keyId: 'browser-1' });
    expect((await get(`/masuk?token=${token}`)).body).toMatchObject({ status: 401, code: 'unknown-token' });
    now += 12 * 3_600_000;
    expect((await get('/things/persons', held)).status).toBe(401);
  });

  it('keeps its token when something only looks whether the address is there', async () => {
    const token = app.get(BrowserSessions).issueToken();
    const looked = await fetch(`${address}/masuk?token=${token}`, { method: 'HEAD', redirect: 'manual' });
    expect([looked.status, looked.headers.get('allow'), looked.headers.get('set-cookie')]).toEqual([405, 'GET', null]);
    expect((await get(`/masuk?token=${token}`)).status).toBe(303);
  });

  it.each([
    ['/?view=letter&letter=r-1&asOf=2020-10-26', '/?view=letter&letter=r-1&asOf=2020-10-26'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example/?a', '/'],
    ['/?a\r\nSet-Cookie: b=c', '/'],
    ['/v1/events', '/'],
  ])('comes back to the view it was at, and nowhere else: %j', async (next, location) => {
    const token = app.get(BrowserSessions).issueToken();
    const { status, headers } = await get(`/masuk?token=${token}&next=${encodeURIComponent(next)}`);
    expect([status, headers.get('location')]).toEqual([303, location]);
  });

  it('is not signed in by anything else', async () => {
    for (const query of ['', '?token=', '?token=a&token=b', '?token=wrong']) expect((await get(`/masuk${query}`)).status).toBe(401);
    expect((await get('/things/persons', { cookie: 'netral_session=wrong' })).status).toBe(401);
  });
});

describe('every answer', () => {
  it('forbids what is not ours', async () => {
    for (const path of ['/things/open', '/nowhere', '/things/persons']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect([headers.get('x-content-type-options'), headers.get('referrer-policy'), headers.get('x-powered-by')]).toEqual(['nosniff', 'no-referrer', null]);
    }
  });
});

describe('the access log', () => {
  it('has who read whom when, in the order asked, and never a NIP', async () => {
    const log = new AccessLog(join(dataDir, 'access-log'), () => Date.UTC(2020, 10, 2, 3));
    const read = (of: string) => log.record([{ keyId: 'investigator', what: '/v1/personnel/:subjectId', of }]);
    await Promise.all(['a', 'b', '198001012005011001'].map(read));
    const [file] = readdirSync(join(dataDir, 'access-log'));
    expect(file).toBe('2020-11.ndjson');
    const lines = readFileSync(join(dataDir, 'access-log', file!), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as object);
    expect(lines.map((line) => (line as { of: string }).of)).toEqual(['a', 'b', 'withheld']);
    expect(lines[0]).toEqual({ at: '2020-11-02T03:00:00.000Z', keyId: 'investigator', what: '/v1/personnel/:subjectId', of: 'a' });
  });

  it('that cannot be written fails the read', async () => {
    const log = new AccessLog(join(dataDir, 'access.json'), () => now);
    await expect(log.record([{ keyId: 'investigator', what: 'x', of: 'a' }])).rejects.toThrow();
  });
});

describe('the pace of an address', () => {
  it('is so many requests a second, as many at once, each address for itself', () => {
    let at = 0;
    const buckets = new RequestBuckets(10, () => at);
    const passed = (address_: string, count: number) => Array.from({ length: count }, () => buckets.take(address_)).filter((wait) => wait === 0).length;
    expect([passed('a', 15), passed('b', 15)]).toEqual([10, 10]);
    expect(buckets.take('a')).toBeCloseTo(0.1);
    at = 500;
    expect(passed('a', 15)).toBe(5);
    at = 60_000;
    expect(passed('a', 15)).toBe(10);
  });

  it('is kept for a bounded number of addresses', () => {
    const buckets = new RequestBuckets(1, () => 0, 3);
    for (const each of ['a', 'b', 'c', 'd']) buckets.take(each);
    expect([buckets.take('d') > 0, buckets.take('a')]).toEqual([true, 0]);
  });

  it('beyond it gets 429 and when to come again', () => {
    const limit = rateLimit(1, () => 0);
    const headers: Record<string, string> = {};
    const response = { headersSent: false, setHeader: (name: string, value: string) => (headers[name] = value), status: jest.fn(), type: jest.fn(), send: jest.fn() };
    for (const name of ['status', 'type', 'send'] as const) response[name].mockReturnValue(response);
    const next = jest.fn();
    for (let count = 0; count < 2; count += 1) limit({ socket: { remoteAddress: 'a' } } as Request, response as never, next);
    expect([next.mock.calls.length, response.status.mock.calls, headers['Retry-After']]).toEqual([1, [[429]], '1']);
  });
});
