import { clearTimeout } from 'node:timers';
import { grpc, pb, shared } from './client.mjs';
import { E } from './facts.mjs';
import { deadline, ident, rawStreams } from './raw-messages.mjs';

export const contentCase = (resp) =>
  ['Event', 'Confirmation', 'Checkpoint', 'StreamNotFound', 'CaughtUp', 'FellBehind'].find((k) => resp[`has${k}`]?.()) ?? 'Other';
// a Read call; lists the content cases in wire order until the stream ends, fails, or `stop` says so
export function rawRead(build, { stop = () => false, ms = 5000 } = {}) {
  const c = rawStreams();
  const o = new pb.ReadReq.Options();
  const u = new pb.ReadReq.Options.UUIDOption();
  u.setString(new shared.Empty());
  o.setUuidOption(u);
  o.setNoFilter(new shared.Empty());
  build(o);
  const r = new pb.ReadReq();
  r.setOptions(o);
  return new Promise((res) => {
    const seen = [];
    const call = c.read(r, new grpc.Metadata(), { deadline: deadline(ms + 5000) });
    let done = false;
    const finish = (how) => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      call.cancel();
      c.close();
      res({ seen, how });
    };
    const timer = setTimeout(() => finish('quiet'), ms);
    call.on('data', (resp) => {
      const k = contentCase(resp);
      const e = resp.getEvent?.();
      seen.push(k === 'Event' ? { Event: Number(e.getEvent()?.getStreamRevision() ?? -1) } : k);
      if (stop(seen)) finish('stopped');
    });
    call.on('error', (e) => finish({ error: E(e) }));
    call.on('end', () => finish('ended'));
  });
}
export const streamOptions = (name, { revision, at } = {}) => {
  const so = new pb.ReadReq.Options.StreamOptions();
  so.setStreamIdentifier(ident(name));
  if (revision !== undefined) so.setRevision(String(revision));
  else if (at === 'end') so.setEnd(new shared.Empty());
  else so.setStart(new shared.Empty());
  return so;
};
