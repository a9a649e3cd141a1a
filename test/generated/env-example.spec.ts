import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { envExample } from '@netral/platform';

const file = join(__dirname, '..', '..', '.env.example');

beforeAll(() => {
  if (process.env['NETRAL_TEST_WRITE'] === '1') writeFileSync(file, envExample());
});

describe('the example of the settings', () => {
  it('shows every setting with its default (else: npm run generate)', () => expect(readFileSync(file, 'utf8')).toBe(envExample()));
});
