import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import type { Caller } from './caller';
import { accessFileOf, readKeys, readSecrets, writeKeys, writeSecrets, type KeptKey } from './key-file';

/** Agencies that get a key on the first start. */
export const KEYED_AGENCIES = ['bawaslu', 'kasn', 'ppk', 'bkn', 'kemendagri'] as const;
const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const AGENCY = /^[a-z][a-z0-9-]{1,39}$/;
/** No agency's: what comes under these names is the joint decision's or Netral's own, or they name other kinds of keys. */
const RESERVED_AGENCIES: readonly string[] = ['operator', 'netral', 'investigator', 'public'];
const LOOK_MS = 1000;

export interface NewKey {
  readonly id: string;
  readonly kind: KeptKey['kind'];
  readonly agency?: string;
  readonly employers?: readonly string[];
}
const digest = (key: string): Buffer => createHash('sha256').update(key).digest();
const makeKey = (): string => `netral-${randomBytes(32).toString('base64url')}`;

const add = (dataDir: string, wanted: readonly NewKey[], now: number): ReadonlyMap<string, string> => {
  const kept = readKeys(dataDir);
  const made = new Map(wanted.map(({ id }) => [id, makeKey()]));
  for (const { id, kind, agency } of wanted) {
    if (!ID.test(id)) throw new RangeError('key id: expected up to 40 of a-z, 0-9 and -');
    if (kept.some((key) => key.id === id)) throw new RangeError(`key id: found ${id}, which a key has already`);
    if ((kind === 'agency') !== (agency !== undefined)) throw new RangeError('agency: expected for a key of kind agency, and for no other');
    if (agency !== undefined && RESERVED_AGENCIES.includes(agency)) throw new RangeError(`agency: found ${agency}, which no agency may be called`);
    if (agency !== undefined && !AGENCY.test(agency)) throw new RangeError('agency: expected up to 40 of a-z, 0-9 and -, as in source urn:netral:<agency>');
  }
  // The secrets first: a crash in between leaves a key that opens nothing, not one that nobody knows.
  writeSecrets(dataDir, { ...readSecrets(dataDir), ...Object.fromEntries(made) });
  const createdAt = new Date(now).toISOString();
  writeKeys(dataDir, [...kept, ...wanted.map((key) => ({ ...key, sha256: digest(made.get(key.id) as string).toString('hex'), createdAt }))]);
  return made;
};

/** Makes the first keys, if there are none: one an agency, one investigator's, one operator's. Whether it did. */
export const ensureKeys = (dataDir: string, now: number): boolean => {
  if (existsSync(accessFileOf(dataDir))) return false;
  const agencies = KEYED_AGENCIES.map((agency): NewKey => ({ id: agency, kind: 'agency', agency }));
  add(dataDir, [...agencies, { id: 'investigator', kind: 'investigator' }, { id: 'operator', kind: 'operator' }], now);
  return true;
};

/**
 * Adds a key; a running server knows it within a second. Gives the key, which is kept only in the secrets.
 * @throws RangeError
 */
export const addKey = (dataDir: string, key: NewKey, now: number): string => add(dataDir, [key], now).get(key.id) as string;

/** Revokes a key, for good; its id stays taken. Whether there was one to revoke. */
export const revokeKey = (dataDir: string, id: string, now: number): boolean => {
  const keys = readKeys(dataDir);
  if (!keys.some((key) => key.id === id && key.revokedAt === undefined)) return false;
  writeKeys(dataDir, keys.map((key) => (key.id === id ? { ...key, revokedAt: new Date(now).toISOString() } : key)));
  const { [id]: _revoked, ...rest } = readSecrets(dataDir);
  writeSecrets(dataDir, rest);
  return true;
};

/** Keys without anything secret, for lists. */
export const listKeys = (dataDir: string): readonly Omit<KeptKey, 'sha256'>[] => readKeys(dataDir).map(({ sha256: _hash, ...key }) => key);

/** The keys of a running server. Looks at the file again once a second, so that a key revoked beside it is soon dead. */
export class KeyRing {
  private keys: readonly { readonly hash: Buffer; readonly kept: KeptKey }[] = [];
  private version = '';
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly dataDir: string, private readonly now: () => number) {}

  /** Whose key it is; undefined when it is nobody's, or revoked. Takes as long for every key. */
  callerOf(key: string): Caller | undefined {
    this.look();
    const hash = digest(key);
    let found: KeptKey | undefined;
    for (const each of this.keys) if (timingSafeEqual(each.hash, hash)) found = each.kept;
    return found === undefined || found.revokedAt !== undefined ? undefined : callerFor(found);
  }

  private look(): void {
    if (Math.abs(this.now() - this.lookedAt) < LOOK_MS) return;
    this.lookedAt = this.now();
    const { mtimeMs, size, ino } = statSync(accessFileOf(this.dataDir));
    const version = `${mtimeMs} ${size} ${ino}`;
    if (version === this.version) return;
    this.keys = readKeys(this.dataDir).map((kept) => ({ hash: Buffer.from(kept.sha256, 'hex'), kept }));
    this.version = version;
  }
}

const callerFor = ({ id: keyId, kind, agency, employers }: KeptKey): Caller => {
  if (kind !== 'agency') return { kind, keyId };
  return { kind, agency: agency as string, keyId, ...(employers && { employers }) };
};
