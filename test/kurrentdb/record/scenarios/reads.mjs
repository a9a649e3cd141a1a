import { BACKWARDS, END, START } from '../client.mjs';
import { client, connect, open } from '../connection.mjs';
import { E, R, increasing, outcome, readAllOf, revs } from '../facts.mjs';
import { MAX_U64 } from '../normalise.mjs';
import { ev, fill, scenario } from '../scenario.mjs';
import { Sub } from '../sub.mjs';
import { sleep } from '../tools.mjs';

scenario('read-stream', 'readStream: directions, inclusive start, counts, beyond the end', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 5);
  const out = {};
  for (const [k, o] of Object.entries({
    all: {},
    from2: { fromRevision: 2n },
    from2max2: { fromRevision: 2n, maxCount: 2 },
    max0: { maxCount: 0 },
    max1: { maxCount: 1 },
    beyond: { fromRevision: 99n },
    endForwards: { fromRevision: END },
    back: { direction: BACKWARDS, fromRevision: END },
    backMax2: { direction: BACKWARDS, fromRevision: END, maxCount: 2 },
    backFrom2: { direction: BACKWARDS, fromRevision: 2n },
    backBeyond: { direction: BACKWARDS, fromRevision: 99n },
    backFromStart: { direction: BACKWARDS, fromRevision: START },
  })) out[k] = await revs(s, o);
  out.negative = await outcome((async () => readAllOf(client.readStream(s, { fromRevision: -1n })))(), (x) => x.length);
  out.long_pages = await (async () => {
    const t = ctx.stream('long');
    await fill(ctx, t, 100);
    const x = (await revs(t)).ok;
    return { n: x.length, increasing: increasing(x.map(Number)), max33: (await revs(t, { maxCount: 33 })).ok.length, max64: (await revs(t, { maxCount: 64 })).ok.length };
  })();
  return out;
});

scenario('read-missing', 'readStream of a stream that never was: what fires, and with which fields', async (ctx) => {
  const s = ctx.stream('none');
  const r = client.readStream(s);
  const log = [];
  for (const n of ['data', 'error', 'end', 'close']) r.on(n, (e) => log.push(n === 'error' ? { error: E(e) } : n));
  await sleep(500);
  return { iterated: await revs(s), backwards: await revs(s, { direction: BACKWARDS, fromRevision: END }), fired: log };
});

scenario('read-all', 'readAll within a window around own events: order, inclusive start, counts, same positions as readStream', async (ctx) => {
  const [s, t] = [ctx.stream('s'), ctx.stream('t')];
  const first = await client.appendToStream(s, ev(ctx, '1'));
  await client.appendToStream(t, ev(ctx, '2'));
  await client.appendToStream(s, [ev(ctx, '3'), ev(ctx, '4')]);
  await client.appendToStream(t, ev(ctx, '5'));
  const mine = (es) => es.filter((e) => e.event?.streamId.startsWith(ctx.prefix));
  const fwd = await readAllOf(client.readAll({ fromPosition: first.position }));
  const own = mine(fwd);
  const third = own[2].event.position;
  const back = await readAllOf(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 200 }));
  const inStream = await readAllOf(client.readStream(s));
  return {
    forwards: own.map(R),
    startIsInclusive: fwd[0]?.event?.id === ctx.id('1'),
    fromThird: (await readAllOf(client.readAll({ fromPosition: third, maxCount: 2 }))).slice(0, 1).map((e) => e.event?.id),
    backwards: mine(back).map((e) => e.event.id),
    backwardsFromThird: mine(await readAllOf(client.readAll({ fromPosition: third, direction: BACKWARDS, maxCount: 2 }))).map((e) => e.event.id),
    maxCount: (await readAllOf(client.readAll({ fromPosition: first.position, maxCount: 2 }))).length,
    allIncreasing: increasing(fwd.map((e) => e.commitPosition)),
    samePositionsInStream: inStream.every((e, i) => e.event.position?.commit === own.filter((o) => o.event.streamId === s)[i].event.position?.commit),
    commitPositionIsEventPosition: own.every((e) => e.commitPosition === e.event.position?.commit),
    streamReadCommitPosition: inStream[0].commitPosition === undefined ? 'absent' : inStream[0].commitPosition === inStream[0].event.position?.commit ? 'equal' : 'other',
  };
});

scenario('read-all-odd-positions', 'readAll and subscribeToAll from positions that are no record start', async (ctx) => {
  const a = await client.appendToStream(ctx.stream('a'), ev(ctx, 'a'));
  await client.appendToStream(ctx.stream('a'), ev(ctx, 'b'));
  const c = a.position.commit;
  const go = (p) => outcome(readAllOf(client.readAll({ fromPosition: p, maxCount: 3 }), 1), (es) => es.map((e) => e.event?.id));
  const out = {
    plusOne: await go({ commit: c + 1n, prepare: c + 1n }),
    beyond: await go({ commit: c + 100_000_000n, prepare: c + 100_000_000n }),
    prepareAboveCommit: await go({ commit: c, prepare: c + 1n }),
    commitAbovePrepare: await go({ commit: c + 1n, prepare: c }),
    preparedZero: await go({ commit: c, prepare: 0n }),
    aboveInt64: await go({ commit: MAX_U64 - 1n, prepare: MAX_U64 - 1n }),
  };
  const sub = new Sub(client.subscribeToAll({ fromPosition: { commit: c + 1n, prepare: c + 1n } }));
  await sub.until((x) => x.has('error') || x.events.length > 0 || x.has('caughtUp'), 3000);
  await sub.stop();
  out.subscribePlusOne = { kinds: sub.kinds().filter((k) => k !== 'event'), error: sub.log.find((x) => x.t === 'error')?.error ?? null, got: sub.events.slice(0, 1).map((e) => e.event?.id) };
  return out;
});

scenario('read-cancel', 'readStream cancelled half-way; maxCount left over; dispose of a client in use', async (ctx) => {
  const s = ctx.stream('a');
  await fill(ctx, s, 200);
  const r = client.readStream(s);
  const log = [];
  let n = 0;
  for (const k of ['error', 'end', 'close']) r.on(k, (e) => log.push(k === 'error' ? { error: E(e) } : k));
  r.on('data', () => {
    if (++n === 3) r.cancel();
  });
  await sleep(700);
  const c = connect();
  const sub = new Sub(c.subscribeToStream(s));
  await sub.got(200, 5000);
  const disposed = await Promise.race([c.dispose().then(() => 'done'), sleep(3000).then(() => 'hangs')]);
  open.delete(c);
  return { firedAfterCancel: log, gotAtLeast3: n >= 3, dispose: disposed, afterDispose: sub.log.filter((x) => x.t !== 'event' && x.t !== 'caughtUp' && x.t !== 'confirmation') };
});
