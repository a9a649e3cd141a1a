import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { upcast, validateData } from '@netral/contracts';
import { goldenFiles, goldenOf, type Golden } from '@netral/contracts/golden';

const root = join(__dirname, '..', 'golden');
const read = (path: string): Golden => JSON.parse(readFileSync(join(root, path), 'utf8')) as Golden;
const before = (type: string, version: number): unknown => {
  const previous = goldenFiles.find((file) => file.type === type && file.version === version - 1);
  return previous === undefined ? undefined : read(previous.path).stored;
};

// Only what is not there yet is written: a released version is never edited, its upcaster included.
beforeAll(() => {
  if (process.env['NETRAL_TEST_WRITE'] !== '1') return;
  for (const { type, version, path } of goldenFiles.filter((file) => !existsSync(join(root, file.path)))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `${JSON.stringify(goldenOf(type, version, undefined, before(type, version)), null, 2)}\n`);
  }
});

describe('a released version', () => {
  it('has its golden file, and no golden file is without its version', () => {
    const there = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
    expect(there.map((path) => path.replaceAll('\\', '/')).toSorted()).toEqual(goldenFiles.map(({ path }) => path).toSorted());
  });

  it.each(goldenFiles)('is what it was: $path', ({ type, version, path }) => {
    const golden = read(path);
    expect(goldenOf(type, version, golden.message, before(type, version))).toEqual(golden);
  });

  it.each(goldenFiles)('still takes the message it took: $path', ({ type, version, path }) => {
    expect(validateData(type, version, read(path).message.data)).toEqual({ ok: true, value: undefined });
  });

  it.each(goldenFiles.filter((file) => file.version > 1))('is reached from the version before: $path', ({ type, version, path }) => {
    expect(upcast(type, version - 1, before(type, version))).toEqual(upcast(type, version, read(path).upcast));
  });
});
