import { ANY, NO_STREAM, STREAM_EXISTS } from '../client.mjs';
import { client } from '../connection.mjs';
import { A, R, increasing, outcome, readAllOf, revs } from '../facts.mjs';
import { ev, fill, scenario } from '../scenario.mjs';

scenario('append-one', 'appendToStream(any) to a new stream, readStream', async (ctx) => {
  const s = ctx.stream('a');
  const r = await client.appendToStream(s, ev(ctx, 'a'));
  const back = await readAllOf(client.readStream(s));
  return { append: A(r), back: back.map(R), positionIsTheEvents: r.position?.commit === back[0].event.position?.commit };
});

scenario('append-several', "appendToStream(no_stream, 3 events); is it one block, and where is the answer's position", async (ctx) => {
  const s = ctx.stream('a');
  const r = await client.appendToStream(s, [ev(ctx, 'a'), ev(ctx, 'b'), ev(ctx, 'c')], { expectedRevision: NO_STREAM });
  const back = await readAllOf(client.readStream(s));
  const ps = back.map((e) => e.event.position.commit);
  return {
    append: A(r),
    back: back.map(R),
    increasing: increasing(ps),
    contiguous: ps.every((p, i) => i === 0 || p === ps[i - 1] + 1n),
    answerIs: r.position.commit === ps[0] ? 'first' : r.position.commit === ps.at(-1) ? 'last' : 'neither',
  };
});

scenario('append-expected-on-missing', 'appendToStream to a missing stream with each expectedRevision', async (ctx) => {
  const out = {};
  for (const [k, expectedRevision] of Object.entries({ any: ANY, no_stream: NO_STREAM, stream_exists: STREAM_EXISTS, r0: 0n, r5: 5n }))
    out[k] = await outcome(client.appendToStream(ctx.stream(k), ev(ctx), { expectedRevision }), A);
  return out;
});

scenario('append-expected-on-existing', 'appendToStream to a stream at revision 1 with each expectedRevision, new event ids', async (ctx) => {
  const out = {};
  for (const [k, expectedRevision] of Object.entries({ any: ANY, no_stream: NO_STREAM, stream_exists: STREAM_EXISTS, r0: 0n, r1: 1n, r2: 2n })) {
    await fill(ctx, ctx.stream(k), 2);
    out[k] = await outcome(client.appendToStream(ctx.stream(k), ev(ctx), { expectedRevision }), A);
  }
  return out;
});

scenario('append-expected-after-metadata-only', 'stream with metadata but no event: stream_exists and no_stream', async (ctx) => {
  const out = {};
  for (const [k, expectedRevision] of Object.entries({ stream_exists: STREAM_EXISTS, no_stream: NO_STREAM })) {
    await client.setStreamMetadata(ctx.stream(k), { owner: 'x' });
    out[k] = await outcome(client.appendToStream(ctx.stream(k), ev(ctx), { expectedRevision }), A);
  }
  return out;
});

scenario('append-nothing', 'appendToStream with an empty list, on a missing and on an existing stream', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 2);
  return {
    missing: await outcome(client.appendToStream(ctx.stream('none'), []), A),
    missingThenRead: await revs(ctx.stream('none')),
    existing: await outcome(client.appendToStream(s, []), A),
    existingAtRevision: await outcome(client.appendToStream(s, [], { expectedRevision: 1n }), A),
    existingWrong: await outcome(client.appendToStream(s, [], { expectedRevision: 7n }), A),
    read: await revs(s),
  };
});
