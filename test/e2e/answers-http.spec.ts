import { request } from 'node:http';
import { createConnection } from 'node:net';
import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision } from './answers.history';
import { keyFor, routesOfTest, subjectOf } from './answers.routes';

/** Addresses that take a POST beside a GET. */
const POSTED: readonly string[] = ['/v1/events', '/v1/rebuilds'];

describe('the server', () => {
  let netral: TestNetral;
  beforeAll(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision, ...facts);
  });
  afterAll(() => netral.close());
  const key = 'investigator';
  // By hand: fetch tells the server not to trust what the asker holds, as soon as it is given a tag.
  const statusIf = (etag: string, path: string): Promise<readonly unknown[]> => new Promise((resolve, reject) => {
    request(netral.address + path, { headers: { 'if-none-match': etag } }, (response) => {
      let text = '';
      response.on('data', (data: Buffer) => (text += data.toString()));
      response.on('end', () => resolve([response.statusCode, text, response.headers.etag]));
    }).on('error', reject).end();
  });
  const problem = /^application\/problem\+json/;

  it.each(['/v1', '/v1/none', '/v2/figures', '/V1/figures', '/v1/recommendations/R1/none', '/v1/figures/overdue/none', '/.env', '/index.html', '/v1/figures//overdue'])(
    'has nothing at %s', async (path) => {
      const { status, headers, body } = await netral.get(path);
      expect([status, (body as { code: string }).code, headers.get('content-type')]).toEqual([404, 'not-found', expect.stringMatching(problem)]);
    });

  it('answers a method that an address does not take with those that it takes', async () => {
    for (const { path } of routesOfTest(await subjectOf(netral))) {
      for (const method of ['DELETE', 'PUT', 'PATCH', 'OPTIONS', ...(POSTED.includes(path) ? [] : ['POST'])]) {
        const { status, headers } = await netral.get(path, { method, key });
        expect([path, method, status, headers.get('allow')]).toEqual([path, method, 405, POSTED.includes(path) ? 'GET, HEAD, POST' : 'GET, HEAD']);
        expect(headers.get('content-type')).toMatch(problem);
      }
    }
    expect((await netral.get('/v1/none', { method: 'DELETE' })).status).toBe(404);
  });

  it('gives no other media type than it has', async () => {
    for (const route of routesOfTest(await subjectOf(netral))) {
      const { path, schema } = route;
      const key = keyFor(route);
      if (path === '/style.css') continue;
      const other = schema === undefined && path !== '/openapi.json' ? 'application/json' : 'text/html';
      const { status, headers } = await netral.get(path, { key, headers: { accept: other } });
      expect([path, status, headers.get('content-type')]).toEqual([path, 406, expect.stringMatching(problem)]);
      expect([path, (await netral.get(path, { key, headers: { accept: `${other};q=0.9, */*;q=0.1` } })).status]).toEqual([path, 200]);
    }
  });

  it('names the bytes of an answer, and does not send them twice', async () => {
    const first = await netral.get('/v1/figures/overdue?asOf=2020-10-26');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[A-Za-z0-9_-]{43}"$/);
    expect(await statusIf(etag, '/v1/figures/overdue?asOf=2020-10-26')).toEqual([304, '', etag]);
    expect((await statusIf(etag, '/v1/figures/overdue?asOf=2020-09-01'))[0]).toBe(200);
    const head = await netral.get('/v1/figures/overdue?asOf=2020-10-26', { method: 'HEAD' });
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag]);
  });

  it('tells caches that an answer depends on who asks', async () => {
    for (const asked of [undefined, key]) {
      const { headers } = await netral.get('/v1/figures/overdue', asked === undefined ? {} : { key: asked });
      expect(headers.get('vary')).toMatch(/Authorization/);
      expect(headers.get('vary')).toMatch(/Cookie/);
    }
  });

  it('sends its pages and answers under a strict policy, with no word of what it is made of', async () => {
    for (const path of ['/', '/docs', '/v1/figures', '/v1/none']) {
      const { headers } = await netral.get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect([headers.get('x-content-type-options'), headers.get('x-powered-by'), headers.get('server')]).toEqual(['nosniff', null, null]);
    }
  });

  it.each(['/', '/docs', '/problems'])('has a page at %s with no script or style of its own in it, and nothing from another host', async (path) => {
    const { status, text, headers } = await netral.get(path);
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/html/)]);
    // The page of the season, once it is built, brings its script as a file of this server.
    const plain = text.replace(/<script type="module"( crossorigin)? src="\/assets\/[\w.-]+"><\/script>/g, '');
    expect(plain.match(/<script|<style|\sstyle=|javascript:|\son[a-z]+="|(src|href)="(https?:)?\/\//i)).toBeNull();
    for (const [, href] of text.matchAll(/href="(\/[^"#]*)"/g)) {
      const linked = await netral.get(href!.replaceAll('&amp;', '&'));
      expect([href, linked.status]).toEqual([href, 200]);
    }
  });

  it('is live, and ready once the read models have caught up', async () => {
    expect((await netral.get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await netral.get('/health/ready')).body).toEqual({ status: 'ok' });
    netral.gate.pause();
    const { status, headers, body } = await netral.get('/health/ready');
    expect([status, headers.get('retry-after'), (body as { code: string }).code]).toEqual([503, expect.any(String), 'not-ready']);
    netral.gate.resume();
    expect((await netral.get('/health/ready')).status).toBe(200);
  });

  it('tells how far the read models are', async () => {
    const { projections } = (await netral.get('/v1/projections', { key: 'operator' })).body as { projections: { position: string; lag: object; state: string }[] };
    const head = await netral.eventStore.head();
    expect(new Set(projections.map(({ position, state }) => `${position} ${state}`))).toEqual(new Set([`${head} live`]));
    expect(projections[0]!.lag).toEqual({ events: 0, seconds: 0 });
  });

  it('refuses an address that cannot be decoded, and lives on', async () => {
    const { port } = new URL(netral.address);
    const raw = await new Promise<string>((resolve) => {
      const socket = createConnection(Number(port), '127.0.0.1', () => socket.write('GET /v1/figures/%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'));
      let text = '';
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(raw).toMatch(/^HTTP\/1\.1 400 /);
    expect(raw).toMatch(/application\/problem\+json/);
    expect((await netral.get('/health/live')).status).toBe(200);
  });
});
