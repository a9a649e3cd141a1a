import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dimensionIds, figures, units } from '@netral/figures';
import { figuresPage } from '@netral/figures/reference';

const file = join(__dirname, '..', '..', 'docs', 'reference', 'figures.md');

beforeAll(() => {
  if (process.env['NETRAL_TEST_WRITE'] === '1') writeFileSync(file, figuresPage());
});

describe('the reference of the figures', () => {
  it('is what the catalogue says (else: npm run generate)', () => expect(readFileSync(file, 'utf8')).toBe(figuresPage()));

  it('names every figure, unit and dimension', () => {
    const page = readFileSync(file, 'utf8');
    const names = [...figures.map(({ id }) => `## \`${id}\``), ...Object.keys(units).map((unit) => `| \`${unit}\` |`), ...dimensionIds.map((dimension) => `| \`${dimension}\` |`)];
    expect(names.filter((name) => !page.includes(name))).toEqual([]);
  });

  it('points at decisions that are there', () => {
    for (const [, path] of figuresPage().matchAll(/\]\((\.\.\/[^)]+)\)/g)) expect(readFileSync(join(file, '..', path!), 'utf8')).toContain('# ');
  });
});
