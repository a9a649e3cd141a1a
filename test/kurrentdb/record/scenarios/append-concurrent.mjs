import { ANY, NO_STREAM } from '../client.mjs';
import { client } from '../connection.mjs';
import { A, increasing, outcome, readAllOf, revs } from '../facts.mjs';
import { ev, scenario } from '../scenario.mjs';

scenario('append-concurrent-any', '20 appends at once to one stream, any: order of calls against order of revisions', async (ctx) => {
  const s = ctx.stream('a');
  const rs = await Promise.all(Array.from({ length: 20 }, (_, i) => client.appendToStream(s, ev(ctx, null, 'T', { i }))));
  const ns = rs.map((r) => Number(r.nextExpectedRevision));
  const back = await readAllOf(client.readStream(s));
  return {
    revisions: [...ns].sort((a, b) => a - b),
    inCallOrder: increasing(ns),
    positionsInRevisionOrder: increasing(back.map((e) => e.event.position.commit)),
  };
});

scenario('append-concurrent-conflict', '10 appends at once, all no_stream, different ids', async (ctx) => {
  const s = ctx.stream('a');
  const rs = await Promise.all(Array.from({ length: 10 }, () => outcome(client.appendToStream(s, ev(ctx), { expectedRevision: NO_STREAM }), A)));
  const bad = rs.filter((r) => r.error);
  return { won: rs.filter((r) => r.ok).length, lost: bad.length, lostTypes: [...new Set(bad.map((r) => r.error.type))], actual: [...new Set(bad.map((r) => String(r.error.actualVersion)))] };
});

scenario('append-concurrent-same-ids', '10 copies of one append at once (a retry storm), any and no_stream', async (ctx) => {
  const out = {};
  for (const [k, expectedRevision] of Object.entries({ any: ANY, no_stream: NO_STREAM })) {
    const e = ev(ctx, k);
    const rs = await Promise.all(Array.from({ length: 10 }, () => outcome(client.appendToStream(ctx.stream(k), e, { expectedRevision }), A)));
    out[k] = {
      kinds_info: rs.map((r) => (r.ok ? `ok ${r.ok.next}` : r.error.type)),
      nexts: [...new Set(rs.filter((r) => r.ok).map((r) => String(r.ok.next)))],
      events: (await revs(ctx.stream(k))).ok,
    };
  }
  return out;
}, { timeout: 60_000 });
