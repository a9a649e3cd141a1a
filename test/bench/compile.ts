import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

const sourcesBelow = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesBelow(root, path);
    return /\.(ts|json)$/.test(entry.name) && !/\.(spec|d)\.ts$/.test(entry.name) ? [path] : [];
  });

const compiled = (text: string, filename: string): string =>
  transformSync(text, {
    filename, configFile: false, swcrc: false, module: { type: 'commonjs' },
    jsc: {
      target: 'es2022', parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  }).code;

/**
 * Compiles libs, server and bench into a folder of the run's own: what is measured holds no compiler in memory, and does not change while
 * it is measured.
 */
export const compileTo = (root: string, code: string): void => {
  rmSync(code, { recursive: true, force: true });
  for (const path of ['libs', 'apps/standalone', 'test/bench'].flatMap((folder) => sourcesBelow(root, folder))) {
    const target = join(code, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    if (path.endsWith('.json')) cpSync(join(root, path), target);
    else writeFileSync(target, compiled(readFileSync(join(root, path), 'utf8'), path));
  }
  cpSync(join(root, 'test/bench/compiled.cjs'), join(code, 'test/bench/compiled.cjs'));
};
