import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READY_MS_MAX = 120_000;
const STOP_MS_MAX = 15_000;
const ASK_MS = 100;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface OwnServerOptions {
  readonly name: string;
  readonly address: string;
  /** Its data and log; a temporary folder, removed by `close`. */
  readonly folder: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** Its whole environment; ours when absent. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it runs; the folder when absent. */
  readonly cwd?: string;
  /** Throws until the server answers. */
  readonly ask: () => Promise<unknown>;
}

/** A folder for one server's data. */
export const dataFolder = (name: string): string => mkdtempSync(join(tmpdir(), `netral-${name}-`));

/** A server that is a plain process of ours on this machine. It may be ended and started again on the same port and data. */
export class OwnServer {
  readonly address: string;
  private child: ChildProcess | undefined;
  private gone: Promise<void> = Promise.resolve();
  private code: number | null = null;

  constructor(private readonly options: OwnServerOptions) {
    this.address = options.address;
  }

  /** Of the process, while there is one. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** With which it ended last; null while it runs, or when it was killed. */
  get exitCode(): number | null {
    return this.child === undefined ? this.code : null;
  }

  /** Starts it and waits until it answers. @throws Error with the end of its log when it does not */
  async start(): Promise<void> {
    if (this.child !== undefined) throw new Error(`${this.options.name} runs already`);
    const log = openSync(this.log(), 'a');
    const [program, ...args] = this.options.command;
    // It ends when its standard input does, so that it never outlives whoever started it.
    const child = spawn(program, args, { stdio: ['pipe', log, log], cwd: this.options.cwd ?? this.options.folder, env: this.options.environment ?? process.env });
    closeSync(log);
    child.stdin?.on('error', () => undefined);
    this.child = child;
    this.gone = new Promise((resolve) => {
      const ended = (code: unknown): void => {
        this.code = typeof code === 'number' ? code : null;
        if (this.child === child) this.child = undefined;
        resolve();
      };
      child.once('exit', ended).once('error', ended);
    });
    await this.ready();
  }

  /** Asks it to end, and waits until it is gone; the data stay. */
  async stop(): Promise<void> {
    const { child } = this;
    child?.kill('SIGTERM');
    const patience = setTimeout(() => child?.kill('SIGKILL'), STOP_MS_MAX);
    await this.gone;
    clearTimeout(patience);
  }

  /** Ends it with no chance to tidy up (kill -9); the data stay. */
  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.gone;
  }

  /** Kill -9, then a start on the same port and data. */
  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  /** Holds it still, as a machine that hangs would, until `resume`. */
  pause(): void {
    this.child?.kill('SIGSTOP');
  }

  resume(): void {
    this.child?.kill('SIGCONT');
  }

  /** Ends it for good and removes its data. */
  async close(): Promise<void> {
    await this.kill();
    rmSync(this.options.folder, { recursive: true, force: true });
  }

  private log(): string {
    return join(this.options.folder, 'server.log');
  }

  private async ready(): Promise<void> {
    let last: unknown;
    const until = performance.now() + READY_MS_MAX;
    while (performance.now() < until && this.child !== undefined) {
      try {
        await this.options.ask();
        return;
      } catch (error) {
        last = error;
      }
      await sleep(ASK_MS);
    }
    const found = this.child === undefined ? 'it ended' : `it did not answer: ${String(last)}`;
    await this.kill();
    throw new Error(`${this.options.name} did not start: ${found}\n${readFileSync(this.log(), 'utf8').slice(-4000)}`);
  }
}
