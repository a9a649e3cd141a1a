import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for one test file, removed after its last test. Call it at the top of a `describe` or of the file. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'netral-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
