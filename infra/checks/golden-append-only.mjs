// A released version of an event is a stored shape: its golden file may be added, never changed, moved or deleted.
// Looks at every commit there is (merges against each parent), at the work tree, and, where a base is known (BASE, else
// where this branch left origin/main), at the difference from it, which holds in a shallow clone too.
// Exit codes: 0 nothing changed, 1 a released file was changed, 2 git cannot be asked.
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const FOLDER = 'test/golden';
/** Paths that may differ all the same, each with its reason in docs/decisions. There is none. */
const EXCEPTIONS = [];
const CHANGED = ['--no-renames', '--diff-filter=MDT', '--name-status'];
const SCOPE = ['--', `${FOLDER}/*.json`];

const OPTIONS = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 };
const git = (cwd, ...args) => execFileSync('git', args, { cwd, ...OPTIONS }).trim();
const attempt = (...args) => {
  try {
    return git(...args);
  } catch {
    return undefined;
  }
};

const baseOf = (cwd, named) => {
  if (named) return git(cwd, 'rev-parse', '--verify', `${named}^{commit}`);
  return attempt(cwd, 'merge-base', 'HEAD', 'origin/main');
};

/** Lines that each say what was changed, and where; empty when nothing was. */
export function violations(cwd, named) {
  const said = (where, output) =>
    (output ?? '').split('\n').filter((line) => /^[MDT]\t/.test(line)).map((line) => {
      const [kind, path] = line.split('\t');
      return { path, text: `${{ M: 'changed', D: 'deleted or moved', T: 'replaced' }[kind]}: ${path} (${where})` };
    });
  const base = baseOf(cwd, named);
  const history = git(cwd, 'log', '-m', '--format=commit %h', ...CHANGED, ...SCOPE).split(/^(?=commit )/m);
  return [
    ...history.flatMap((entry) => said(entry.split('\n', 1)[0], entry)),
    ...said('not committed', git(cwd, 'diff', ...CHANGED, 'HEAD', ...SCOPE)),
    ...(base === undefined ? [] : said(`since ${base.slice(0, 9)}`, git(cwd, 'diff', ...CHANGED, base, ...SCOPE))),
  ].filter(({ path }) => !EXCEPTIONS.includes(path)).map(({ text }) => text);
}

function main(cwd) {
  try {
    const found = violations(cwd, process.env.BASE);
    const files = git(cwd, 'ls-files', ...SCOPE).split('\n').filter(Boolean).length;
    const shallow = git(cwd, 'rev-parse', '--is-shallow-repository') === 'true' ? ' (in what this shallow clone has)' : '';
    if (found.length === 0) console.log(`golden files: ${files} released, none ever changed${shallow}`);
    else console.error(`golden files: never edit a released version; add the next below it, with an upcaster\n${found.join('\n')}`);
    return found.length === 0 ? 0 : 1;
  } catch (error) {
    const why = String(error.stderr || error.message).trim();
    // A source archive has no history; every other trouble (say, a folder of another owner) must not pass for "unchanged".
    if (/not a git repository/.test(why)) {
      console.log('golden files: no git history here, nothing to compare with');
      return 0;
    }
    console.error(`golden files: git cannot be asked: ${why}`);
    return 2;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main(process.cwd());
