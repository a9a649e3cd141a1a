import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { progressOn } from '@netral/platform';
import { runCli } from './cli';
import { EXIT } from './command';

// Whatever is written belongs to this user alone.
process.umask(0o077);

const stop = new AbortController();
process.on('SIGINT', () => {
  // A second Ctrl-C does not wait any longer.
  if (stop.signal.aborted) process.exit(EXIT.interrupted);
  stop.abort();
});
process.on('SIGTERM', () => stop.abort());
// Who reads our output may have read enough: `netral events | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

// From dist/apps/cli/src or apps/cli/src alike, package.json is the nearest one above.
const versionBeside = (folder: string): string => {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  } catch {
    return versionBeside(join(folder, '..'));
  }
};

void runCli(process.argv.slice(2), {
  environment: process.env,
  print: { out: (line) => void process.stdout.write(`${line}\n`), err: (line) => void process.stderr.write(`${line}\n`) },
  progress: progressOn(process.stderr),
  signal: stop.signal,
  input: process.stdin,
  version: versionBeside(__dirname),
}).then((code) => {
  process.exitCode = code;
});
