import { request, type ClientRequest, type IncomingMessage as HttpResponse } from 'node:http';
import type { Receipt } from '@netral/application';
import { cloudEvent, letter } from '@netral/application/ingest/testing/messages';
import { StoreUnavailableError } from '@netral/event-store';
import { MemoryEventStore } from '@netral/event-store/memory/memory-event-store';
import { openIntakeServer, type IntakeServer } from './bad-input.server';

const NDJSON = 'application/x-ndjson';
const one = (id: string, letterId = id) => JSON.stringify(cloudEvent('RecommendationIssued', id, letter(letterId)));
let server: IntakeServer;
const open = async (...options: Parameters<typeof openIntakeServer>): Promise<IntakeServer> => (server = await openIntakeServer(...options));
afterEach(() => server.close());

const post = (body: string, type = 'application/cloudevents+json', key = 'kasn') =>
  fetch(`${server.address}/v1/events`, { method: 'POST', headers: { 'content-type': type, authorization: `Bearer ${server.keys[key]}` }, body });

/** A hand-over whose lines are sent one by one. */
const startStream = (): { sending: ClientRequest; response: Promise<HttpResponse> } => {
  const sending = request(`${server.address}/v1/events`, { method: 'POST', headers: { 'content-type': NDJSON, authorization: `Bearer ${server.keys['kasn']}` } });
  return { sending, response: new Promise((done, fail) => sending.once('response', done).once('error', fail)) };
};
const receiptsIn = async function* (response: HttpResponse): AsyncGenerator<Receipt> {
  let rest = '';
  for await (const part of response.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Receipt;
  }
};

describe('a stream of lines', () => {
  it('gives each receipt while the sender goes on: who waits for one before sending the next is served', async () => {
    await open();
    const { sending, response } = startStream();
    sending.write(`${one('m1')}\n`);
    const receipts = receiptsIn(await response);
    expect((await receipts.next()).value).toMatchObject({ id: 'm1', outcome: 'recorded' });
    sending.write(`${one('m2')}\n${one('m3').slice(0, 50)}`);
    expect((await receipts.next()).value).toMatchObject({ id: 'm2', outcome: 'recorded' });
    sending.end(`${one('m3').slice(50)}\n`);
    expect((await receipts.next()).value).toMatchObject({ id: 'm3', outcome: 'recorded' });
    expect((await receipts.next()).done).toBe(true);
  });

  it('is read no faster than its receipts are taken, and none is lost', async () => {
    await open();
    const { sending, response } = startStream();
    const count = 20_000;
    let sent = 0;
    const send = (): void => {
      while (sent < count) {
        sent += 1;
        if (!sending.write(`${one('m1')}\n`)) return void sending.once('drain', send);
      }
      sending.end();
    };
    send();
    const answer = await response;
    // Nobody reads yet: the sender is held back before it is through.
    await new Promise((later) => setTimeout(later, 300));
    expect(sent).toBeLessThan(count);
    const outcomes = new Map<string, number>();
    for await (const { outcome } of receiptsIn(answer)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    expect(Object.fromEntries(outcomes)).toEqual({ recorded: 1, duplicate: count - 1 });
  });

  it('that breaks off has recorded whole lines only', async () => {
    await open();
    const { sending, response } = startStream();
    sending.write(`${one('m1')}\n${one('m2').slice(0, 100)}`);
    const answer = await response;
    await receiptsIn(answer).next();
    const broken = new Promise((done) => answer.once('close', done));
    sending.on('error', () => undefined).destroy();
    await broken;
    expect((await server.facts()).map(({ type }) => type)).toEqual(['RecommendationIssued']);
    expect(server.logged).toEqual([]);
  });

  it('longer than the queue waits for room', async () => {
    await open({ settings: { NETRAL_INGEST_QUEUE_MAX: '10', NETRAL_INGEST_BATCH_MAX: '4' } });
    const body = Array.from({ length: 50 }, (_, index) => one(`m${index}`)).join('\n');
    const receipts = (await (await post(body, NDJSON)).text()).trim().split('\n').map((line) => JSON.parse(line) as Receipt);
    expect(receipts.map(({ id, outcome }) => [id, outcome])).toEqual(Array.from({ length: 50 }, (_, index) => [`m${index}`, 'recorded']));
  });
});

describe('a batch', () => {
  it('longer than the queue gets its receipts in the order sent', async () => {
    await open({ settings: { NETRAL_INGEST_QUEUE_MAX: '10', NETRAL_INGEST_BATCH_MAX: '4' } });
    const response = await post(`[${Array.from({ length: 50 }, (_, index) => one(`m${index}`)).join(' , ')}]`, 'application/cloudevents-batch+json');
    expect(((await response.json()) as Receipt[]).map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, index) => `m${index}`));
  });

  it('of nothing gets no receipts', async () => {
    await open();
    const response = await post('[]', 'application/cloudevents-batch+json');
    expect([response.status, await response.json()]).toEqual([200, []]);
  });
});

describe('a hand-over that has to wait', () => {
  it('while a season is recorded: 503 and when to come again', async () => {
    await open();
    server.gate.pause(7);
    for (const type of ['application/cloudevents+json', 'application/cloudevents-batch+json', NDJSON]) {
      const response = await post(one('m1'), type);
      expect([response.status, response.headers.get('retry-after'), ((await response.json()) as { code: string }).code]).toEqual([503, '7', 'season-loading']);
    }
    server.gate.resume();
    expect((await post(one('m1'))).status).toBe(201);
  });

  it('while a season is recorded: also one that was set aside before, or whose body was still on its way', async () => {
    await open();
    const { deadLetter } = (await (await post(JSON.stringify(cloudEvent('RecommendationIssued', 'm1', letter('L1', { season: 'later-on' }))))).json()) as Receipt;
    const [first, rest] = [one('m2').slice(0, 20), one('m2').slice(20)];
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(Buffer.from(first)),
      pull: (stream) => {
        server.gate.pause(7);
        stream.enqueue(Buffer.from(rest));
        stream.close();
      },
    }, { highWaterMark: 0 });
    const authorization = (key: string) => ({ authorization: `Bearer ${server.keys[key]}` });
    const slow = await fetch(`${server.address}/v1/events`, { method: 'POST', headers: { ...authorization('kasn'), 'content-type': 'application/cloudevents+json' }, body, duplex: 'half' } as RequestInit);
    const again = await fetch(`${server.address}/v1/dead-letters/${deadLetter}/redrive`, { method: 'POST', headers: authorization('operator') });
    for (const response of [slow, again])
      expect([response.status, response.headers.get('retry-after'), ((await response.json()) as { code: string }).code]).toEqual([503, '7', 'season-loading']);
    expect((await server.facts()).map(({ type }) => type)).toEqual(['MessageSetAside']);
  });

  it('because the disk is full: 503, nothing acknowledged; afterwards it is taken', async () => {
    let full = false;
    class FullStore extends MemoryEventStore {
      override async appendMany(...[appends]: Parameters<MemoryEventStore['appendMany']>) {
        const reason = new StoreUnavailableError('disk-full', 'the disk is full');
        return full ? appends.map(() => ({ status: 'rejected' as const, reason })) : super.appendMany(appends);
      }
    }
    await open({ store: new FullStore() });
    full = true;
    for (const type of ['application/cloudevents+json', NDJSON]) {
      const response = await post(one('m1'), type);
      const body = (await response.json()) as { code: string; detail: string };
      expect([response.status, response.headers.get('retry-after'), body.code, body.detail]).toEqual([503, '5', 'store-unavailable', 'the disk is full (disk-full)']);
    }
    full = false;
    expect((await post(one('m1'))).status).toBe(201);
  });
});

describe('set-aside messages', () => {
  const get = async (path: string, key?: string, init: RequestInit = {}) => {
    const response = await fetch(`${server.address}${path}`, { ...init, headers: key === undefined ? {} : { authorization: `Bearer ${server.keys[key]}` } });
    return { status: response.status, body: (await response.json()) as { items: { id: string; agency: string }[]; next: string | null; outcome?: string; code?: string; state?: string } };
  };

  it('are seen by their agency and the operator, without content, page by page', async () => {
    await open();
    for (const key of ['kasn', 'bkn', 'kasn']) await post(`{"n":${Math.random()}}`, undefined, key);
    await post('{"n":1}', undefined, 'ppk-33-11');
    const all = await get('/v1/dead-letters', 'operator');
    expect(all.body.items.map(({ agency }) => agency)).toEqual(['kasn', 'bkn', 'kasn', 'ppk']);
    expect((await get('/v1/dead-letters', 'kasn')).body.items.map(({ agency }) => agency)).toEqual(['kasn', 'kasn']);
    expect((await get('/v1/dead-letters', 'ppk-33-11')).body.items).toHaveLength(1);
    const first = await get('/v1/dead-letters?limit=3', 'operator');
    expect((await get(`/v1/dead-letters?limit=3&after=${first.body.next}`, 'operator')).body).toMatchObject({ items: [{ agency: 'ppk' }], next: null });
    const ofBkn = all.body.items[1]!.id;
    expect((await get(`/v1/dead-letters/${ofBkn}`, 'bkn')).status).toBe(200);
    expect((await get(`/v1/dead-letters/${ofBkn}`, 'kasn')).status).toBe(404);
    expect((await get('/v1/dead-letters')).status).toBe(401);
    expect(JSON.stringify(all.body)).not.toContain('"n"');
  });

  it('are judged anew by the operator alone', async () => {
    await open();
    const { deadLetter } = (await (await post(JSON.stringify(cloudEvent('RecommendationIssued', 'm1', letter('L1', { season: 'later-on' }))))).json()) as Receipt;
    const path = `/v1/dead-letters/${deadLetter}`;
    expect((await get(`${path}/redrive`, 'kasn', { method: 'POST' })).status).toBe(403);
    expect((await get(`${path}/redrive`, 'operator', { method: 'POST' })).body).toMatchObject({ outcome: 'set-aside', reason: { code: 'unknown-season' } });
    const season = { season: 'later-on', label: { id: 'Nanti', en: 'Later' }, openedOn: '2020-01-01', from: '2020-01-01', until: '2020-12-31', regionEdition: '2019', synthetic: true };
    expect((await post(JSON.stringify(cloudEvent('SeasonOpened', 'later', season, { agency: 'operator' })), undefined, 'operator')).status).toBe(201);
    expect((await get(`${path}/redrive`, 'operator', { method: 'POST' })).body).toMatchObject({ outcome: 'recorded' });
    expect((await get(path, 'operator')).body).toMatchObject({ state: 'recorded', id: deadLetter });
    expect((await get('/v1/dead-letters/none/redrive', 'operator', { method: 'POST' })).status).toBe(404);
  });

  it.each(['limit=0', 'limit=1001', 'limit=', 'after=x', 'limit=1&limit=2', 'offset=3'])('refuse the question %s', async (query) => {
    await open();
    expect(await get(`/v1/dead-letters?${query}`, 'operator')).toMatchObject({ status: 400, body: { code: 'wrong-parameter', errors: [{ parameter: query.split('=')[0] }] } });
  });
});
