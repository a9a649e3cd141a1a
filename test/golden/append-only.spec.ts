import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = join(__dirname, '..', '..', 'infra', 'checks', 'golden-append-only.mjs');
const env = {
  PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org',
};
const released = 'test/golden/ppk/sanction-imposed.v1.json';
const next = 'test/golden/ppk/sanction-imposed.v2.json';
let root: string;

const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, env, encoding: 'utf8' }).trim();
const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
const commit = (subject: string): void => {
  git('add', '-A');
  git('commit', '-q', '-m', subject);
};
const check = (more: NodeJS.ProcessEnv = {}, cwd = root) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd, env: { ...env, ...more }, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'netral-golden-'));
  git('init', '-q', '-b', 'main');
  mkdirSync(join(root, 'test/golden/ppk'), { recursive: true });
  write(released, '{"v":1}\n');
  commit('Release');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the check that golden files are only ever added', () => {
  it('is content with what is added, and with what else changes beside it', () => {
    write(next, '{"v":2}\n');
    write('test/golden/notes.md', 'a');
    commit('Add');
    write('test/golden/notes.md', 'b');
    commit('Change what is not released');
    expect(check()).toEqual({ status: 0, said: 'golden files: 2 released, none ever changed\n' });
  });

  it('sees a change that is not committed yet', () => {
    write(released, '{"v":"1"}\n');
    expect(check()).toMatchObject({ status: 1, said: expect.stringContaining(`changed: ${released} (not committed)`) });
  });

  it('sees a change in any commit, even one that was taken back', () => {
    write(released, '{"v":"1"}\n');
    commit('Edit');
    write(released, '{"v":1}\n');
    commit('Restore');
    const { status, said } = check();
    expect([status, said.match(/changed: /g)?.length]).toEqual([1, 2]);
  });

  it('sees a file replaced by a link', () => {
    rmSync(join(root, released));
    symlinkSync('elsewhere.json', join(root, released));
    commit('Link');
    expect(check().said).toContain(`replaced: ${released}`);
  });

  it('sees a file deleted or moved', () => {
    renameSync(join(root, released), join(root, next));
    expect(check().said).toContain(`deleted or moved: ${released}`);
    commit('Move');
    expect(check()).toMatchObject({ status: 1, said: expect.stringMatching(/deleted or moved: .*\(commit [0-9a-f]+\)/) });
  });

  it('sees a change that hides in a merge', () => {
    git('checkout', '-q', '-b', 'side');
    write(next, '{"v":2}\n');
    commit('Add on the side');
    git('checkout', '-q', 'main');
    write('other.txt', 'x');
    commit('Go on');
    git('merge', '-q', '--no-commit', '--no-ff', 'side');
    write(released, '{"v":"merged"}\n');
    commit('Merge');
    expect(check()).toMatchObject({ status: 1, said: expect.stringContaining(`changed: ${released}`) });
  });

  it('compares a shallow clone with the base it is given, and says that it is shallow', () => {
    const base = git('rev-parse', 'HEAD');
    write(released, '{"v":"1"}\n');
    commit('Edit');
    const clone = join(root, 'clone');
    git('clone', '-q', '--depth', '1', `file://${root}`, clone);
    expect(check({}, clone)).toMatchObject({ status: 0, said: expect.stringContaining('shallow') });
    execFileSync('git', ['fetch', '-q', '--depth', '1', 'origin', base], { cwd: clone, env });
    expect(check({ BASE: base }, clone)).toMatchObject({ status: 1, said: expect.stringContaining(`since ${base.slice(0, 9)}`) });
  });

  it('does not take a history that it cannot read for one without changes', () => {
    rmSync(join(root, '.git', 'objects'), { recursive: true });
    mkdirSync(join(root, '.git', 'objects'));
    expect(check()).toMatchObject({ status: 2, said: expect.stringContaining('git cannot be asked') });
  });

  it('says so when the base is none that git knows', () => {
    expect(check({ BASE: 'nowhere' })).toMatchObject({ status: 2, said: expect.stringContaining('git cannot be asked') });
  });

  it('has nothing to compare with where there is no history', () => {
    rmSync(join(root, '.git'), { recursive: true });
    expect(check({ GIT_CEILING_DIRECTORIES: tmpdir() })).toMatchObject({ status: 0, said: expect.stringContaining('no git history') });
  });

  it('holds for this repository', () => {
    expect(check(process.env, join(__dirname, '..', '..'))).toMatchObject({ status: 0 });
  });
});
