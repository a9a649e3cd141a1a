import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(__dirname, '../..');
const COMPRESSED_BYTES_MAX = 250_000;
const FIRST_VIEW_BYTES_MAX = 80_000;

describe('the page as it is built', () => {
  const sizes = new Map<string, number>();
  let index = '';
  beforeAll(() => {
    const { status } = spawnSync(process.execPath, [join(root, 'infra/build/ensure-built.mjs'), 'page'], { stdio: ['ignore', 'inherit', 'inherit'] });
    expect(status).toBe(0);
    const folder = join(root, 'dist/apps/dashboard');
    index = readFileSync(join(folder, 'index.html'), 'utf8');
    for (const name of readdirSync(join(folder, 'assets'))) sizes.set(name, gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length);
    sizes.set('index.html', gzipSync(index).length);
  }, 60_000);

  it('weighs at most 250 kB compressed, all of it', () =>
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(COMPRESSED_BYTES_MAX));

  it('shows the first view without the chart library', () => {
    const first = [...sizes].filter(([name]) => index.includes(name) || name === 'index.html');
    expect(first.length).toBeGreaterThan(2);
    expect(first.reduce((sum, [, size]) => sum + size, 0)).toBeLessThanOrEqual(FIRST_VIEW_BYTES_MAX);
  });

  it('holds no inline script or style and names no other host', () => {
    expect(index).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|https?:/);
    for (const [, name] of index.matchAll(/(?:src|href)="([^"]+)"/g)) expect(name).toMatch(/^\/(assets\/[\w-]+-[\w-]{8}\.\w+|docs)$/);
  });
});
