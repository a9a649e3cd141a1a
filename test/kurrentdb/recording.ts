import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const MAIN = join(__dirname, 'record/record.main.mjs');
const run = promisify(execFile);

export interface Recording {
  readonly stray_info: readonly { readonly scenario: string; readonly kind: string; readonly error: string }[];
  readonly scenarios: Readonly<Record<string, { readonly calls: string; readonly facts: unknown }>>;
}

export const readRecording = (file: string): Recording => JSON.parse(readFileSync(file, 'utf8')) as Recording;

/** What a real single node answered. */
export const recorded = (name: 'node' | 'restart' | 'idempotence-window'): Recording => readRecording(join(__dirname, 'recordings', `${name}.json`));

/**
 * Plays the scenarios against a server in a process of its own: what the client throws outside any promise belongs to a recording,
 * and would end a test's process.
 */
export async function play(address: string, only: readonly string[], file: string, ...more: string[]): Promise<Recording> {
  // A scenario that fails is in the file, and the process then ends with 1: the comparison says what is wrong with it.
  await run(process.execPath, [MAIN, '--url', address, '--only', only.join(','), '--out', file, ...more]).catch((error: { code?: unknown; stderr?: string }) => {
    if (error.code !== 1) throw error;
  });
  return readRecording(file);
}

/** How two recordings differ, by scenario, as the recorder prints it; scenarios that agree are not in it. */
export async function differences(theirs: Recording, ours: Recording, folder: string): Promise<ReadonlyMap<string, string>> {
  const [a, b] = [join(folder, 'recorded.json'), join(folder, 'played.json')];
  writeFileSync(a, JSON.stringify(theirs));
  writeFileSync(b, JSON.stringify(ours));
  const { stdout } = await run(process.execPath, [MAIN, '--compare', a, b]).catch((error: { stdout: string }) => error);
  const found = new Map<string, string>();
  for (const [difference, scenario] of stdout.matchAll(/^DIFF ([\w-]+).*\n.*\n.*$/gm)) found.set(scenario!, `${found.get(scenario!) ?? ''}${difference}\n`);
  return found;
}
