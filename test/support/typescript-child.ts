import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const REGISTER = join(__dirname, 'ts-register.cjs');

export interface TypeScriptChild {
  readonly process: ChildProcessByStdio<null, Readable, null>;
  /** Lines of its standard output, whole ones only, until it ends. */
  readonly lines: AsyncIterableIterator<string>;
  /** Resolves when it is gone and all it wrote was read. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** No child outlives the test file that imports this, however its tests end. */
const running = new Set<TypeScriptChild['process']>();
afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

/** Runs one of our TypeScript files in a process of its own, without a build. */
export const typescriptChild = (file: string, ...args: string[]): TypeScriptChild => {
  const child = spawn(process.execPath, ['-r', REGISTER, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    });
    child.on('error', reject);
  });
  return { process: child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), ended };
};
