import { setTimeout as pause } from 'node:timers/promises';
import { openNetral, type TestNetral } from '../support/netral';
import { facts, jointDecision } from './answers.history';

describe('a rebuild asked for while the server answers', () => {
  let netral: TestNetral;
  beforeAll(async () => {
    netral = await openNetral({ stores: 'sqlite' });
    await netral.give(...jointDecision, ...facts);
  });
  afterAll(() => netral.close());
  const ask = (method: string, key?: string) => netral.get('/v1/rebuilds', { method, ...(key === undefined ? {} : { key }) });
  const ended = async (): Promise<unknown> => {
    for (;;) {
      const { body } = await ask('GET', 'operator');
      if (body.state !== 'running') return body;
      await pause(10);
    }
  };

  it('is the operator’s alone', async () => {
    expect([(await ask('POST')).status, (await ask('POST', 'investigator')).status, (await ask('POST', 'kasn')).status]).toEqual([401, 403, 403]);
    expect((await ask('GET', 'operator')).body).toMatchObject({ state: 'none', startedAt: null });
  });

  it('changes no answer and tells how far it is', async () => {
    const { body: question } = await netral.get('/v1/figures/recommended?by=employer');
    const before = (await netral.get(question.self)).text;
    expect((await ask('POST', 'operator')).status).toBe(202);
    const { length } = await netral.get('/v1/events?limit=1000', { key: 'investigator' }).then(({ body }) => body.items as unknown[]);
    expect(await ended()).toMatchObject({ state: 'done', folded: length, total: length, reason: null });
    expect((await netral.get(question.self)).text).toBe(before);
  });
});
