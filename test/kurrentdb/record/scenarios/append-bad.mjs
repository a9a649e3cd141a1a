import { randomUUID } from 'node:crypto';
import { ANY, binaryEvent } from '../client.mjs';
import { client, connect } from '../connection.mjs';
import { A, outcome, readAllOf, revs } from '../facts.mjs';
import { NIL } from '../normalise.mjs';
import { rawAppend } from '../raw-append.mjs';
import { ev, scenario } from '../scenario.mjs';
import { within } from '../tools.mjs';

scenario('raw-append-bad-messages', 'Append RPC without type, without content-type, with odd content-type, with JSON that is none', async (ctx) => {
  const s = ctx.stream('a');
  const keep = ({ success }) => ({ currentRevision: success?.currentRevision });
  const out = {
    noType: await outcome(rawAppend(s, ANY, [{ id: randomUUID(), contentType: 'application/json' }]), keep),
    noContentType: await outcome(rawAppend(s, ANY, [{ id: randomUUID(), type: 'T' }]), keep),
    textPlain: await outcome(rawAppend(s, ANY, [{ id: randomUUID(), type: 'T', contentType: 'text/plain', data: 'hello' }]), keep),
    notJson: await outcome(rawAppend(s, ANY, [{ id: randomUUID(), type: 'T', contentType: 'application/json', data: '{no', metadata: '{no' }]), keep),
  };
  out.back = await outcome(readAllOf(client.readStream(s)), (es) => es.map((e) => ({ isJson: e.event.isJson, data: e.event.data, metadata: e.event.metadata })));
  return out;
});

scenario('append-size', 'the maximum append size: exactly, one over, as a sum of two events, over both RPCs', async (ctx) => {
  // size on disk = data + metadata + 2 * type.length; the default limit is 1048576 for the whole append
  const limit = 1048576;
  const bin = (n) => binaryEvent({ type: 'T', data: Buffer.alloc(n, 120) });
  const credentials = { username: 'admin', password: 'changeit' };
  return {
    exact: await outcome(client.appendToStream(ctx.stream('a'), bin(limit - 2)), A),
    oneOver: await outcome(client.appendToStream(ctx.stream('b'), bin(limit - 1)), A),
    sum: await outcome(client.appendToStream(ctx.stream('c'), [bin(600_000), bin(600_000)]), A),
    oneOverAppendRpc: await outcome(client.appendToStream(ctx.stream('d'), bin(limit - 1), { credentials }), A),
    farOver: await outcome(client.appendToStream(ctx.stream('e'), bin(5_000_000)), A),
    stillWorks: await outcome(client.appendToStream(ctx.stream('f'), ev(ctx)), A),
    nothingWritten: await revs(ctx.stream('c')),
  };
}, { timeout: 60_000 });

scenario('append-bad-ids', 'nil uuid, text that is no uuid, empty type; and is the shared batch stream alive after each', async (ctx) => {
  const out = {};
  const one = (id, type = 'T') => ({ id, type, contentType: 'application/json', data: {}, metadata: undefined });
  for (const [k, e] of Object.entries({ nil: one(NIL), text: one('not-a-uuid'), emptyType: one(randomUUID(), ''), upperCase: one(ctx.id('up').toUpperCase()) })) {
    const c = connect();
    out[k] = await within(6000, outcome(c.appendToStream(ctx.stream(k), e), A));
    out[`${k}_after`] = await within(6000, outcome(c.appendToStream(ctx.stream(`${k}2`), ev(ctx)), A));
  }
  out.upperBack = await outcome(readAllOf(client.readStream(ctx.stream('upperCase'))), (es) => es.map((e) => (e.event.id === ctx.id('up') ? 'lower-cased' : e.event.id === ctx.id('up').toUpperCase() ? 'kept' : 'other')));
  return out;
}, { timeout: 90_000 });

scenario('append-deadline', 'deadline of 1 ms and of 0 ms', async (ctx) => ({
  one_info: await outcome(client.appendToStream(ctx.stream('a'), ev(ctx), { deadline: 1 }), A),
  past: await outcome(client.appendToStream(ctx.stream('b'), ev(ctx), { deadline: -1000 }), A),
  pastAppendRpc: await outcome(client.appendToStream(ctx.stream('c'), ev(ctx), { deadline: -1000, credentials: { username: 'a', password: 'b' } }), A),
}));
