import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureKeys } from '@netral/http/access/keys';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { cliOn } from '../testing/run-cli';

const folder = temporaryFolder();
const netral = cliOn(folder);
const secrets = (): Record<string, string> => JSON.parse(readFileSync(join(folder, 'secrets', 'keys.json'), 'utf8')) as Record<string, string>;

describe('netral keys', () => {
  it('makes none before the first start has made the first ones', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    expect(await cliOn(other)(['keys', 'add', 'wakatobi', '--agency', 'ppk'])).toMatchObject({ code: 1, err: expect.stringContaining('run npm start first') as string });
  });
  it('lists keys without anything secret', async () => {
    ensureKeys(folder, Date.UTC(2020, 10, 2));
    const { code, out } = await netral(['keys', 'list']);
    expect(code).toBe(0);
    expect(out).toMatch(/^kasn +agency +kasn +2020-11-02T/m);
    const all = out + (await netral(['keys', 'list', '--json'])).out;
    for (const secret of Object.values(secrets())) expect(all).not.toContain(secret);
    expect(all).not.toMatch(/[0-9a-f]{64}/);
  });
  it('adds a key for one employer and does not show it', async () => {
    const { code, out } = await netral(['keys', 'add', 'wakatobi', '--agency', 'ppk', '--employers', '74.07']);
    expect(code).toBe(0);
    expect(secrets()['wakatobi']).toMatch(/^netral-/);
    expect(out).not.toContain(secrets()['wakatobi'] ?? '');
    expect((await netral(['keys', 'list'])).out).toMatch(/^wakatobi +agency +ppk +74\.07 /m);
  });
  it('refuses a name that is taken, and a kind that is none', async () => {
    expect((await netral(['keys', 'add', 'wakatobi', '--agency', 'ppk'])).code).toBe(2);
    expect((await netral(['keys', 'add', 'new', '--kind', 'root'])).err).toContain('agency, investigator, operator');
  });
  it('revokes a key once', async () => {
    expect((await netral(['keys', 'revoke', 'wakatobi'])).code).toBe(0);
    expect(secrets()['wakatobi']).toBeUndefined();
    expect((await netral(['keys', 'revoke', 'wakatobi'])).code).toBe(1);
  });
});
