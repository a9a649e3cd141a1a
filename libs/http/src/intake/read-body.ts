import type { Request } from 'express';
import { Problem } from '../problem/problem';

/** The whole body, if it is not larger than it may be: told by its length before it is read, or as soon as it is seen. @throws Problem `body-too-large`, `empty-body` */
export const readBody = async (request: Request, bytesMax: number): Promise<Uint8Array> => {
  const tooLarge = (found: string): Problem =>
    new Problem('body-too-large', `expected up to ${bytesMax} bytes`, { errors: [{ pointer: '', found, expected: `up to ${bytesMax} bytes` }] });
  const told = Number(request.headers['content-length'] ?? 0);
  if (told > bytesMax) throw tooLarge(`${told} bytes`);
  const parts: Uint8Array[] = [];
  let length = 0;
  // Listened to, not iterated: leaving a loop would cut the connection, and the answer with it. What still comes is dropped unread.
  await new Promise<void>((done, fail) => {
    request.on('data', (part: Uint8Array) => {
      length += part.byteLength;
      if (length > bytesMax) {
        parts.length = 0;
        fail(tooLarge(`more than ${bytesMax} bytes`));
      } else parts.push(part);
    });
    request.once('end', done);
    request.once('error', fail);
    request.once('close', () => fail(new Problem('bad-request', 'the connection closed before the body ended')));
  });
  if (length === 0) throw new Problem('empty-body');
  return Buffer.concat(parts, length);
};
