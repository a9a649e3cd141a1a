import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishLines, type Checked } from './publish-line';

const LINE = JSON.stringify({ source: 'urn:netral:kasn', id: 'a1', subject: 's', data: { topic: 'Andr\u00e9' } });

describe('a line that is to be published', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'netral-test-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const checked = async (content: Uint8Array): Promise<readonly Checked[]> => {
    writeFileSync(join(folder, 'file'), content);
    const found: Checked[] = [];
    for await (const some of publishLines(join(folder, 'file'), 'kasn', 10_000)) found.push(...some);
    return found;
  };

  it('goes letter by letter as the file has it, without the mark that programs put at its start', async () => {
    expect(await checked(Buffer.from(`\ufeff${LINE}\n`))).toEqual([{ line: expect.objectContaining({ text: LINE, id: 'a1' }) as unknown }]);
  });

  it('is refused when it is not UTF-8: nobody replaces letters of a statement', async () => {
    expect(await checked(Buffer.from(`${LINE}\n`, 'latin1'))).toEqual([{ problem: { line: 1, field: '', found: expect.stringMatching(/^a byte that is not UTF-8, at byte \d+/) as unknown, expected: 'text in UTF-8' } }]);
  });
});
