import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Measures } from './child.main';

/** Runs one measure in a process of its own, on the compiled code, and gives what it found. @throws Error when it fails */
export const measureApart = <N extends keyof Measures>(code: string, name: N, argument: Parameters<Measures[N]>[0], execArgv: readonly string[] = []): Promise<Awaited<ReturnType<Measures[N]>>> =>
  new Promise((resolve, reject) => {
    const child = fork(join(code, 'test/bench/child.main.js'), [name, JSON.stringify(argument)], {
      execArgv: ['-r', join(code, 'test/bench/compiled.cjs'), ...execArgv], env: { ...process.env, NETRAL_TEST_BENCH_CODE: code }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let found: { readonly result: Awaited<ReturnType<Measures[N]>> } | undefined;
    child.on('message', (message) => (found = message as typeof found));
    child.on('error', reject);
    child.on('close', (exit) => (found === undefined ? reject(new Error(`${name}: ended with ${exit} and no result`)) : resolve(found.result)));
  });
