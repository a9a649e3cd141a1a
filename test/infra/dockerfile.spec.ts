import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeFile, REPOSITORY } from './compose-file';
import { copies, stages } from './dockerfile';

const all = stages();
const last = all.at(-1)!;
const ignored = readFileSync(join(REPOSITORY, 'infra/Dockerfile.dockerignore'), 'utf8').split('\n');

describe('infra/Dockerfile', () => {
  it('is made in stages, of the same pinned Node, and the last has no compilers', () => {
    expect(all.map(({ from }) => from)).toEqual(['node:22.23.1-bookworm', 'node:22.23.1-bookworm-slim']);
  });

  it('copies only what is there, and what the ignore file lets in', () => {
    const copied = all.flatMap((stage) => copies(stage)).filter(({ stage }) => stage === undefined).flatMap(({ sources }) => sources);
    expect(copied).toContain('package-lock.json');
    expect(copied.filter((path) => !existsSync(join(REPOSITORY, path)))).toEqual([]);
    expect(copied.filter((path) => !ignored.includes(`!${path}`))).toEqual([]);
    expect(ignored).toContain('*');
  });

  it('takes from the build only what the build leaves there', () => {
    const taken = copies(last).filter(({ stage }) => stage === 'build').flatMap(({ sources }) => sources);
    expect(taken).toEqual(['/app/package.json', '/app/node_modules', '/app/dist']);
  });

  it('does not run as root, nor anything after the user is named', () => {
    const user = last.lines.findIndex((line) => line.startsWith('USER '));
    expect(last.lines[user]).toBe('USER node');
    expect(last.lines.slice(user).filter((line) => line.startsWith('RUN '))).toEqual([]);
  });

  it('makes every folder that a volume is mounted at, for that user', () => {
    const run = last.lines.find((line) => line.startsWith('RUN install -d -o node'))!;
    const mounted = Object.values(composeFile().services).filter(({ build }) => build !== undefined).flatMap(({ volumes = [] }) => volumes.map((each) => each.split(':')[1]!));
    expect(new Set(mounted)).toEqual(new Set(run.split(' ').filter((word) => word.startsWith('/'))));
  });

  it('has what each service that is built from it runs', () => {
    const inImage = copies(last).map(({ target }) => target);
    for (const { build, command = [], healthcheck } of Object.values(composeFile().services)) {
      if (build === undefined) continue;
      for (const path of [command[1], ...(healthcheck === undefined ? [] : [healthcheck.test[2]])]) expect(inImage.some((each) => path?.startsWith(`${each}/`))).toBe(true);
    }
  });
});
