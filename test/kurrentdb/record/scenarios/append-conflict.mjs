import { ANY, NO_STREAM, STREAM_EXISTS } from '../client.mjs';
import { client, connect, withQuery } from '../connection.mjs';
import { A, outcome } from '../facts.mjs';
import { rawAppend, rawBatch } from '../raw-append.mjs';
import { ev, fill, scenario } from '../scenario.mjs';

scenario('append-conflict-not-thrown', 'throwOnAppendFailure=false, wrong revision, over BatchAppend and over Append', async (ctx) => {
  const c = connect(withQuery('throwOnAppendFailure=false'));
  const out = {};
  for (const n of [1, 5]) {
    const s = ctx.stream(`n${n}`);
    await fill(ctx, s, n);
    out[`batch_at_${n - 1}`] = await outcome(c.appendToStream(s, ev(ctx), { expectedRevision: 77n }), A);
    out[`append_at_${n - 1}`] = await outcome(c.appendToStream(s, ev(ctx), { expectedRevision: 77n, credentials: { username: 'admin', password: 'changeit' } }), A);
  }
  out.missing = await outcome(c.appendToStream(ctx.stream('none'), ev(ctx), { expectedRevision: 77n }), A);
  return out;
});

scenario('append-conflict-two-rpcs', 'the same conflict over BatchAppend (no credentials) and Append (credentials given)', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 3);
  const credentials = { username: 'admin', password: 'changeit' };
  return {
    batch: await outcome(client.appendToStream(s, ev(ctx), { expectedRevision: 0n }), A),
    append: await outcome(client.appendToStream(s, ev(ctx), { expectedRevision: 0n, credentials }), A),
    appendOk: await outcome(client.appendToStream(s, ev(ctx), { expectedRevision: 2n, credentials }), A),
  };
});

scenario('raw-append-conflict', 'Append RPC: the response message of a conflict', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 2);
  const one = [{ id: ctx.id('x'), type: 'T', contentType: 'application/json' }];
  const keep = ({ wrongExpectedVersion: w, success }) => (w ? { wrongExpectedVersion: w } : { success: { currentRevision: success.currentRevision } });
  return {
    revision: await outcome(rawAppend(s, 9n, one), keep),
    noStream: await outcome(rawAppend(s, NO_STREAM, one), keep),
    exists: await outcome(rawAppend(ctx.stream('none'), STREAM_EXISTS, one), keep),
    unset: await outcome(rawAppend(ctx.stream('unset'), undefined, one), keep),
  };
});

scenario('raw-batch-conflict', 'BatchAppend RPC: google.rpc.Status of a conflict, of a deleted stream, of a missing option', async (ctx) => {
  const s = ctx.stream('a');
  const t = ctx.stream('t');
  await fill(ctx, s, 2);
  await fill(ctx, t, 1);
  await client.tombstoneStream(t);
  const one = [{ id: ctx.id('x'), type: 'T', contentType: 'application/json' }];
  return {
    ok: await outcome(rawBatch(ctx.stream('ok'), ANY, one)),
    revision: await outcome(rawBatch(s, 9n, one)),
    noStream: await outcome(rawBatch(s, NO_STREAM, one)),
    exists: await outcome(rawBatch(ctx.stream('none'), STREAM_EXISTS, one)),
    deleted: await outcome(rawBatch(t, ANY, one)),
    expectedUnset: await outcome(rawBatch(ctx.stream('unset'), undefined, one)),
    noDeadline: await outcome(rawBatch(ctx.stream('nodeadline'), ANY, [{ ...one[0], id: ctx.id('y') }], { noDeadline: true })),
  };
});
