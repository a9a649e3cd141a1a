import { address } from './connection.mjs';

export const MAX_U64 = 18446744073709551615n;
export class Pos {
  constructor(v) {
    this.v = BigInt(v);
  }
}
// a {commit, prepare} pair; equal halves are one value
export const P = (p) =>
  p == null ? null : p.commit === p.prepare ? new Pos(p.commit) : { commit: new Pos(p.commit), prepare: new Pos(p.prepare) };
export const when = (d) => (d instanceof Date && Math.abs(Date.now() - d.getTime()) < 10 * 60_000 ? 'recent' : 'odd');

export const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
export const NIL = '00000000-0000-0000-0000-000000000000';
export function normalise(facts, ctx) {
  const values = new Set();
  const gather = (x) => {
    if (x instanceof Pos) values.add(x.v);
    else if (x && typeof x === 'object' && !(x instanceof Uint8Array)) Object.values(x).forEach(gather);
  };
  gather(facts);
  values.delete(MAX_U64);
  const rank = new Map([...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((v, i) => [v, `P${i + 1}`]));
  rank.set(MAX_U64, 'P:max');
  const seen = new Map();
  const str = (s) =>
    s
      .replaceAll(ctx.prefix, '~')
      .replaceAll(address, '<server>')
      .replace(/(Deadline exceeded) after .*$/s, '$1 ...')
      .replace(UUID, (u) => {
        if (u === NIL) return '<nil-uuid>';
        const named = ctx.idNames.get(u.toLowerCase());
        if (named) return `<id:${named}>`;
        if (!seen.has(u)) seen.set(u, seen.size + 1);
        return `<uuid:${seen.get(u)}>`;
      });
  const norm = (x) => {
    if (x instanceof Pos) return rank.get(x.v);
    if (typeof x === 'bigint') return `${x}n`;
    if (typeof x === 'string') return str(x);
    if (x instanceof Date) return when(x);
    if (x === undefined) return '<undefined>';
    if (typeof x === 'number' && !Number.isFinite(x)) return String(x);
    if (x === null || typeof x !== 'object') return x;
    if (x instanceof Uint8Array) return { bytes: x.length, head: Buffer.from(x.subarray(0, 16)).toString('hex') };
    if (Array.isArray(x)) return x.map(norm);
    return Object.fromEntries(Object.entries(x).map(([k, v]) => [str(k), norm(v)]));
  };
  return norm(facts);
}
