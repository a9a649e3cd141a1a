import { listenersMax, Live } from '@netral/http/live/live';
import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision, letter, say } from './answers.history';

interface Told { readonly position: string; readonly projections: readonly string[] }

/** Listens until told to stop; what it was told is read one by one. */
const listen = async (address: string) => {
  const stop = new AbortController();
  const response = await fetch(`${address}/v1/live`, { signal: stop.signal });
  const reader = response.body!.getReader();
  let text = '';
  const next = async (): Promise<Told> => {
    for (;;) {
      const found = /event: position\nid: \d+\ndata: (.*)\n\n/.exec(text);
      if (found !== null) {
        text = text.slice(found.index + found[0].length);
        return JSON.parse(found[1]!) as Told;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('ended');
      text += Buffer.from(value).toString();
    }
  };
  return { response, next, stop: () => stop.abort() };
};

describe('listening to what is new', () => {
  let netral: TestNetral;
  beforeEach(async () => {
    netral = await openNetral();
    await netral.give(...jointDecision, ...facts);
  });
  afterEach(() => netral.close());

  it('tells at once where the answers are, then of each commit when they already show it', async () => {
    const { response, next, stop } = await listen(netral.address);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const first = await next();
    const [receipt] = await netral.give(say('2020-11-02T02:00:00.000Z', 'kasn', 'RecommendationIssued', 'k-live', letter('R-live', '2020-11-01', '74.07', [77])));
    const told = await next();
    expect(told.position > first.position).toBe(true);
    expect(told.position).toBe((receipt as { position: string }).position);
    expect(told.projections).toContain('recommendations');
    expect((await netral.get('/v1/figures/recommended')).body).toMatchObject({ position: told.position });
    stop();
  });

  it('forgets who has left, and refuses who comes when too many listen', async () => {
    const live = netral.app.get(Live);
    const all = await Promise.all(Array.from({ length: listenersMax }, () => listen(netral.address)));
    expect(live.listening).toBe(listenersMax);
    const { status, headers } = await netral.get('/v1/live');
    expect([status, headers.get('content-type')?.split(';')[0], headers.get('retry-after')]).toEqual([503, 'application/problem+json', '30']);
    for (const { stop } of all) stop();
    while (live.listening > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const { next, stop } = await listen(netral.address);
    expect((await next()).projections).toEqual([]);
    stop();
  });

  it('takes no parameter', async () => expect((await netral.get('/v1/live?since=1')).status).toBe(400));
});
