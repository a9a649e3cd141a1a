import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { VaultError } from './identity-vault';
import { keyedHash } from './keyed-hash';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of everything sealed: the format, so that another may follow. */
const FORMAT = 1;

let pool = Buffer.alloc(0);
let taken = 0;
const POOL_BYTES = 16_384;

/** Bytes of chance, drawn from the machine many at a time: one call costs as much as thousands of bytes. Each is given out once. */
const random = (bytes: number): Buffer => {
  if (taken + bytes > pool.length) {
    pool = randomBytes(POOL_BYTES);
    taken = 0;
  }
  taken += bytes;
  return pool.subarray(taken - bytes, taken);
};

/** Seals text under a key; `boundTo` names the row and column it belongs in, and it opens nowhere else. */
export const seal = (key: Uint8Array, plain: Uint8Array | string, boundTo: string): Buffer => {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(boundTo));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  const sealed = Buffer.allocUnsafe(1 + NONCE_BYTES + body.length + TAG_BYTES);
  sealed[0] = FORMAT;
  sealed.set(nonce, 1);
  sealed.set(body, 1 + NONCE_BYTES);
  sealed.set(cipher.getAuthTag(), 1 + NONCE_BYTES + body.length);
  return sealed;
};

/** @throws VaultError `tampered` if one bit of it changed, or it stands in another's place */
export const unseal = (key: Uint8Array, sealed: Uint8Array, boundTo: string): Buffer => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  try {
    if (bytes[0] !== FORMAT) throw new RangeError('unknown format');
    const tagAt = bytes.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(tagAt));
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES, tagAt)), decipher.final()]);
  } catch (error) {
    throw new VaultError('tampered', `the sealed ${boundTo.split('|')[0]} does not open: it was changed, or sealed under another key`, { cause: error });
  }
};

/** What is derived from the master key. The master key itself seals nothing; each purpose has a key of its own (HKDF-SHA256). */
export interface VaultKeys {
  /** A fresh key, and the same wrapped for the row it is for. */
  newKey(boundTo: string): { readonly key: Buffer; readonly wrapped: Buffer };
  /** @throws VaultError `tampered` */
  unwrap(wrapped: Uint8Array, boundTo: string): Buffer;
  /** Blind index of a NIP: equal NIPs, equal index; without the master key nobody can try the NIPs there are. */
  nipIndex(nip: string): Buffer;
  /** The same as text (base64), for what is kept in memory. */
  nipName(nip: string): string;
  hash(content: string | Uint8Array): string;
}

/** Bytes of a wrapped key in every row: erasing overwrites as many. */
export const WRAPPED_KEY_BYTES = 1 + NONCE_BYTES + KEY_BYTES + TAG_BYTES;

/** @throws RangeError unless the master key has 32 bytes */
export const vaultKeys = (masterKey: Uint8Array): VaultKeys => {
  if (masterKey.length !== KEY_BYTES) throw new RangeError(`master key: found ${masterKey.length} bytes, expected ${KEY_BYTES}`);
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', masterKey, '', `netral/vault/${purpose}/1`, KEY_BYTES));
  const [wrapping, index, content] = [derived('wrap'), keyedHash(derived('nip-index')), keyedHash(derived('content-hash'))];
  return {
    newKey: (boundTo) => {
      const drawn = random(KEY_BYTES);
      const key = Buffer.from(drawn);
      drawn.fill(0);
      return { key, wrapped: seal(wrapping, key, `key|${boundTo}`) };
    },
    unwrap: (wrapped, boundTo) => unseal(wrapping, wrapped, `key|${boundTo}`),
    nipIndex: (nip) => Buffer.from(index(nip, 'base64'), 'base64'),
    nipName: (nip) => index(nip, 'base64'),
    hash: (text) => content(text, 'base64url'),
  };
};
