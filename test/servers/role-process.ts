import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '..', '..');
const READY_MS_MAX = 120_000;
const ASK_MS = 50;
export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export type RoleName = 'ingestor' | 'projector' | 'api';
export interface RoleOptions {
  readonly role: RoleName;
  readonly environment: Readonly<Record<string, string>>;
  readonly metricsPort: number;
  readonly httpPort?: number;
}

/** No role outlives the test file that imports this, however its tests end. */
const running = new Set<ChildProcess>();
afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

/** One role as a process of its own, run from its sources. It may be killed, held still and started again on the same ports. */
export class RoleProcess {
  /** Lines of its log, of all its lives. */
  readonly logged: string[] = [];
  private child: ChildProcess | undefined;
  private gone: Promise<number | null> = Promise.resolve(null);

  constructor(private readonly options: RoleOptions) {}

  get address(): string {
    return `http://127.0.0.1:${this.options.httpPort}`;
  }

  get operations(): string {
    return `http://127.0.0.1:${this.options.metricsPort}`;
  }

  /** Starts it; does not wait until it is ready. */
  start(more: Readonly<Record<string, string>> = {}): void {
    const { role, environment, metricsPort, httpPort } = this.options;
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NETRAL_')));
    const child = spawn(process.execPath, ['-r', join(ROOT, 'test/support/ts-register.cjs'), join(ROOT, `apps/${role}/src/main.ts`)], {
      cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...inherited, ...environment, ...more, NETRAL_METRICS_PORT: String(metricsPort), ...(httpPort === undefined ? {} : { NETRAL_HTTP_PORT: String(httpPort) }) },
    });
    this.child = child;
    running.add(child);
    createInterface({ input: child.stderr }).on('line', (line) => this.logged.push(line));
    this.gone = new Promise((resolve) => child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    }));
  }

  /** What its health says, or why it cannot be asked. */
  async state(): Promise<string> {
    try {
      const body = (await (await fetch(`${this.operations}/health/ready`, { signal: AbortSignal.timeout(2000) })).json()) as { state?: string; reason?: string };
      return body.state ?? `not ready: ${body.reason}`;
    } catch (error) {
      return `away: ${(error as Error).message}`;
    }
  }

  /** Waits until its health says one of these. @throws Error with the end of its log */
  async until(...states: readonly string[]): Promise<string> {
    let found = '';
    for (let waited = 0; waited < READY_MS_MAX; waited += ASK_MS) {
      found = await this.state();
      if (states.includes(found)) return found;
      await sleep(ASK_MS);
    }
    throw new Error(`${this.options.role}: expected ${states.join(' or ')}, found ${found}\n${this.logged.slice(-20).join('\n')}`);
  }

  async metric(name: string): Promise<number | undefined> {
    const text = await (await fetch(`${this.operations}/metrics`)).text();
    const line = text.split('\n').find((each) => each.startsWith(name) && !each.startsWith('#'));
    return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ') + 1));
  }

  /** Kill -9. */
  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.gone;
  }

  /** Asks it to end. @returns its exit code */
  async stop(): Promise<number | null> {
    this.child?.kill('SIGTERM');
    return this.gone;
  }

  /** Resolves with its exit code when it leaves by itself. */
  left(): Promise<number | null> {
    return this.gone;
  }

  pause(): void {
    this.child?.kill('SIGSTOP');
  }

  resume(): void {
    this.child?.kill('SIGCONT');
  }
}
