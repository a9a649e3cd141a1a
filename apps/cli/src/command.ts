import type { Config, ProgressFactory } from '@netral/platform';

/** How `netral` leaves; the same in every command (docs/reference/cli.md). */
export const EXIT = {
  ok: 0,
  /** Asked for and not there, or a check that found a difference. */
  differs: 1,
  usage: 2,
  /** Done, but some messages were set aside. */
  setAside: 3,
  /** The log is another system's, or a newer Netral's. */
  foreign: 65,
  /** A store or server cannot be reached or used as it is. */
  unavailable: 69,
  /** A fault of Netral's own. */
  fault: 70,
  /** Disk full or read-only: nothing acknowledged is lost. */
  cannotWrite: 74,
  /** Someone else holds the log; try again, or through the server. */
  locked: 75,
  /** The server is too old. */
  outdated: 76,
  /** The server refuses the user, or its certificate is not to be trusted. */
  denied: 77,
  /** A setting (`NETRAL_…`) that cannot be used. */
  config: 78,
  /** Stopped by Ctrl-C: what was acknowledged stands, and the command may be run again. */
  interrupted: 130,
} as const;

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
