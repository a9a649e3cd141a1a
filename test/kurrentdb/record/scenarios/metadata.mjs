import { BACKWARDS, END, NO_STREAM, jsonEvent } from '../client.mjs';
import { client } from '../connection.mjs';
import { A, outcome, readAllOf, rev, revs } from '../facts.mjs';
import { ev, fill, scenario } from '../scenario.mjs';
import { Sub } from '../sub.mjs';
import { sleep } from '../tools.mjs';

scenario('metadata-round-trip', 'setStreamMetadata, getStreamMetadata: keys, custom keys, revision, event', async (ctx) => {
  const s = ctx.stream('a');
  const none = await outcome(client.getStreamMetadata(s), (m) => ({ metadata: m.metadata ?? null, keys: Object.keys(m) }));
  const w1 = await outcome(client.setStreamMetadata(s, { maxAge: 3600, maxCount: 10, truncateBefore: 2, cacheControl: 60, acl: { readRoles: ['$all'] }, owner: 'x', $custom: 1 }), A);
  const w2 = await outcome(client.setStreamMetadata(s, { maxCount: 5 }, { expectedRevision: 0n }), A);
  const w3 = await outcome(client.setStreamMetadata(s, { maxCount: 6 }, { expectedRevision: 0n }), A);
  const got = await client.getStreamMetadata(s);
  const back = await readAllOf(client.readStream(`$$${s}`));
  return {
    none, w1, w2, w3,
    got: got.metadata,
    metastreamRevisionIs: got.metastreamRevision === back.at(-1).event.revision ? 'the revision' : got.metastreamRevision === back.at(-1).event.position?.commit ? 'the commit position' : 'other',
    metastream: back.map((e) => ({ revision: e.event.revision, type: e.event.type, data: e.event.data })),
    negativeMaxAge: await outcome(client.setStreamMetadata(ctx.stream('b'), { maxAge: -1 }), A),
    fractionMaxAge: await outcome(client.setStreamMetadata(ctx.stream('c'), { maxAge: 1.5 }), A),
    negativeRead: await revs(ctx.stream('b')),
  };
});

scenario('metadata-truncation', '$maxCount, $tb, $maxAge and their wrong-case twins against reads and subscriptions', async (ctx) => {
  const out = {};
  const with_ = async (k, metadata, data) => {
    const s = ctx.stream(k);
    await fill(ctx, s, 5);
    if (metadata) await client.setStreamMetadata(s, metadata);
    if (data) await client.appendToStream(`$$${s}`, jsonEvent({ type: '$metadata', data }));
    return s;
  };
  const mc = await with_('maxCount', { maxCount: 2 });
  out.maxCount = { f: await revs(mc), b: await revs(mc, { direction: BACKWARDS, fromRevision: END }), from0max1: await revs(mc, { fromRevision: 0n, maxCount: 1 }), back0: await revs(mc, { direction: BACKWARDS, fromRevision: 0n }) };
  const tb = await with_('tb', { truncateBefore: 3 });
  out.tb = { f: await revs(tb), from1: await revs(tb, { fromRevision: 1n }), expected4: await outcome(client.appendToStream(tb, ev(ctx), { expectedRevision: 4n }), A) };
  const tbAll = await with_('tbAll', { truncateBefore: 5 });
  out.tbPastEnd = { f: await revs(tbAll), b: await revs(tbAll, { direction: BACKWARDS, fromRevision: END }), noStream: await outcome(client.appendToStream(tbAll, ev(ctx), { expectedRevision: NO_STREAM }), A), at4: await outcome(client.appendToStream(tbAll, ev(ctx), { expectedRevision: 4n }), A), after: await revs(tbAll) };
  out.wrongCase = (await revs(await with_('case', null, { $MaxCount: 1, maxCount: 1, $TB: 4 }))).ok;
  out.badJson = (await revs(await with_('bad', null, { $maxCount: 'two' }))).ok;
  const sub = new Sub(client.subscribeToStream(tb));
  await sub.until((x) => x.has('caughtUp') || x.events.length >= 3, 3000);
  await sleep(300);
  await sub.stop();
  out.subscribeTb = sub.events.map(rev);
  const age = await with_('maxAge', { maxAge: 1 });
  out.maxAgeAtOnce_info = await revs(age);
  await sleep(2200);
  out.maxAgeLater = await revs(age);
  out.maxAgeLaterAppend = await outcome(client.appendToStream(age, ev(ctx)), A);
  out.maxAgeAfter = await revs(age);
  const all = await readAllOf(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 500 }));
  out.stillInAll = all.filter((e) => e.event?.streamId === tb).length;
  return out;
}, { timeout: 60_000 });
