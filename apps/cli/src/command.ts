import type { Config, ProgressFactory } from '@netral/platform';

export { EXIT } from '@netral/platform';

/** Where a command prints: results on `out`, words to people on `err`. */
export interface Printer {
  out(line: string): void;
  err(line: string): void;
}

/** What every command is given: its configuration, a printer and a progress bar. A test needs no process. */
export interface CommandContext {
  readonly config: Config;
  readonly print: Printer;
  readonly progress: ProgressFactory;
  readonly json: boolean;
  /** Aborted by Ctrl-C: finish what is begun, begin nothing new. */
  readonly signal: AbortSignal;
  readonly input: AsyncIterable<Uint8Array>;
}

export interface Command {
  readonly name: string;
  readonly summary: { readonly id: string; readonly en: string };
  readonly usage: string;
  run(args: readonly string[], context: CommandContext): Promise<number>;
}

/** Wrong words on the command line: printed with the usage, exit 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** One clear line and the exit code that goes with it. */
export class CommandError extends Error {
  constructor(readonly exitCode: number, message: string) {
    super(message);
    this.name = 'CommandError';
  }
}
