import { binaryEvent, jsonEvent } from '../client.mjs';
import { client } from '../connection.mjs';
import { A, R, outcome, read, readAllOf } from '../facts.mjs';
import { ev, scenario } from '../scenario.mjs';
import { Sub } from '../sub.mjs';

scenario('links', '$> events: resolved and not, to a live event, a missing one, a deleted stream, a truncated event', async (ctx) => {
  const [s, d, t, l] = ['s', 'd', 't', 'l'].map((n) => ctx.stream(n));
  await client.appendToStream(s, ev(ctx, 'target'));
  await client.appendToStream(d, ev(ctx, 'gone'));
  await client.deleteStream(d);
  await client.appendToStream(t, [ev(ctx, 'cut'), ev(ctx, 'kept')]);
  await client.setStreamMetadata(t, { truncateBefore: 1 });
  const link = (to, n) => binaryEvent({ id: ctx.id(n), type: '$>', data: Buffer.from(to) });
  const w = await client.appendToStream(l, [link(`0@${s}`, 'l1'), link(`9@${s}`, 'l2'), link(`0@${d}`, 'l3'), link(`0@${t}`, 'l4'), link(`0@${ctx.stream('nowhere')}`, 'l5'), link('garbage', 'l6')].slice(0, 5));
  const jsonLink = await outcome(client.appendToStream(ctx.stream('jl'), jsonEvent({ type: '$>', data: `0@${s}` })), A);
  const sub = new Sub(client.subscribeToStream(l, { resolveLinkTos: true }), { show: (e) => R(e) });
  await sub.got(5, 3000);
  await sub.stop();
  return {
    w: A(w),
    plain: await read(l),
    resolved: await read(l, { resolveLinkTos: true }),
    jsonLink,
    jsonLinkResolved: await read(ctx.stream('jl'), { resolveLinkTos: true }),
    subscribed: sub.log.filter((x) => x.t === 'event'),
    inAllResolved: (await readAllOf(client.readAll({ fromPosition: w.position, resolveLinkTos: true, maxCount: 1 }))).map(R),
  };
});
