import { binaryEvent, jsonEvent } from '../client.mjs';
import { client } from '../connection.mjs';
import { outcome, readAllOf } from '../facts.mjs';
import { ev, scenario } from '../scenario.mjs';
import { within } from '../tools.mjs';

scenario('bodies', 'JSON and binary bodies and metadata, and what comes back', async (ctx) => {
  const s = ctx.stream('a');
  const cases = [
    ['object', jsonEvent({ type: 'T', data: { a: 1, 'ключ': 'å', nested: { x: [1, null, true] } } })],
    ['array', jsonEvent({ type: 'T', data: [1, 2] })],
    ['string', jsonEvent({ type: 'T', data: 'text' })],
    ['number', jsonEvent({ type: 'T', data: 5 })],
    ['null', jsonEvent({ type: 'T', data: null })],
    ['bigNumber', jsonEvent({ type: 'T', data: { n: Number('9007199254740993') } })],
    ['emptyMeta', jsonEvent({ type: 'T', data: {}, metadata: {} })],
    ['meta', jsonEvent({ type: 'T', data: {}, metadata: { $correlationId: 'c-1', $causationId: 'c-2', Mixed: 1, mixed: 2 } })],
    ['bytesMeta', jsonEvent({ type: 'T', data: {}, metadata: Buffer.from([1, 2, 255]) })],
    ['binary', binaryEvent({ type: 'T', data: Buffer.from([0, 255, 10]) })],
    ['binaryEmpty', binaryEvent({ type: 'T', data: Buffer.alloc(0) })],
    ['binaryMeta', binaryEvent({ type: 'T', data: Buffer.from('x'), metadata: { m: 1 } })],
    ['undefinedData', jsonEvent({ type: 'T', data: undefined })],
    ['bigintData', jsonEvent({ type: 'T', data: { n: 1n } })],
    ['longType', jsonEvent({ type: 't'.repeat(300), data: {} })],
    ['unicodeType', jsonEvent({ type: 'Тип✓', data: {} })],
  ];
  const out = {};
  for (const [k, e] of cases) {
    const st = `${s}-${k}`;
    const w = await within(3000, outcome(client.appendToStream(st, e), (r) => r.nextExpectedRevision));
    const b = await outcome(readAllOf(client.readStream(st)), (es) => es.map((x) => ({ isJson: x.event.isJson, type: x.event.type.length > 100 ? x.event.type.length : x.event.type, data: x.event.data, metadata: x.event.metadata })));
    out[k] = { w, b };
  }
  return out;
});

scenario('stream-names', 'odd stream names: unicode, spaces, slash, case, leading $, very long, empty', async (ctx) => {
  const out = {};
  for (const [k, n] of Object.entries({ unicode: 'é✓', space: 'a b', slash: 'a/b%2F', upper: 'Abc', lower: 'aBC', long: 'x'.repeat(2000) })) {
    const s = `${ctx.stream('n')}-${n}`;
    out[k] = { w: await outcome(client.appendToStream(s, ev(ctx)), (r) => r.nextExpectedRevision), r: await outcome(readAllOf(client.readStream(s)), (es) => es.map((e) => e.event.streamId === s)) };
  }
  out.dollar = await outcome(client.appendToStream(`$${ctx.prefix}sys`, ev(ctx)), (r) => r.nextExpectedRevision);
  // the empty name is the same for every run, so only whether it is taken can be compared
  out.empty = await outcome(client.appendToStream('', ev(ctx)), () => 'accepted');
  out.emptyRead = await outcome(readAllOf(client.readStream('', { maxCount: 1 })), () => 'accepted');
  return out;
});
