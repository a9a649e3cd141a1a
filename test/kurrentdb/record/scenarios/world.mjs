import net from 'node:net';
import { EventStoreDBClient } from '../client.mjs';
import { client, connect, runId } from '../connection.mjs';
import { A, outcome, readAllOf } from '../facts.mjs';
import { ev, scenario } from '../scenario.mjs';
import { Sub } from '../sub.mjs';
import { within } from '../tools.mjs';

scenario('system-events', 'which system streams and event types stand in $all', async () => {
  const seen = new Map();
  let n = 0;
  for await (const e of client.readAll({ maxCount: 100_000 })) {
    n++;
    if (!e.event?.streamId.startsWith('$') && !e.event?.type.startsWith('$')) continue;
    const st = e.event.streamId.startsWith('$$') ? '$$*' : e.event.streamId.startsWith('$persistentsubscription-') ? `$persistentsubscription-*${e.event.streamId.slice(e.event.streamId.lastIndexOf('-'))}` : e.event.streamId.startsWith('$') && !e.event.streamId.includes(runId) ? e.event.streamId : '(own)';
    seen.set(`${st} ${e.event.type}`, (seen.get(`${st} ${e.event.type}`) ?? 0) + 1);
  }
  const keys = [...seen.keys()].sort();
  return { kinds_info: Object.fromEntries(seen), read_info: n, epochHidden: !keys.some((k) => k.startsWith('$epoch-information')), parkedHidden: !keys.some((k) => k.startsWith('$persistentsubscription-*-parked')), checkpointHidden: !keys.some((k) => k.startsWith('$persistentsubscription-*-checkpoint')), metadataShown: keys.some((k) => k.startsWith('$$* $metadata')), tombstonesShown: keys.some((k) => k.endsWith(' $streamDeleted')) };
}, { timeout: 60_000 });

scenario('no-server', 'a port where nothing listens: append, read, subscribe; and how long each takes', async (ctx) => {
  const port = await new Promise((res) => {
    const srv = net.createServer().listen(0, '127.0.0.1', () => {
      const p = srv.address().port;
      srv.close(() => res(p));
    });
  });
  const c = connect(`esdb://127.0.0.1:${port}?tls=false&defaultDeadline=3000`);
  const clean = (o) => {
    if (o.error) o.error.message = o.error.message.replace(String(port), '<port>').replace(/Resolution note.*$|Last error.*$|LB pick.*$/s, '').replace(/after [\d.]+s.*$/s, 'after ...');
    return o;
  };
  const timed = async (p) => {
    const t = Date.now();
    const r = clean(await p);
    return { ...r, ms_info: Date.now() - t };
  };
  const out = {
    append: await timed(outcome(c.appendToStream(ctx.stream('a'), ev(ctx)), A)),
    read: await timed(within(8000, outcome(readAllOf(c.readStream(ctx.stream('a'))), (x) => x.length))),
    readAgain: await timed(within(8000, outcome(readAllOf(c.readStream(ctx.stream('a'))), (x) => x.length))),
    appendAgain: await timed(within(8000, outcome(c.appendToStream(ctx.stream('a'), ev(ctx)), A))),
  };
  const sub = new Sub(c.subscribeToAll());
  await sub.until((x) => x.has('error'), 8000);
  out.subscribe = sub.log.map((x) => (x.error ? { t: x.t, class: x.error.class, type: x.error.type } : x));
  return out;
}, { timeout: 60_000 });

scenario('connection-strings', 'what the parser takes and refuses (no server needed)', async () => {
  const warn = console.warn;
  const out = {};
  for (const u of [
    'esdb://localhost', 'esdb://localhost:2113?tls=false', 'esdb://a,b:2114,c', 'esdb+discover://cluster.example:2113',
    'esdb://admin:changeit@localhost?tls=false', 'esdb://admin:p%40ss@localhost', 'kurrentdb://localhost:2113?tls=false', 'http://localhost:2113',
    'esdb://', 'esdb://localhost:port', 'esdb://localhost?tls=maybe', 'esdb://localhost?keepAliveInterval=x', 'esdb://localhost?keepAliveInterval=-1',
    'esdb://localhost?keepAliveInterval=500', 'esdb://localhost?keepAliveInterval=-5', 'esdb://localhost?defaultDeadline=0', 'esdb://localhost?nodePreference=Follower',
    'esdb://localhost?nodePreference=nearest', 'esdb://localhost?unknown=1', 'esdb://localhost?KEEP_ALIVE-TIMEOUT=20000', 'esdb://localhost?tlsVerifyCert=false', 'esdb://localhost/?tls=false',
    'esdb://localhost?connectionName=a%20b', 'esdb://localhost?userCertFile=/x',
  ]) {
    const warned = [];
    console.warn = (m) => warned.push(String(m).split('\n')[0]);
    try {
      const c = EventStoreDBClient.connectionString(u);
      out[u] = { ok: true, named: c.connectionName.length === 36 ? '<uuid>' : c.connectionName, warned };
    } catch (e) {
      out[u] = { ok: false, class: e.constructor.name, message: e.message.split('\n')[0], warned };
    } finally {
      console.warn = warn;
    }
  }
  return out;
});
