import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { keyedHash } from './keyed-hash';

describe('the keyed hash', () => {
  it('is HMAC-SHA-256 of any text or bytes, one after another under one key', () =>
    fc.assert(fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 64 }),
      fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), fc.constantFrom('x'.repeat(5440), 'é'.repeat(5441), '\ud800'.repeat(9000))), { maxLength: 5 }),
      (key, contents) => {
        const hash = keyedHash(key);
        for (const content of contents) expect(hash(content, 'base64url')).toBe(createHmac('sha256', key).update(content).digest('base64url'));
      },
    )));
});
