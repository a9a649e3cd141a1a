import type { BatchAppendReq } from './protocol';

const OPTIONS = 2;
const DURATION = 7;
const LENGTH_DELIMITED = 2;

/** When a batch append must be answered, in ms: an absolute time (field 6) or a duration from now (field 7, newer than the client's messages). */
export function deadlineOf(options: BatchAppendReq.Options, request: Uint8Array, nowMs: number): number | undefined {
  const at = options.getDeadline();
  if (at !== undefined) return at.getSeconds() * 1000 + at.getNanos() / 1e6;
  const duration = fields(fields(request).get(OPTIONS) as Uint8Array | undefined).get(DURATION);
  if (!(duration instanceof Uint8Array)) return undefined;
  const parts = fields(duration);
  return nowMs + Number(BigInt.asIntN(64, (parts.get(1) as bigint | undefined) ?? 0n)) * 1000 + Number(BigInt.asIntN(64, (parts.get(2) as bigint | undefined) ?? 0n)) / 1e6;
}

// The fields of a message without its schema: the last of each number.
function fields(bytes: Uint8Array = new Uint8Array(0)): Map<number, bigint | Uint8Array> {
  const found = new Map<number, bigint | Uint8Array>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const [number, wire] = [tag >> 3, tag & 7];
    if (wire === 0) {
      found.set(number, varint());
      continue;
    }
    const length = wire === LENGTH_DELIMITED ? Number(varint()) : wire === 1 ? 8 : 4;
    found.set(number, bytes.subarray(at, at + length));
    at += length;
  }
  return found;
}
