import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { composeFileWith, envFile, REPOSITORY, type Service } from '../../infra/compose-file';
import { copies, stages } from '../../infra/dockerfile';

/** What a container would have and a plain process has not: names for hosts, ports of its own, folders at the root. */
export interface Places {
  /** Replaced in every command, variable and check, the longest first. */
  readonly texts: Readonly<Record<string, string>>;
  /** Variables that stand for something that is not there to be signed in at or listened on. */
  readonly environment: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;
}

export interface Runnable {
  readonly command: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
  readonly check: readonly [string, ...string[]] | undefined;
}

/** The folder that the image has at /app: what the last stage copies, and nothing else of the repository. */
export const layOutImage = (folder: string): void => {
  const last = stages().at(-1);
  if (last === undefined) throw new Error('infra/Dockerfile: no stage');
  for (const { sources, target } of copies(last))
    for (const source of sources) {
      const [from, to] = [join(REPOSITORY, source.replace(/^\/app\//, '')), join(folder, target)];
      mkdirSync(dirname(to), { recursive: true });
      // The packages are far too many to copy; they are found by this name only.
      if (target === 'node_modules') symlinkSync(from, to);
      else cpSync(from, to, { recursive: true });
    }
};

/** Exactly the command, variables and health check that the file names for a service, with only places substituted. */
export const runnable = (name: string, envFileName: string, { texts, environment }: Places): Runnable => {
  const service = composeFileWith(envFile(envFileName)).services[name] as Service;
  const order = Object.keys(texts).sort((a, b) => b.length - a.length);
  const placed = (text: string): string => order.reduce((changed, each) => changed.split(each).join(texts[each]), text);
  const given = Object.entries({ ...service.environment, ...environment[name] }).flatMap(([variable, value]) => (value === undefined ? [] : [[variable, placed(value)]]));
  const [kind, ...test] = service.healthcheck?.test ?? [];
  return {
    command: (service.command ?? []).map(placed) as [string, ...string[]],
    environment: { PATH: process.env['PATH'] ?? '', ...Object.fromEntries(given) as Record<string, string> },
    check: kind === undefined ? undefined : (kind === 'CMD-SHELL' ? ['sh', '-c', ...test.map(placed)] : test.map(placed)) as [string, ...string[]],
  };
};

/** A copy of a file of the repository with places substituted. */
export const copyPlaced = (source: string, target: string, texts: Readonly<Record<string, string>>): void => {
  const text = Object.entries(texts).reduce((changed, [from, to]) => changed.split(from).join(to), readFileSync(join(REPOSITORY, source), 'utf8'));
  writeFileSync(target, text);
};
