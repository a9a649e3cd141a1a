import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricsPage } from '@netral/platform/role/metrics-table';

const file = join(__dirname, '..', '..', 'docs', 'reference', 'metrics.md');

describe('the reference of the metrics', () => {
  if (process.env['NETRAL_TEST_WRITE'] === '1') writeFileSync(file, metricsPage());
  it('is what the roles tell (else: npm run generate)', () => expect(readFileSync(file, 'utf8')).toBe(metricsPage()));
});
