import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchResult } from './bench';
import { readOptions } from './options';
import { HAND_KEPT } from './report/markdown';
import { asText } from './report/text';
import { writeReport } from './report/write-report';
import { targets } from './targets';

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['-r', join(__dirname, '../support/ts-register.cjs'), join(__dirname, 'bench.main.ts'), ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });

describe('the bench', () => {
  let result: BenchResult;

  beforeAll(() => {
    const { status, stdout, stderr } = run('--events', '300', '--only', 'ingest,rebuild,figures,server', '--json', '--no-write');
    if (status !== 0) throw new Error(stderr);
    result = JSON.parse(stdout) as BenchResult;
  }, 240_000);

  it('measures every row that a promise is held against, but those of the peer and the page', () => {
    const measured = result.rows.filter(({ value }) => Number.isFinite(value) && value > 0).map(({ id }) => id);
    expect(measured).toEqual(expect.arrayContaining(targets.map(({ row }) => row).filter((row) => row !== 'rebuild-peer-ratio' && row !== 'first-paint')));
  });

  it('asks every figure and every list, in-process and over HTTP', () => {
    const asked = (prefix: string) => result.rows.filter(({ id }) => id.startsWith(prefix)).length;
    expect([asked('figure:'), asked('figure-http:')]).toEqual([18, 18]);
    expect([asked('list:'), asked('list-http:')]).toEqual([4, 4]);
  });

  it('prints every row', () => {
    const printed = asText(result);
    for (const { what } of result.rows) expect(printed).toContain(what);
  });

  it('writes the document and leaves what is kept by hand as it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'netral-test-'));
    const document = join(folder, 'performance.md');
    writeReport(result, folder);
    writeFileSync(document, `${readFileSync(document, 'utf8').split(HAND_KEPT)[0]}${HAND_KEPT}\n\nTried: this.\n`);
    writeReport(result, folder);
    const text = readFileSync(document, 'utf8');
    for (const { what } of result.rows) expect(text).toContain(what);
    for (const { what } of targets) expect(text).toContain(`| ${what} |`);
    expect(text).toMatch(/\| any figure p95 at 10 M events \| 10,000,000 \| < 200 ms \| – \| not measured \|/);
    expect(text.endsWith(`${HAND_KEPT}\n\nTried: this.\n`)).toBe(true);
    expect(readFileSync(join(folder, 'performance.svg'), 'utf8')).toContain('<svg');
    rmSync(folder, { recursive: true });
  });
});

describe('options of the bench', () => {
  it('reads sizes as people write them', () => {
    expect(['300', '10k', '100k', '1m', '10M'].map((size) => readOptions(['--events', size]).events)).toEqual([300, 10_000, 100_000, 1_000_000, 10_000_000]);
  });

  it('records nothing anew where a log of before is taken', () => {
    expect(() => readOptions(['--data', 'folder'])).toThrow(/--only without ingest/);
    expect(readOptions(['--data', 'folder', '--only', 'rebuild,figures'])).toMatchObject({ data: 'folder', only: ['rebuild', 'figures'] });
  });

  it.each([['--events', 'many'], ['--only', 'speed'], ['--fast', '1']])('refuses %s %s with the usage', (name, value) => {
    expect(() => readOptions([name, value])).toThrow(/usage: npm run bench/);
  });
});
