import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { missingTools, type Tool } from './tools';

const run = promisify(execFile);
const CACHE = join(__dirname, '.cache');

export type ServerKind = 'kafka' | 'mongo-java-server' | 'ferretdb';
/** Where a server's program lies, or why it cannot be had here. */
export type Installed = { readonly folder: string } | { readonly missing: string };

interface Recipe {
  /** Files of ours that decide what is built: a change of one builds anew. */
  readonly sources: readonly string[];
  readonly toRun: readonly Tool[];
  readonly toBuild: readonly Tool[];
  readonly build: (source: string, folder: string) => Promise<void>;
}

/** Jars as Maven pins them, and one class of ours beside them. */
const maven = (main: string): Recipe => ({
  sources: ['pom.xml', main], toRun: ['java'], toBuild: ['mvn', 'javac'],
  build: async (source, folder) => {
    await call('mvn', ['-q', '-B', '-f', join(source, 'pom.xml'), 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${join(folder, 'libs')}`]);
    await call('javac', ['-cp', join(folder, 'libs', '*'), '-d', join(folder, 'classes'), join(source, main)]);
  },
});

const RECIPES: Readonly<Record<ServerKind, Recipe>> = {
  kafka: maven('Broker.java'),
  'mongo-java-server': maven('Server.java'),
  ferretdb: {
    sources: ['go.mod', 'go.sum', 'main.go', 'in_turn.go'], toRun: [], toBuild: ['go'],
    // The toolchain that is here, and exactly the modules that go.sum names: nothing else is fetched.
    build: (source, folder) => call('go', ['build', '-mod=readonly', '-buildvcs=false', '-o', join(folder, 'ferretdb'), '.'], source),
  },
};

const ATTEMPTS = 3;
/** Downloads are asked for again: a registry that does not answer once is nobody's failure. @throws Error with what the tool wrote */
const call = async (program: string, args: readonly string[], cwd?: string): Promise<void> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      await run(program, args, { cwd, timeout: 600_000, maxBuffer: 16 * 1024 * 1024, env: { ...process.env, GOTOOLCHAIN: 'local' } });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
};

/** Downloads and builds a server's program, once: what was built from the same files is used again. */
export const install = async (kind: ServerKind): Promise<Installed> => {
  const { sources, toRun, toBuild, build } = RECIPES[kind];
  const source = join(__dirname, kind);
  const hash = createHash('sha256');
  for (const file of sources) hash.update(file).update('\0').update(readFileSync(join(source, file)));
  const folder = join(CACHE, `${kind}-${hash.digest('hex').slice(0, 16)}`);
  const present = existsSync(folder);
  const missing = missingTools(...toRun, ...(present ? [] : toBuild));
  if (missing !== undefined) return { missing };
  if (!present) await buildInto(folder, (draft) => build(source, draft));
  return { folder };
};

/** The folder appears whole or not at all, also when two do this at once or one is killed. */
const buildInto = async (folder: string, build: (draft: string) => Promise<void>): Promise<void> => {
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(`${folder}.draft-`);
  try {
    await build(draft);
    if (!existsSync(folder)) renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};
