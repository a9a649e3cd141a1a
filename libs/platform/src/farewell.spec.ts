import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config';
import { makeDataDir } from './data-dir';
import { farewell } from './farewell';

const system = (code: string): Error => Object.assign(new Error(`${code}: no way, open '/somewhere/secret'`), { code });

describe('leaving', () => {
  it.each([
    [new ConfigError(['NETRAL_HTTP_PORT: found "x", expected a whole number']), 78, 'Wrong settings: NETRAL_HTTP_PORT: found "x"'],
    [Object.assign(new Error('log.db: another process writes it'), { reason: 'locked' }), 75, 'log.db: another process writes it'],
    [Object.assign(new Error('log.db: the disk is full'), { reason: 'disk-full' }), 74, 'cannot be written: log.db: the disk is full'],
    [system('ENOSPC'), 74, 'cannot be written: ENOSPC'],
    [system('EROFS'), 74, 'cannot be written: EROFS'],
    [system('EADDRINUSE'), 69, 'The address cannot be used: EADDRINUSE'],
    [Object.assign(new Error('the read models are damaged'), { reason: 'corrupt' }), 69, 'It cannot be used: the read models are damaged'],
    [new Error('199001012015041001 is odd'), 70, '<18 digits> is odd'],
    ['text thrown', 70, 'text thrown'],
  ])('gives one clear line and the exit code for %s', (error, code, words) => {
    const { code: left, line } = farewell(error);
    expect([left, line.includes(words), line.includes('\n'), line.includes('/somewhere')]).toEqual([code, true, false, false]);
  });
});

describe('the data folder', () => {
  it('that cannot be made says why by its code', () => {
    const folder = mkdtempSync(join(tmpdir(), 'netral-'));
    try {
      writeFileSync(join(folder, 'file'), '');
      expect(() => makeDataDir(join(folder, 'file', 'data'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }));
      makeDataDir(join(folder, 'a', 'b'));
      makeDataDir(join(folder, 'a', 'b'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
