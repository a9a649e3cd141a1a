import { END, pb, streamNameFilter } from '../client.mjs';
import { client } from '../connection.mjs';
import { increasing, rev } from '../facts.mjs';
import { P } from '../normalise.mjs';
import { rawRead, streamOptions } from '../raw-read.mjs';
import { ev, fill, scenario } from '../scenario.mjs';
import { Sub } from '../sub.mjs';
import { sleep } from '../tools.mjs';

scenario('raw-subscribe-order', 'Read RPC with subscription: wire order of confirmation, events, caught-up; start, from a revision, end, missing stream', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 3);
  const go = (name, at, n) =>
    rawRead((o) => {
      o.setStream(streamOptions(name, at));
      o.setSubscription(new pb.ReadReq.Options.SubscriptionOptions());
    }, { stop: (x) => x.includes('CaughtUp') && x.filter((y) => y.Event !== undefined).length >= n, ms: 2500 });
  return {
    start: await go(s, {}, 3),
    from1: await go(s, { revision: 1 }, 1),
    last: await go(s, { revision: 2 }, 0),
    beyond: await go(s, { revision: 50 }, 0),
    end: await go(s, { at: 'end' }, 0),
    missing: await go(ctx.stream('none'), {}, 0),
    read: await rawRead((o) => { o.setStream(streamOptions(s)); o.setCount('2'); }),
    readMissing: await rawRead((o) => { o.setStream(streamOptions(ctx.stream('none'))); o.setCount('2'); }),
    noUuidOption: await rawRead((o) => { o.clearUuidOption(); o.setStream(streamOptions(s)); o.setCount('2'); }),
  };
});

scenario('subscribe-stream', 'subscribeToStream: from start with live events, exclusive from a revision, from the end, before the stream is', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 3);
  const subs = {
    start: new Sub(client.subscribeToStream(s)),
    from1: new Sub(client.subscribeToStream(s, { fromRevision: 1n })),
    end: new Sub(client.subscribeToStream(s, { fromRevision: END })),
    missing: new Sub(client.subscribeToStream(ctx.stream('late'))),
  };
  for (const x of Object.values(subs)) await x.until((y) => y.has('confirmation'), 3000);
  await subs.start.got(3, 3000);
  await sleep(400);
  await fill(ctx, s, 2, 'Live');
  await fill(ctx, ctx.stream('late'), 2, 'Live');
  await subs.start.got(5);
  await subs.from1.got(3);
  await subs.end.got(2);
  await subs.missing.got(2);
  const hasId = Object.fromEntries(Object.entries(subs).map(([k, x]) => [k, typeof x.s.id]));
  for (const x of Object.values(subs)) await x.stop();
  return {
    revisions: Object.fromEntries(Object.entries(subs).map(([k, x]) => [k, x.events.map(rev)])),
    kinds: Object.fromEntries(Object.entries(subs).map(([k, x]) => [k, x.kinds()])),
    confirmationFirst: Object.values(subs).every((x) => x.log[0]?.t === 'confirmation'),
    caughtUp: Object.fromEntries(Object.entries(subs).map(([k, x]) => [k, x.count('caughtUp')])),
    idTypes: hasId,
    orders_info: Object.fromEntries(Object.entries(subs).map(([k, x]) => [k, x.log.map((y) => y.t)])),
    positions: subs.start.events.map((e) => P(e.event.position)),
  };
});

scenario('subscribe-slow-consumer', 'a consumer that holds still while 2000 events are appended', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 1);
  const sub = new Sub(client.subscribeToStream(s), { hold: true });
  await sub.until((x) => x.has('confirmation'));
  await sleep(300);
  for (let i = 0; i < 20; i++) await client.appendToStream(s, Array.from({ length: 100 }, (_, k) => ev(ctx, null, 'T', { pad: 'x'.repeat(500), k })));
  await sleep(500);
  const buffered_info = sub.s.readableLength;
  sub.release();
  const all = await sub.got(2001, 20_000);
  await sleep(500);
  await sub.stop();
  return { all, inOrder: increasing(sub.events.map((e) => Number(rev(e)))), n: sub.events.length, buffered_info, caughtUp_info: sub.count('caughtUp'), fellBehind: sub.count('fellBehind') };
}, { timeout: 90_000 });

scenario('subscribe-stop', 'unsubscribe: what fires; a checkpointReached that throws', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 2);
  const sub = new Sub(client.subscribeToStream(s));
  await sub.got(2);
  await sub.stop();
  await sleep(300);
  const n = sub.events.length;
  await fill(ctx, s, 1);
  await sleep(300);
  const unhandled = [];
  const on = (e) => unhandled.push(e?.message ?? String(e));
  process.on('unhandledRejection', on);
  const bad = new Sub(client.subscribeToAll({ filter: streamNameFilter({ prefixes: [ctx.prefix], checkpointReached: () => { throw new Error('boom'); } }) }));
  await sleep(1200);
  await bad.stop();
  process.off('unhandledRejection', on);
  return { fired: sub.log.map((x) => x.t).filter((t) => !['event', 'caughtUp', 'confirmation'].includes(t)), nothingAfter: sub.events.length === n, throwingCheckpoint: { unhandled: [...new Set(unhandled)], errorEvent: bad.has('error') } };
});

scenario('subscribe-then-tombstone', 'a live subscription whose stream is soft-deleted, appended to, tombstoned', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 1);
  const sub = new Sub(client.subscribeToStream(s));
  await sub.got(1);
  await sleep(300);
  await client.deleteStream(s);
  await sleep(300);
  await fill(ctx, s, 1);
  await sub.got(2);
  await client.tombstoneStream(s);
  await sub.until((x) => x.has('error'), 3000);
  await sub.stop();
  return { log: sub.log.filter((x) => !['caughtUp', 'confirmation'].includes(x.t)) };
});
