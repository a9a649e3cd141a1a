import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { REPOSITORY } from './compose-file';

const run = promisify(execFile);

/** Runs a few lines that may import the set-ups (ES modules), and gives what they leave in `out`. */
export const inNode = async (lines: string): Promise<unknown> => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', `let out;\n${lines}\nprocess.stdout.write(JSON.stringify(out ?? null));`], { cwd: REPOSITORY });
  return JSON.parse(stdout) as unknown;
};
