import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessFileOf, readSecrets, secretsFileOf } from './key-file';
import { KEYED_AGENCIES, KeyRing, addKey, ensureKeys, listKeys, revokeKey } from './keys';

let dataDir: string;
let now: number;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'netral-keys-'));
  now = Date.UTC(2020, 0, 1);
  ensureKeys(dataDir, now);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
const ring = () => new KeyRing(dataDir, () => now);
const secret = (id: string) => readSecrets(dataDir)[id] as string;

describe('keys', () => {
  it('are made once: one an agency, an investigator and an operator', () => {
    const made = readSecrets(dataDir);
    expect(Object.keys(made)).toEqual([...KEYED_AGENCIES, 'investigator', 'operator']);
    expect(new Set(Object.values(made)).size).toBe(7);
    expect(ensureKeys(dataDir, now)).toBe(false);
    expect(readSecrets(dataDir)).toEqual(made);
  });

  it('stand readable in one file only, for its owner only; the server keeps hashes', () => {
    expect(statSync(secretsFileOf(dataDir)).mode & 0o777).toBe(0o600);
    expect(statSync(accessFileOf(dataDir)).mode & 0o777).toBe(0o600);
    const kept = readFileSync(accessFileOf(dataDir), 'utf8');
    for (const key of Object.values(readSecrets(dataDir))) expect(kept).not.toContain(key);
    expect(JSON.stringify(listKeys(dataDir))).not.toContain('sha256');
  });

  it('say who asks', () => {
    const keys = ring();
    expect(keys.callerOf(secret('kasn'))).toEqual({ kind: 'agency', agency: 'kasn', keyId: 'kasn' });
    expect(keys.callerOf(secret('investigator'))).toEqual({ kind: 'investigator', keyId: 'investigator' });
    expect(keys.callerOf(secret('operator'))).toEqual({ kind: 'operator', keyId: 'operator' });
    for (const wrong of ['', 'netral-', `${secret('kasn')}x`, secret('kasn').slice(0, -1)]) expect(keys.callerOf(wrong)).toBeUndefined();
  });

  it('added and revoked beside a running server are known to it a second later', () => {
    const keys = ring();
    keys.callerOf('');
    const key = addKey(dataDir, { id: 'ppk-74-07', kind: 'agency', agency: 'ppk', employers: ['74.07'] }, now);
    now += 1000;
    expect(keys.callerOf(key)).toEqual({ kind: 'agency', agency: 'ppk', employers: ['74.07'], keyId: 'ppk-74-07' });
    expect(revokeKey(dataDir, 'ppk-74-07', now)).toBe(true);
    expect(revokeKey(dataDir, 'ppk-74-07', now)).toBe(false);
    now += 1000;
    expect(keys.callerOf(key)).toBeUndefined();
    expect(readSecrets(dataDir)).not.toHaveProperty('ppk-74-07');
    expect(listKeys(dataDir).at(-1)).toMatchObject({ id: 'ppk-74-07', revokedAt: '2020-01-01T00:00:01.000Z' });
  });

  it.each(['operator', 'netral', 'investigator', 'public', 'Kasn', 'urn:x', ''])('are not made for an agency named "%s": that name is kept, or none', (agency) => {
    expect(() => addKey(dataDir, { id: 'other', kind: 'agency', agency }, now)).toThrow('agency: ');
    expect(readSecrets(dataDir)).not.toHaveProperty('other');
  });

  it('are not added under an id that was ever taken, or without an agency to speak for', () => {
    revokeKey(dataDir, 'kasn', now);
    expect(() => addKey(dataDir, { id: 'kasn', kind: 'agency', agency: 'kasn' }, now)).toThrow('which a key has already');
    expect(() => addKey(dataDir, { id: 'other', kind: 'agency' }, now)).toThrow('agency: expected');
    expect(() => addKey(dataDir, { id: '../x', kind: 'operator' }, now)).toThrow('key id: expected');
  });
});
