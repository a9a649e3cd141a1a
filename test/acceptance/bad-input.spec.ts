import { readFileSync } from 'node:fs';
import type { Receipt } from '@netral/application';
import { cloudEvent, letter, nipOf, nameOf, sanction } from '@netral/application/ingest/testing/messages';
import { badInput, reasonCodesReference } from '@netral/http/problem/reason-codes.reference';
import { openIntakeServer, type IntakeServer } from './bad-input.server';

const SINGLE = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';
const NDJSON = 'application/x-ndjson';

let server: IntakeServer;
beforeEach(async () => {
  server = await openIntakeServer();
});
afterEach(() => server.close());

const post = async (body: string | Uint8Array, { type = SINGLE, key = 'kasn' }: { type?: string; key?: string } = {}) => {
  const response = await fetch(`${server.address}/v1/events`, { method: 'POST', headers: { 'content-type': type, authorization: `Bearer ${server.keys[key]}` }, body: body as string });
  const text = await response.text();
  const body_ = type === NDJSON && response.status === 200 ? text.trim().split('\n').map((line) => JSON.parse(line) as Receipt) : (JSON.parse(text) as unknown);
  return { status: response.status, type: response.headers.get('content-type') ?? '', headers: response.headers, text, body: body_ };
};
const one = (...args: Parameters<typeof cloudEvent>) => JSON.stringify(cloudEvent(...args));
const good = (id = 'm1', letterId = 'L1') => one('RecommendationIssued', id, letter(letterId));

/** One bad message, in all three ways: each says the same, and only that it came is recorded. */
const setAsideEverywhere = async (content: string, reason: object, key?: string): Promise<void> => {
  const single = await post(content, { key });
  expect(single).toMatchObject({ status: 202, body: { outcome: 'set-aside', reason } });
  const batch = await post(`[${content}]`, { type: BATCH, key });
  expect(batch).toMatchObject({ status: 200, body: [{ outcome: 'set-aside', reason }] });
  const lines = await post(`${content}\n`, { type: NDJSON, key });
  expect(lines).toMatchObject({ status: 200, body: [{ outcome: 'set-aside', reason }] });
  const facts = await server.facts();
  expect(facts.map(({ type }) => type)).toEqual(['MessageSetAside']);
  expect([...single.text, ...batch.text, ...lines.text].join('')).not.toContain(nipOf(1));
};
const nothingRecorded = async (): Promise<void> => expect(await server.facts()).toEqual([]);

describe('bad input', () => {
  it('malformed JSON: 400 with the byte offset; a line of it is set aside and the rest go on', async () => {
    for (const type of [SINGLE, BATCH]) {
      expect(await post('{"é": tru}', { type })).toMatchObject({
        status: 400, type: expect.stringContaining('application/problem+json') as string,
        body: { type: '/problems/invalid-json', code: 'invalid-json', status: 400, errors: [{ pointer: '', found: 'byte 0x74 at byte 7' }] },
      });
    }
    await nothingRecorded();
    const { body } = await post(`${good()}\n{"é": tru}\n${good('m2', 'L2')}\n`, { type: NDJSON });
    expect((body as Receipt[]).map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['recorded', undefined], ['set-aside', 'invalid-json'], ['recorded', undefined]]);
  });

  it('10 MB of nested arrays: too large; smaller: too deep; in neither case is anything parsed or recorded', async () => {
    const deep = '['.repeat(10_000_000);
    for (const type of [SINGLE, BATCH]) expect(await post(deep, { type })).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    expect(await post('['.repeat(60_000))).toMatchObject({ status: 400, body: { code: 'too-deep' } });
    expect(await post('['.repeat(1_000_000), { type: BATCH })).toMatchObject({ status: 400, body: { code: 'too-deep' } });
    await nothingRecorded();
    const { body } = await post(`${deep}\n${'['.repeat(60_000)}\n${good()}`, { type: NDJSON });
    expect((body as Receipt[]).map(({ reason }) => reason?.code)).toEqual(['message-too-large', 'too-deep', undefined]);
  });

  it('wrong content type: 415 that names the right ones', async () => {
    for (const type of ['application/json', 'text/plain', 'application/cloudevents+xml', `${SINGLE}; charset=latin1`]) {
      const answer = await post(good(), { type });
      expect(answer).toMatchObject({ status: 415, body: { code: 'wrong-content-type' } });
      expect(answer.headers.get('accept-post')).toContain(BATCH);
    }
    await nothingRecorded();
  });

  it('unknown event type', () => setAsideEverywhere(good().replace('recommendation-issued"', 'recommendation-lost"'), { code: 'unknown-type', pointer: '/type' }));

  it('version from the future', () =>
    setAsideEverywhere(good().replace('recommendation-issued/2', 'recommendation-issued/9'), { code: 'unknown-version', pointer: '/dataschema', found: 'version 9' }));

  it('wrong dates', () => setAsideEverywhere(one('RecommendationIssued', 'm1', letter('L1', { issuedOn: '2020-02-30' })), { code: 'wrong-date', pointer: '/data/issuedOn', found: '2020-02-30' }));
  it('wrong date of the envelope', () => setAsideEverywhere(one('RecommendationIssued', 'm1', letter('L1'), { time: '2020-13-01T00:00:00Z' }), { code: 'wrong-time', pointer: '/time' }));

  it('a region code that never was', () => setAsideEverywhere(one('RecommendationIssued', 'm1', letter('L1', { employer: '99.99' })), { code: 'unknown-employer', pointer: '/data/employer', found: '99.99' }));
  it('a name that is ambiguous', () =>
    setAsideEverywhere(one('RecommendationIssued', 'm1', letter('L1', { employer: 'Solok' })), { code: 'ambiguous-employer', pointer: '/data/employer', found: 'Solok', expected: 'one of 13.02, 13.72' }));

  it('a NIP that cannot be: its shape is shown, never its value', async () => {
    const impossible = '198013012005011001';
    const content = one('RecommendationIssued', 'm1', letter('L1', { persons: [{ nip: impossible, sanction: 'moral-open', legalBasis: 'PP 42/2004' }] }));
    await setAsideEverywhere(content, { code: 'impossible-nip', pointer: '/data/persons/0/nip', found: '18 digits' });
    expect((await post(content)).text).not.toContain(impossible);
  });

  it('a letter whose person is missing', () => setAsideEverywhere(one('RecommendationIssued', 'm1', letter('L1', { persons: [] })), { code: 'too-few', pointer: '/data/persons' }));
  it('a letter that says nothing of persons', () => {
    const { persons: _none, ...rest } = letter('L1');
    return setAsideEverywhere(one('RecommendationIssued', 'm1', rest), { code: 'missing-field', pointer: '/data/persons' });
  });

  it("an agency speaking for another: by the other's source", () => setAsideEverywhere(good(), { code: 'sender-not-source', pointer: '/source' }, 'bkn'));
  it('an agency speaking for another: by its own', () => setAsideEverywhere(one('RecommendationIssued', 'm1', letter('L1'), { agency: 'bkn' }), { code: 'no-authority' }, 'bkn'));
  it('a PPK speaking for an employer that is not its own', () => setAsideEverywhere(one('SanctionImposed', 's1', sanction('L1'), { source: 'urn:netral:ppk:33.11' }), { code: 'wrong-employer', found: '74.07' }, 'ppk-33-11'));
  const ofOwn = (source: string): string => one('SanctionImposed', 's1', sanction('L1', { employer: '33.11' }), { source });
  it('a PPK key for one employer, from the source of another or of none: of another', () => setAsideEverywhere(ofOwn('urn:netral:ppk:74.07'), { code: 'wrong-employer', pointer: '/source' }, 'ppk-33-11'));
  it('a PPK key for one employer, from the source of another or of none: of none', () => setAsideEverywhere(ofOwn('urn:netral:ppk'), { code: 'wrong-employer', pointer: '/source' }, 'ppk-33-11'));

  it('an expired authority', () => setAsideEverywhere(one('RecommendationIssued', 'm1', letter('L1', { issuedOn: '2021-04-01' })), { code: 'authority-expired', found: '2021-04-01' }));

  it('the same id twice with other content: the first stands, the second is evidence', async () => {
    expect(await post(good())).toMatchObject({ status: 201, body: { outcome: 'recorded' } });
    expect(await post(good())).toMatchObject({ status: 200, body: { outcome: 'duplicate', stream: 'recommendation-L1' } });
    const other = one('RecommendationIssued', 'm1', letter('L1', { issuedOn: '2020-09-21' }));
    const first = await post(other);
    expect(first).toMatchObject({ status: 202, body: { outcome: 'set-aside', reason: { code: 'conflicting-redelivery', pointer: '/id' } } });
    expect((await post(other)).body).toEqual(first.body);
    expect((await server.facts()).map(({ type }) => type)).toEqual(['RecommendationIssued', 'MessageSetAside']);
  });

  it('an empty file', async () => {
    for (const type of [SINGLE, BATCH, NDJSON]) {
      for (const body of ['', ' \n\n']) expect(await post(body, { type })).toMatchObject({ status: 400, body: { code: 'empty-body' } });
    }
    await nothingRecorded();
  });

  it('a file cut in the middle of a line: the lines before it stand, the cut one is set aside', async () => {
    const { body } = await post(`${good()}\n${good('m2', 'L2').slice(0, 200)}`, { type: NDJSON });
    expect(body).toMatchObject([{ outcome: 'recorded' }, { outcome: 'set-aside', reason: { code: 'invalid-json', found: 'the end of the text at byte 200' } }]);
    expect(await post(good('m2', 'L2'))).toMatchObject({ status: 201 });
  });

  it('a key that stands twice in one object', () => setAsideEverywhere(good().replace('"id":"m1"', '"id":"m0","id":"m1"'), { code: 'duplicate-key' }));

  it('bytes that are not UTF-8', async () => {
    const broken = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    for (const type of [SINGLE, BATCH]) expect(await post(broken, { type })).toMatchObject({ status: 400, body: { code: 'invalid-utf-8', errors: [{ found: expect.stringContaining('at byte 6') as string }] } });
    await nothingRecorded();
    expect((await post(broken, { type: NDJSON })).body).toMatchObject([{ reason: { code: 'invalid-utf-8' } }]);
  });

  it('a NIP or a name outside its field: NIP', () => setAsideEverywhere(one('RecommendationIssued', 'm1', letter('L1', { letterNumber: `R-${nipOf(1)}` })), { code: 'nip-outside-person', pointer: '/data/letterNumber' }));
  it('a NIP or a name outside its field: name', () => setAsideEverywhere(one('RecommendationIssued', 'm1', letter('L1', { addressedOffice: `Bupati u.p. ${nameOf(1)}` })), { code: 'name-outside-person', pointer: '/data/addressedOffice' }));
  it('a season that was not opened', () => setAsideEverywhere(one('RecommendationIssued', 'm1', letter('L1', { season: 'pilkada-2099' })), { code: 'unknown-season' }));
  it('a batch that is no list: nothing is recorded', async () => {
    expect(await post(good(), { type: BATCH })).toMatchObject({ status: 400, body: { code: 'not-a-list' } });
    await nothingRecorded();
  });
});

describe('the page of codes', () => {
  it('is what the tables say', () => expect(readFileSync('docs/reference/reason-codes.md', 'utf8')).toBe(reasonCodesReference()));

  it('has a test for each kind of bad input', () => {
    const tests = readFileSync('test/acceptance/bad-input.spec.ts', 'utf8');
    for (const [input] of badInput) expect(tests).toMatch(new RegExp(`it\\(['"]${input}`));
  });

  it('names only codes that there are, and each explains itself in both languages', async () => {
    const codes = [...new Set(badInput.flatMap(([, answer]) => [...answer.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code)))];
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) {
      const response = await fetch(`${server.address}/problems/${code}`);
      const text = await response.text();
      expect([code, response.status, text.includes('lang="en"')]).toEqual([code, 200, true]);
    }
  });
});
