import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiDescription } from '@netral/http/openapi/api-description';
import { apiPage } from '@netral/http/openapi/api.reference';
import { openNetral, type TestNetral } from '../support/netral';

const file = join(__dirname, '..', '..', 'docs', 'reference', 'api.md');

describe('the reference of the API', () => {
  let netral: TestNetral;
  let document: OpenAPIObject;
  beforeAll(async () => {
    netral = await openNetral();
    document = netral.app.get(ApiDescription).document;
    if (process.env['NETRAL_TEST_WRITE'] === '1') writeFileSync(file, apiPage(document));
  });
  afterAll(() => netral.close());

  it('is what the server describes (else: npm run generate)', () => expect(readFileSync(file, 'utf8')).toBe(apiPage(document)));

  it('says of every address what it gives and who may ask it', () => {
    const rows = readFileSync(file, 'utf8').split('\n').filter((line) => /^\| (GET|POST) \|/.test(line));
    expect(rows.length).toBe(Object.values(document.paths).flatMap((item) => Object.keys(item)).length);
    for (const row of rows) {
      const [, , , gives, who] = row.split(' | ').map((each) => each.trim());
      expect([row, gives === '' || who === '']).toEqual([row, false]);
    }
  });
});
