import { PARK, RETRY, SKIP, START, streamNameFilter, toAllSettings, toStreamSettings } from '../client.mjs';
import { client } from '../connection.mjs';
import { R, outcome, readAllOf, rev } from '../facts.mjs';
import { P } from '../normalise.mjs';
import { ev, fill, scenario } from '../scenario.mjs';
import { Sub } from '../sub.mjs';
import { sleep } from '../tools.mjs';

const group = (ctx, n) => `${ctx.prefix}${n}`.replaceAll(':', '-');
scenario('persistent-errors', 'create twice, connect to none, info of none, delete twice, replay none, bad settings', async (ctx) => {
  const g = group(ctx, 'g');
  const filter = streamNameFilter({ prefixes: [ctx.prefix] });
  const out = {
    create: await outcome(client.createPersistentSubscriptionToAll(g, toAllSettings(), { filter }), () => 'made'),
    createTwice: await outcome(client.createPersistentSubscriptionToAll(g, toAllSettings(), { filter }), () => 'made'),
    infoNone: await outcome(client.getPersistentSubscriptionToAllInfo(group(ctx, 'none')), () => 'got'),
    deleteOnce: await outcome(client.deletePersistentSubscriptionToAll(g), () => 'deleted'),
    deleteTwice: await outcome(client.deletePersistentSubscriptionToAll(g), () => 'deleted'),
    replayNone: await outcome(client.replayParkedMessagesToAll(group(ctx, 'none')), () => 'done'),
    updateNone: await outcome(client.updatePersistentSubscriptionToAll(group(ctx, 'none'), toAllSettings()), () => 'done'),
    badBatch: await outcome(client.createPersistentSubscriptionToAll(group(ctx, 'bad'), toAllSettings({ readBatchSize: 500, historyBufferSize: 500 }), { filter }), () => 'made'),
  };
  const sub = new Sub(client.subscribeToPersistentSubscriptionToAll(group(ctx, 'none')));
  await sub.until((x) => x.has('error'), 3000);
  out.connectNone = sub.log;
  return out;
});

scenario('persistent-ack', 'create at start, read, ack; info; connect again: nothing twice', async (ctx) => {
  const g = group(ctx, 'g');
  await fill(ctx, ctx.stream('a'), 3);
  await client.createPersistentSubscriptionToAll(g, toAllSettings({ startFrom: START, checkPointLowerBound: 1, checkPointUpperBound: 1, checkPointAfter: 100 }), { filter: streamNameFilter({ prefixes: [ctx.prefix] }) });
  const sub = new Sub(client.subscribeToPersistentSubscriptionToAll(g), { show: (e) => R(e) });
  await sub.got(3, 8000);
  for (const e of sub.events) await sub.s.ack(e);
  await fill(ctx, ctx.stream('a'), 1, 'Live');
  if (await sub.got(4, 8000)) await sub.s.ack(sub.events[3]);
  await sleep(1200);
  const info = await outcome(client.getPersistentSubscriptionToAllInfo(g), (i) => ({
    eventSource: i.eventSource, groupName: i.groupName, status: i.status, parked: i.stats.parkedMessageCount, outstanding: i.stats.outstandingMessagesCount, connections: i.connections.length, settings: i.settings,
    checkpointed: i.stats.lastCheckpointedEventPosition ? 'yes' : 'no',
  }));
  await sub.stop();
  const again = new Sub(client.subscribeToPersistentSubscriptionToAll(g));
  await again.until((x) => x.has('confirmation'));
  await sleep(1000);
  await again.stop();
  await client.deletePersistentSubscriptionToAll(g);
  return { log: sub.log, info, again: again.events.map(rev) };
}, { timeout: 60_000 });

scenario('persistent-nack', 'nack retry up to maxRetryCount, nack skip, nack park; parked count; replay; the form of a replayed event', async (ctx) => {
  const g = group(ctx, 'g');
  const s = ctx.stream('a');
  await client.appendToStream(s, ['r', 's', 'p'].map((n) => ev(ctx, n, n)));
  await client.createPersistentSubscriptionToAll(g, toAllSettings({ startFrom: START, maxRetryCount: 2, messageTimeout: 20_000 }), { filter: streamNameFilter({ prefixes: [ctx.prefix] }) });
  const sub = new Sub(client.subscribeToPersistentSubscriptionToAll(g), { show: (e) => ({ type: e.event?.type, retryCount: e.retryCount, link: e.link ? e.link.type : null, linkStream: e.link?.streamId ?? null }) });
  await sub.got(3, 8000);
  let done = 0;
  const seen = [];
  const step = async () => {
    for (; done < sub.events.length; done++) {
      const e = sub.events[done];
      const k = e.event.type;
      seen.push(`${k}${e.retryCount}${e.link ? 'L' : ''}`);
      await sub.s.nack(k === 'r' ? RETRY : k === 's' ? SKIP : PARK, `why ${k}`, e);
    }
  };
  for (let i = 0; i < 12; i++) {
    await step();
    await sleep(250);
  }
  const parked = (await client.getPersistentSubscriptionToAllInfo(g)).stats.parkedMessageCount;
  const parkedStream = await outcome(readAllOf(client.readStream(`$persistentsubscription-$all::${g}-parked`)), (es) =>
    es.map((e) => ({ type: e.event.type, data: Buffer.from(e.event.data).toString(), reason: e.event.metadata?.reason, keys: Object.keys(e.event.metadata ?? {}) })));
  const n = sub.events.length;
  await client.replayParkedMessagesToAll(g);
  await sub.got(n + 2, 8000);
  const replayed = sub.events.slice(n).map(R);
  for (const e of sub.events.slice(n)) await sub.s.ack(e);
  await sleep(1000);
  const after = (await client.getPersistentSubscriptionToAllInfo(g)).stats;
  await sub.stop();
  await client.deletePersistentSubscriptionToAll(g);
  return { seen: [...seen].sort(), parked, parkedStream, replayed, parkedAfter: after.parkedMessageCount, outstandingAfter: after.outstandingMessagesCount };
}, { timeout: 60_000 });

scenario('persistent-limits', 'bufferSize as the number in flight, message timeout, maxSubscriberCount, a client gone with unacked events', async (ctx) => {
  const g = group(ctx, 'g');
  await fill(ctx, ctx.stream('a'), 20);
  await client.createPersistentSubscriptionToAll(g, toAllSettings({ startFrom: START, maxSubscriberCount: 1, messageTimeout: 2000, maxRetryCount: 5 }), { filter: streamNameFilter({ prefixes: [ctx.prefix] }) });
  const sub = new Sub(client.subscribeToPersistentSubscriptionToAll(g, { bufferSize: 5 }));
  await sub.got(5, 8000);
  await sleep(500);
  const inFlight = sub.events.length;
  const second = new Sub(client.subscribeToPersistentSubscriptionToAll(g, { bufferSize: 5 }));
  await second.until((x) => x.has('error'), 3000);
  await sub.until((x) => x.events.some((e) => e.retryCount > 0), 8000);
  const retried = sub.events.filter((e) => e.retryCount > 0).map((e) => e.retryCount)[0] ?? null;
  await sub.stop();
  await sleep(500);
  const next = new Sub(client.subscribeToPersistentSubscriptionToAll(g, { bufferSize: 5 }));
  await next.got(5, 8000);
  const nextRetries_info = next.events.slice(0, 5).map((e) => `${rev(e)}/${e.retryCount}`);
  const deleted = await outcome(client.deletePersistentSubscriptionToAll(g), () => 'deleted');
  await next.until((x) => x.has('error') || x.has('end'), 4000);
  return { inFlight, second: second.log, retried, firstRevisionOfNext: rev(next.events[0] ?? {}), nextRetries_info, deleted, onDelete: next.log.filter((x) => x.t !== 'event' && x.t !== 'confirmation') };
}, { timeout: 60_000 });

scenario('persistent-same-id', 'two streams hold one event id; both unacked at once', async (ctx) => {
  const g = group(ctx, 'g');
  await client.appendToStream(ctx.stream('a'), ev(ctx, 'same'));
  await client.appendToStream(ctx.stream('b'), ev(ctx, 'same'));
  await client.appendToStream(ctx.stream('c'), ev(ctx, 'other'));
  await client.createPersistentSubscriptionToAll(g, toAllSettings({ startFrom: START }), { filter: streamNameFilter({ prefixes: [ctx.prefix] }) });
  const sub = new Sub(client.subscribeToPersistentSubscriptionToAll(g));
  await sub.got(3, 4000);
  await sleep(500);
  const before = (await client.getPersistentSubscriptionToAllInfo(g)).stats;
  const got = sub.events.map((e) => `${e.event.streamId} ${e.event.id}`);
  if (sub.events[0]) await sub.s.ack(sub.events[0]);
  await sleep(600);
  const after = (await client.getPersistentSubscriptionToAllInfo(g)).stats;
  await sub.stop();
  await client.deletePersistentSubscriptionToAll(g);
  return { got, outstanding: before.outstandingMessagesCount, outstandingAfterOneAck: after.outstandingMessagesCount };
});

scenario('persistent-to-stream', 'the same life on one stream: create at start, ack, park, replay', async (ctx) => {
  const [s, g] = [ctx.stream('a'), group(ctx, 'g')];
  await fill(ctx, s, 2);
  const out = {
    create: await outcome(client.createPersistentSubscriptionToStream(s, g, toStreamSettings({ startFrom: START })), () => 'made'),
    createTwice: await outcome(client.createPersistentSubscriptionToStream(s, g, toStreamSettings({ startFrom: START })), () => 'made'),
    onMissingStream: await outcome(client.createPersistentSubscriptionToStream(ctx.stream('none'), g, toStreamSettings({ startFrom: START })), () => 'made'),
  };
  const sub = new Sub(client.subscribeToPersistentSubscriptionToStream(s, g), { show: (e) => ({ revision: rev(e), retryCount: e.retryCount, position: P(e.event?.position) }) });
  if (!(await sub.got(2, 5000))) return { ...out, log: sub.log };
  await sub.s.ack(sub.events[0]);
  await sub.s.nack(PARK, 'why', sub.events[1]);
  await sleep(600);
  out.parked = (await client.getPersistentSubscriptionToStreamInfo(s, g)).stats.parkedMessageCount;
  await client.replayParkedMessagesToStream(s, g);
  await sub.got(3, 5000);
  out.replayed = sub.events.slice(2).map(R);
  await sub.stop();
  out.log = sub.log.filter((x) => x.t === 'event');
  out.del = await outcome(client.deletePersistentSubscriptionToStream(s, g), () => 'deleted');
  return out;
});
