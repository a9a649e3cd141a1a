import { client } from './connection.mjs';
import { P, Pos, when } from './normalise.mjs';

// the fields of an error a caller can branch on
export const META_KEYS = [
  'exception', 'stream-name', 'expected-version', 'actual-version', 'maximum-append-size', 'maximum-append-event-size',
  'proposed-append-event-size', 'event-id', 'group-name', 'reason', 'required-metadata-properties',
  'leader-endpoint-host', 'leader-endpoint-port',
];
export function E(e) {
  if (!(e instanceof Error)) return { thrown: typeof e, value: String(e) };
  const f = { class: e.constructor.name, type: e.type ?? null, code: e.code ?? null, message: e.message };
  for (const k of ['streamName', 'expectedVersion', 'actualVersion', 'maxAppendSize', 'groupName', 'reason', 'errorMessage', 'feature', 'requiredMetadataProperties'])
    if (k in e && e[k] !== undefined) f[k] = e[k];
  const md = (e._raw?.metadata ?? e.metadata)?.getMap?.();
  if (md) {
    const kept = Object.fromEntries(META_KEYS.filter((k) => k in md).map((k) => [k, String(md[k])]));
    if (Object.keys(kept).length) f.metadata = kept;
  }
  return f;
}
export const outcome = async (promise, show = (v) => v) => {
  try {
    return { ok: show(await promise) };
  } catch (e) {
    return { error: E(e) };
  }
};
export const A = (r) => ({ success: r.success, next: r.nextExpectedRevision, position: P(r.position) }); // append result
export const D = (r) => ({ position: P(r.position) }); // delete result
export const rec = (r) =>
  r === undefined
    ? null
    : { stream: r.streamId, revision: r.revision, type: r.type, id: r.id, isJson: r.isJson, position: P(r.position), created: when(r.created) };
// a resolved event, without its body
export const R = (e) => ({
  event: rec(e.event),
  ...(e.link ? { link: rec(e.link) } : {}),
  commitPosition: e.commitPosition === undefined ? null : new Pos(e.commitPosition),
  ...(e.retryCount !== undefined ? { retryCount: e.retryCount } : {}),
});
export const rev = (e) => e.event?.revision ?? e.link?.revision ?? null;
export const increasing = (xs) => xs.every((x, i) => i === 0 || xs[i - 1] < x);
export const readAllOf = async (s, max = Infinity) => {
  const out = [];
  for await (const e of s) {
    out.push(e);
    if (out.length >= max) break;
  }
  return out;
};
export const read = (stream, o) => outcome(readAllOf(client.readStream(stream, o)), (es) => es.map(R));
export const revs = (stream, o) => outcome(readAllOf(client.readStream(stream, o)), (es) => es.map(rev));
