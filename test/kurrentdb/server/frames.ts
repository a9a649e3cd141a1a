const PREFIX_BYTES = 5;

/** Cuts a stream of bytes into gRPC messages: a flag, a length of four bytes, the message. */
export async function* messages(chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  // Chunks are joined once a message is whole: joining at each would be slow for large ones.
  let held: Buffer[] = [];
  let size = 0;
  let wanted = PREFIX_BYTES;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    while (size >= wanted) {
      const bytes = held.length === 1 ? held[0]! : Buffer.concat(held);
      const whole = PREFIX_BYTES + bytes.readUInt32BE(1);
      const rest = size < whole ? bytes : bytes.subarray(whole);
      if (size >= whole) yield bytes.subarray(PREFIX_BYTES, whole);
      wanted = size < whole ? whole : PREFIX_BYTES;
      held = [rest];
      size = rest.length;
    }
  }
}

/** One message, framed. */
export function framed(body: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(PREFIX_BYTES + body.length);
  frame.writeUInt8(0, 0);
  frame.writeUInt32BE(body.length, 1);
  frame.set(body, PREFIX_BYTES);
  return frame;
}
