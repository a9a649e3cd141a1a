import { spawn } from 'node:child_process';
import { END, NO_STREAM, streamNameFilter } from '../client.mjs';
import { connect } from '../connection.mjs';
import { A, outcome, revs } from '../facts.mjs';
import { opt } from '../options.mjs';
import { ev, scenario } from '../scenario.mjs';
import { Sub } from '../sub.mjs';
import { sleep, within } from '../tools.mjs';

// last, since it takes the server away
scenario('restart', 'the server stopped and started under a subscription and appends; retries of old ids afterwards', async (ctx) => {
  const [s, t] = [ctx.stream('s'), ctx.stream('t')];
  const c = connect();
  await c.appendToStream(s, ev(ctx, 'any'));
  await c.appendToStream(t, ev(ctx, 'rev'), { expectedRevision: NO_STREAM });
  const sub = new Sub(c.subscribeToStream(s));
  const all = new Sub(c.subscribeToAll({ fromPosition: END, filter: streamNameFilter({ prefixes: [ctx.prefix] }) }));
  await sub.got(1);
  const shell = spawn('bash', ['-c', opt('restart')], { stdio: 'ignore', detached: true });
  const during = {};
  const until = Date.now() + 90_000;
  let up = 0;
  let down = false;
  // one append every 200 ms until the server was gone and 3 in a row were taken; each with an id of its own
  while (Date.now() < until && !(down && up >= 3)) {
    const r = await within(4000, outcome(c.appendToStream(ctx.stream('during'), ev(ctx)), () => 'taken'));
    const k = r.ok ?? r.never ?? `${r.error.class} ${r.error.type} ${r.error.code}`;
    during[k] = (during[k] ?? 0) + 1;
    if (r.ok) up++;
    else [down, up] = [true, 0];
    await sleep(200);
  }
  shell.unref();
  return {
    cameBack: down && up >= 3,
    sub: sub.log.filter((x) => x.t !== 'event' && x.t !== 'caughtUp' && x.t !== 'confirmation').map((x) => (x.error ? { t: x.t, class: x.error.class, type: x.error.type, message_info: x.error.message } : x)),
    all: all.log.filter((x) => x.t !== 'event' && x.t !== 'caughtUp' && x.t !== 'confirmation').map((x) => (x.error ? { t: x.t, class: x.error.class, type: x.error.type } : x)),
    during_info: during,
    retryAny: await outcome(c.appendToStream(s, ev(ctx, 'any')), A),
    retryRevision: await outcome(c.appendToStream(t, ev(ctx, 'rev'), { expectedRevision: NO_STREAM }), A),
    readAny: await revs(s),
    readRevision: await revs(t),
  };
}, { timeout: 180_000 });
