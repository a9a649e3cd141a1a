// What the one-shot set-ups share: a line for each thing done, a clear end, and patience while a server starts.
import { readFileSync } from 'node:fs';

const ASK_MS = 1000;
const PATIENCE_MS = 120_000;

export const say = (line) => process.stdout.write(`${line}\n`);

/** A variable that must be there. */
export const setting = (name) => {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name}: not set`);
};

/** The text of the file that a variable names, without the line's end. */
export const secret = (name) => readFileSync(setting(name), 'utf8').trimEnd();

/** Tries until it works: a server that is only just starting is no failure. `final` says of which errors waiting does not help. */
export const patiently = async (what, work, { final = () => false, patienceMs = PATIENCE_MS, askMs = ASK_MS } = {}) => {
  for (const until = performance.now() + patienceMs; ; ) {
    try {
      return await work();
    } catch (error) {
      if (final(error) || performance.now() > until) throw new Error(`${what}: ${error.message}`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, askMs));
  }
};

/** Runs a set-up; its failure is one line and exit code 1, after which it can be run again. */
export const run = (name, work) =>
  work().then(
    () => say(`${name}: ready`),
    (error) => {
      process.stderr.write(`${name}: ${error.message}\n`);
      process.exitCode = 1;
    },
  );
