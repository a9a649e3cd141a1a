import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../test/support/temporary-folder';
import { jointLines, ndjson } from './testing/small-netral';

jest.setTimeout(60_000);
const root = join(__dirname, '../../..');
const [folder, data] = [temporaryFolder(), temporaryFolder()];

describe('whatever a command writes', () => {
  it('belongs to its user alone, also in a folder that others may look into', async () => {
    const input = ndjson(folder, 'joint.ndjson', jointLines);
    chmodSync(data, 0o755);
    const before = process.umask(0o022);
    const child = spawn(process.execPath, ['-r', join(root, 'test/support/ts-register.cjs'), join(root, 'apps/cli/src/main.ts'), 'import', input, '--data-dir', data], { stdio: 'ignore', env: { PATH: process.env['PATH'] } });
    process.umask(before);
    expect(await once(child, 'close')).toEqual([0, null]);
    const written = readdirSync(data, { recursive: true, encoding: 'utf8' });
    expect(written.length).toBeGreaterThan(3);
    expect(written.filter((path) => (statSync(join(data, path)).mode & 0o077) !== 0)).toEqual([]);
  });
});
