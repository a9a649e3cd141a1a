import { BACKWARDS, END, NO_STREAM, STREAM_EXISTS } from '../client.mjs';
import { client } from '../connection.mjs';
import { A, D, outcome, readAllOf, revs } from '../facts.mjs';
import { ev, fill, scenario } from '../scenario.mjs';
import { Sub } from '../sub.mjs';
import { within } from '../tools.mjs';

scenario('delete-soft', 'deleteStream, then read, append, metadata, $all', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 3);
  const del = await outcome(client.deleteStream(s), D);
  const meta = await outcome(readAllOf(client.readStream(`$$${s}`)), (es) => es.map((e) => ({ type: e.event.type, revision: e.event.revision, data: e.event.data })));
  const out = {
    del,
    metastream: meta,
    getMetadata: await outcome(client.getStreamMetadata(s), (m) => m.metadata ?? null),
    read: await revs(s),
    readBack: await revs(s, { direction: BACKWARDS, fromRevision: END }),
    again: await outcome(client.deleteStream(s), D),
    exists: await outcome(client.appendToStream(s, ev(ctx), { expectedRevision: STREAM_EXISTS }), A),
    noStream: await outcome(client.appendToStream(s, ev(ctx), { expectedRevision: NO_STREAM }), A),
    readAfter: await revs(s),
    metastreamAfter: await outcome(readAllOf(client.readStream(`$$${s}`)), (es) => es.map((e) => ({ revision: e.event.revision, data: e.event.data }))),
  };
  const t = ctx.stream('t');
  await fill(ctx, t, 2);
  await client.deleteStream(t);
  out.oldRevision = await outcome(client.appendToStream(t, ev(ctx), { expectedRevision: 1n }), A);
  out.oldRevisionRead = await revs(t);
  return out;
});

scenario('delete-expected', 'deleteStream and tombstoneStream on a missing stream and with wrong revisions', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 3);
  return {
    missingAny: await outcome(client.deleteStream(ctx.stream('n1')), D),
    missingNoStream: await outcome(client.deleteStream(ctx.stream('n2'), { expectedRevision: NO_STREAM }), D),
    missingAt0: await outcome(client.deleteStream(ctx.stream('n3'), { expectedRevision: 0n }), D),
    wrong: await outcome(client.deleteStream(s, { expectedRevision: 1n }), D),
    exists: await within(3000, outcome(client.deleteStream(s, { expectedRevision: STREAM_EXISTS }), D)),
    right: await outcome(client.deleteStream(s, { expectedRevision: 2n }), D),
    tombMissing: await outcome(client.tombstoneStream(ctx.stream('n4')), D),
    tombMissingRead: await revs(ctx.stream('n4')),
    tombMissingNoStream: await outcome(client.tombstoneStream(ctx.stream('n5'), { expectedRevision: NO_STREAM }), D),
  };
});

scenario('tombstone', 'tombstoneStream, then every call on the stream', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 2);
  const wrong = await outcome(client.tombstoneStream(s, { expectedRevision: 0n }), D);
  const tomb = await outcome(client.tombstoneStream(s, { expectedRevision: 1n }), D);
  const sub = new Sub(client.subscribeToStream(s));
  await sub.until((x) => x.has('error') || x.has('caughtUp'), 3000);
  await sub.stop();
  const all = await readAllOf(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 100 }));
  return {
    wrong,
    tomb,
    read: await revs(s),
    readBack: await revs(s, { direction: BACKWARDS, fromRevision: END }),
    appendAny: await outcome(client.appendToStream(s, ev(ctx)), A),
    appendNoStream: await outcome(client.appendToStream(s, ev(ctx), { expectedRevision: NO_STREAM }), A),
    appendAppendRpc: await outcome(client.appendToStream(s, ev(ctx), { credentials: { username: 'admin', password: 'changeit' } }), A),
    delete: await outcome(client.deleteStream(s), D),
    again: await outcome(client.tombstoneStream(s), D),
    getMetadata: await outcome(client.getStreamMetadata(s), (m) => m.metadata ?? null),
    setMetadata: await outcome(client.setStreamMetadata(s, { maxCount: 1 }), A),
    subscribe: sub.log,
    inAll: all.filter((e) => e.event?.streamId === s).map((e) => ({ type: e.event.type, revision: e.event.revision, data: e.event.data })),
  };
});
