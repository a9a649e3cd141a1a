import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** A tree beside the real one, with the real rules and only the files given: a place to plant violations. */
export class PlantedTree {
  private readonly folder = mkdtempSync(join(tmpdir(), 'netral-planted-'));

  constructor(files: Readonly<Record<string, string>>) {
    for (const name of ['.dependency-cruiser.cjs', 'eslint.config.mjs', 'tsconfig.json', 'package.json']) cpSync(join(root, name), join(this.folder, name));
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), content);
    }
  }

  /** Violations as `rule file`, one a pair, by dependency-cruiser. */
  cruise(): Set<string> {
    return cruise(this.folder);
  }

  /** Violations as `rule file`, one a pair, by ESLint. */
  lint(): Set<string> {
    const found = new Set<string>();
    const output = run(this.folder, 'node_modules/eslint/bin/eslint.js', ['--format', 'json', '.']);
    const results = JSON.parse(output) as { filePath: string; messages: { ruleId: string | null; message: string }[] }[];
    for (const { filePath, messages } of results)
      for (const { ruleId, message } of messages) found.add(`${ruleId ?? message} ${filePath.slice(this.folder.length + 1)}`);
    return found;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Violations in a tree: `rule file`. */
export const cruise = (folder: string = root): Set<string> => {
  const places = ['apps', 'libs', 'test'].filter((place) => exists(join(folder, place)));
  const output = run(folder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...places]);
  const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return new Set(summary.violations.map(({ from, rule }) => `${rule.name} ${from}`));
};

const exists = (path: string): boolean => {
  try {
    execFileSync('test', ['-d', path]);
    return true;
  } catch {
    return false;
  }
};

/** Both tools leave with 1 when they find something: that is what is wanted here. */
const run = (cwd: string, script: string, args: readonly string[]): string => {
  try {
    return execFileSync(process.execPath, [script, ...args], { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    if (stdout === undefined || stdout === '') throw new Error(`${script} gave no answer: ${stderr ?? String(error)}`, { cause: error });
    return stdout;
  }
};
