import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { until } from './row';

const ROOT = join(__dirname, '..', '..', '..');
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** One of our TypeScript files in a process of its own, that never outlives this one. */
export const ownProcess = (file: string, environment: Readonly<Record<string, string>> = {}): ChildProcess => {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NETRAL_')));
  const child = spawn(process.execPath, ['-r', join(ROOT, 'test/support/ts-register.cjs'), join(ROOT, file)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...inherited, ...environment } });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
};

export const end = async (child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
};

export interface BenchRoleOptions {
  readonly role: 'ingestor' | 'projector' | 'api';
  readonly environment: Readonly<Record<string, string>>;
  readonly metricsPort: number;
  readonly httpPort: number;
}

/** A role as a process, which may be started and ended again and again on the same ports. */
export class BenchRole {
  private child: ChildProcess | undefined;
  private said: string[] = [];

  constructor(private readonly options: BenchRoleOptions) {}

  start(): void {
    const { role, environment, metricsPort, httpPort } = this.options;
    const http: Record<string, string> = role === 'projector' ? {} : { NETRAL_HTTP_PORT: String(httpPort) };
    const child = ownProcess(`apps/${role}/src/main.ts`, { ...environment, ...http, NETRAL_METRICS_PORT: String(metricsPort), NETRAL_LOG_LEVEL: 'warn' });
    this.child = child;
    child.stdout?.resume();
    if (child.stderr !== null) createInterface({ input: child.stderr }).on('line', (line) => (this.said = [...this.said.slice(-20), line]));
  }

  /** Waits until its health says so. @throws Error with the end of its log */
  async until(state: string): Promise<void> {
    await until(`${this.options.role} ${state}`, async () => {
      const code = this.child?.exitCode ?? null;
      if (code !== null) throw new Error(`${this.options.role} ended with ${code}`);
      return (await this.state()) === state;
    }, { everyMs: 10, patienceMs: 900_000 }).catch((error: Error) => {
      throw new Error(`${error.message}\n${this.said.join('\n')}`);
    });
  }

  async metric(name: string): Promise<number | undefined> {
    const text = await (await fetch(`http://127.0.0.1:${this.options.metricsPort}/metrics`)).text();
    const line = text.split('\n').find((each) => each.startsWith(name));
    return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ') + 1));
  }

  async stop(): Promise<void> {
    if (this.child !== undefined) await end(this.child);
  }

  private async state(): Promise<string | undefined> {
    const found = await fetch(`http://127.0.0.1:${this.options.metricsPort}/health/ready`).then((answer) => answer.json(), () => ({}));
    return (found as { state?: string }).state;
  }
}
