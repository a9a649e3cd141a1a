import { END, eventTypeFilter, excludeSystemEvents, streamNameFilter } from '../client.mjs';
import { client } from '../connection.mjs';
import { increasing, outcome, rev } from '../facts.mjs';
import { P } from '../normalise.mjs';
import { ev, fill, scenario } from '../scenario.mjs';
import { Sub } from '../sub.mjs';
import { sleep } from '../tools.mjs';

scenario('subscribe-all-stream-prefix', 'subscribeToAll with a stream prefix: events, checkpoints, exclusive resume', async (ctx) => {
  const [a, b, other] = [`${ctx.prefix}cat-a`, `${ctx.prefix}cat-b`, ctx.stream('other')];
  const before = await client.appendToStream(other, ev(ctx));
  await fill(ctx, a, 2);
  await fill(ctx, other, 3);
  await fill(ctx, b, 2);
  const checkpoints = [];
  const filter = streamNameFilter({ prefixes: [`${ctx.prefix}cat-`], checkpointInterval: 1, checkpointReached: (_s, p) => void checkpoints.push(p) });
  const sub = new Sub(client.subscribeToAll({ fromPosition: before.position, filter }));
  await sub.got(4);
  await sub.until(() => checkpoints.length > 0, 3000);
  await fill(ctx, a, 1, 'Live');
  await fill(ctx, other, 1, 'Live');
  await sub.got(5);
  await sleep(300);
  await sub.stop();
  const mid = sub.events[1].event.position;
  const resumed = new Sub(client.subscribeToAll({ fromPosition: mid, filter: streamNameFilter({ prefixes: [`${ctx.prefix}cat-`] }) }));
  await resumed.got(3);
  await sleep(300);
  await resumed.stop();
  return {
    events: sub.events.map((e) => ({ stream: e.event.streamId, revision: e.event.revision, position: P(e.event.position) })),
    increasing: increasing(sub.events.map((e) => e.event.position.commit)),
    kinds: sub.kinds(),
    checkpoints_info: checkpoints.map(P),
    someCheckpoint: checkpoints.length > 0,
    checkpointsIncreasing: increasing(checkpoints.map((p) => p.commit)),
    checkpointHalvesEqual: checkpoints.every((p) => p.commit === p.prepare),
    resumed: resumed.events.map((e) => `${e.event.streamId} ${e.event.revision}`),
  };
});

scenario('subscribe-all-event-type', 'subscribeToAll by event type prefix and regex, several prefixes, system events left out, a bad regex', async (ctx) => {
  const type = (n) => `${ctx.prefix}${n}`;
  const from = await client.appendToStream(ctx.stream('pre'), ev(ctx));
  await client.appendToStream(ctx.stream('a'), ['OrderPlaced', 'OrderPaid', 'ItemAdded', 'orderplaced'].map((n) => ev(ctx, null, type(n))));
  const go = async (filter, n) => {
    const sub = new Sub(client.subscribeToAll({ fromPosition: from.position, filter }));
    await sub.until((x) => x.events.length >= n || x.has('error'), 4000);
    await sleep(300);
    await sub.stop();
    return { types: sub.events.filter((e) => e.event.streamId.startsWith(ctx.prefix)).map((e) => e.event.type), error: sub.log.find((x) => x.t === 'error')?.error ?? null };
  };
  return {
    prefix: await go(eventTypeFilter({ prefixes: [type('Order')] }), 2),
    prefixes: await go(eventTypeFilter({ prefixes: [type('OrderPl'), type('Item')] }), 2),
    regexAnchored: await go(eventTypeFilter({ regex: `^${ctx.prefix}(OrderPaid|ItemAdded)$` }), 2),
    regexSearch: await go(eventTypeFilter({ regex: `Paid` }), 1),
    excludeSystem: await go(excludeSystemEvents(), 4),
    badRegex: await go(eventTypeFilter({ regex: '(' }), 1),
    emptyPrefixes: await go(eventTypeFilter({ prefixes: [] }), 1),
  };
}, { timeout: 60_000 });

scenario('subscribe-all-checkpoints', 'checkpointInterval and maxSearchWindow against 200 events that do not match', async (ctx) => {
  const from = await client.appendToStream(ctx.stream('pre'), ev(ctx));
  await fill(ctx, ctx.stream('noise'), 200);
  const go = async (o) => {
    const cps = [];
    const sub = new Sub(client.subscribeToAll({ fromPosition: from.position, filter: streamNameFilter({ prefixes: [`${ctx.prefix}match`], checkpointReached: (_s, p) => void cps.push(p), ...o }) }));
    await sub.until((x) => x.has('caughtUp'), 4000);
    await sleep(500);
    const caught = cps.length;
    await fill(ctx, ctx.stream('noise'), 200, 'Live');
    await sleep(1000);
    await sub.stop();
    return { atLeastOne: caught > 0, catchUp_info: caught, live_info: cps.length - caught, increasing: increasing(cps.map((p) => p.commit)) };
  };
  return {
    i1: await go({ checkpointInterval: 1 }),
    i1w100: await go({ checkpointInterval: 1, maxSearchWindow: 100 }),
    i10: await go({ checkpointInterval: 10 }),
    zero: await outcome((async () => client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['x'], checkpointInterval: 0 }) }))(), () => 'made'),
    zeroWindow: await outcome((async () => client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['x'], maxSearchWindow: 0 }) }))(), () => 'made'),
  };
}, { timeout: 60_000 });

scenario('subscribe-all-from-end', 'subscribeToAll from END and from the last position; nothing twice, nothing lost over a resume', async (ctx) => {
  const prefixes = [ctx.prefix];
  const last = await client.appendToStream(ctx.stream('a'), ev(ctx, 'before'));
  const end = new Sub(client.subscribeToAll({ fromPosition: END, filter: streamNameFilter({ prefixes }) }));
  const at = new Sub(client.subscribeToAll({ fromPosition: last.position, filter: streamNameFilter({ prefixes }) }));
  await end.until((x) => x.has('confirmation'));
  await at.until((x) => x.has('confirmation'));
  await sleep(400);
  await fill(ctx, ctx.stream('a'), 3);
  await end.got(3);
  await at.got(3);
  await end.stop();
  await fill(ctx, ctx.stream('a'), 3);
  const again = new Sub(client.subscribeToAll({ fromPosition: end.events.at(-1).event.position, filter: streamNameFilter({ prefixes }) }));
  await again.got(3);
  await again.stop();
  await at.stop();
  return { end: end.events.map(rev), at: at.events.map(rev).slice(0, 6), again: again.events.map(rev) };
});
