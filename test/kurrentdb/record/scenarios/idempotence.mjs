import { ANY, NO_STREAM, STREAM_EXISTS } from '../client.mjs';
import { client } from '../connection.mjs';
import { A, R, outcome, readAllOf, revs } from '../facts.mjs';
import { ev, fill, scenario } from '../scenario.mjs';

scenario('idem-any', 'the same event appended again with any: alone, other body, other type', async (ctx) => {
  const s = ctx.stream('a');
  const first = await client.appendToStream(s, ev(ctx, 'a'));
  await fill(ctx, s, 1);
  return {
    first: A(first),
    again: await outcome(client.appendToStream(s, ev(ctx, 'a')), A),
    otherBody: await outcome(client.appendToStream(s, ev(ctx, 'a', 'Other', { n: 2 })), A),
    exists: await outcome(client.appendToStream(s, ev(ctx, 'a'), { expectedRevision: STREAM_EXISTS }), A),
    back: await outcome(readAllOf(client.readStream(s)), (es) => es.map((e) => ({ ...R(e), data: e.event.data }))),
  };
});

scenario('idem-any-blocks', 'blocks of events appended again with any: whole, part, turned round, old before new, new before old', async (ctx) => {
  const s = ctx.stream('a');
  const [a, b, c] = ['a', 'b', 'c'].map((n) => ev(ctx, n));
  const out = { first: A(await client.appendToStream(s, [a, b])) };
  for (const [k, es] of Object.entries({ whole: [a, b], head: [a], tail: [b], turned: [b, a], doubled: [a, a], oldThenNew: [a, c] }))
    out[k] = await outcome(client.appendToStream(s, es), A);
  out.newThenOld = await outcome(client.appendToStream(s, [ev(ctx, 'd'), b]), A);
  out.back = await outcome(readAllOf(client.readStream(s)), (es) => es.map((e) => `${e.event.revision} ${e.event.id}`));
  return out;
});

scenario('idem-explicit', 'blocks appended again with the revision first given: whole, part, longer, other', async (ctx) => {
  const s = ctx.stream('a');
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((n) => ev(ctx, n));
  const out = { first: A(await client.appendToStream(s, [a, b], { expectedRevision: NO_STREAM })) };
  const at = (es, expectedRevision) => outcome(client.appendToStream(s, es, { expectedRevision }), A);
  out.whole = await at([a, b], NO_STREAM);
  out.head = await at([a], NO_STREAM);
  out.tailAtItsPlace = await at([b], 0n);
  out.tailAtStart = await at([b], NO_STREAM);
  out.longer = await at([a, b, c], NO_STREAM);
  out.other = await at([a, d], NO_STREAM);
  out.third = await at([c], 1n);
  out.wholeAfterMore = await at([a, b], NO_STREAM);
  out.across = await at([a, b, c], NO_STREAM);
  out.back = await outcome(readAllOf(client.readStream(s)), (es) => es.map((e) => `${e.event.revision} ${e.event.id}`));
  return out;
});

scenario('idem-at-current', 'an id already in the stream, expectedRevision = the current revision', async (ctx) => {
  const s = ctx.stream('a');
  await client.appendToStream(s, ev(ctx, 'a'), { expectedRevision: NO_STREAM });
  return {
    again: await outcome(client.appendToStream(s, ev(ctx, 'a'), { expectedRevision: 0n }), A),
    back: await outcome(readAllOf(client.readStream(s)), (es) => es.map((e) => `${e.event.revision} ${e.event.id}`)),
  };
});

scenario('idem-same-id-in-block', 'one block that holds an id twice, new stream, any and no_stream', async (ctx) => {
  const out = {};
  for (const [k, expectedRevision] of Object.entries({ any: ANY, no_stream: NO_STREAM })) {
    const e = ev(ctx, k);
    out[k] = await outcome(client.appendToStream(ctx.stream(k), [e, e], { expectedRevision }), A);
    out[`${k}_again`] = await outcome(client.appendToStream(ctx.stream(k), [e, e], { expectedRevision }), A);
    out[`${k}_back`] = (await revs(ctx.stream(k))).ok;
  }
  return out;
});

scenario('idem-other-stream', 'one id in two streams, then retried in the second, any and no_stream', async (ctx) => {
  const [s, t, u] = ['s', 't', 'u'].map((n) => ctx.stream(n));
  const e = ev(ctx, 'a');
  return {
    inS: A(await client.appendToStream(s, e)),
    inT: await outcome(client.appendToStream(t, e), A),
    inTAgainAny: await outcome(client.appendToStream(t, e), A),
    inU: await outcome(client.appendToStream(u, e, { expectedRevision: NO_STREAM }), A),
    inUAgainNoStream: await outcome(client.appendToStream(u, e, { expectedRevision: NO_STREAM }), A),
    inSAgain: await outcome(client.appendToStream(s, e), A),
    lengths: { s: (await revs(s)).ok?.length, t: (await revs(t)).ok?.length, u: (await revs(u)).ok?.length },
  };
});

scenario('idem-after-soft-delete', 'an id retried after the stream was soft-deleted', async (ctx) => {
  const s = ctx.stream('a');
  await client.appendToStream(s, ev(ctx, 'a'), { expectedRevision: NO_STREAM });
  await client.deleteStream(s);
  return {
    any: await outcome(client.appendToStream(s, ev(ctx, 'a')), A),
    noStream: await outcome(client.appendToStream(s, ev(ctx, 'a'), { expectedRevision: NO_STREAM }), A),
    read: await revs(s),
    fresh: await outcome(client.appendToStream(s, ev(ctx, 'b'), { expectedRevision: NO_STREAM }), A),
    readAfter: await revs(s),
  };
});

scenario('idem-window', 'SLOW: how many later events push an id out of the any-window', async (ctx) => {
  const s = ctx.stream('a');
  const first = ev(ctx, 'first');
  await client.appendToStream(s, first);
  const probe = ctx.stream('probe');
  let written = 0;
  let lostAfter = null;
  for (let round = 0; round < 40 && lostAfter === null; round++) {
    for (let k = 0; k < 10; k++) {
      await client.appendToStream(probe, Array.from({ length: 1000 }, () => ev(ctx)));
      written += 1000;
    }
    const r = await client.appendToStream(s, first);
    if (r.nextExpectedRevision !== 0n) lostAfter = written;
  }
  const out = { lost: lostAfter !== null, lostAfter_info: lostAfter, streamNameLength_info: probe.length };
  out.explicitStillHolds = await outcome(client.appendToStream(s, first, { expectedRevision: NO_STREAM }), (r) => r.nextExpectedRevision);
  return out;
}, { slow: true, timeout: 600_000 });
