import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** `npm start` without npm: looks for changed sources first. */
export const started = (root: string): readonly string[] => [join(root, 'infra/build/start.mjs')];
/** The same server of the run's own compilation, whatever happens to the sources meanwhile. */
export const compiled = (code: string): readonly string[] => ['-r', join(code, 'test/bench/compiled.cjs'), join(code, 'apps/standalone/src/main.js')];

/** A whole Netral in a process of its own, on the embedded stores. */
export class BenchServer {
  private readonly agent = new Agent({ keepAlive: true });
  private ended = false;

  private constructor(private readonly child: ChildProcess, readonly port: number, private readonly keys: Readonly<Record<string, string>>, readonly startMs: number) {
    child.on('close', () => (this.ended = true));
  }

  /**
   * From the start of the process to its first answered figure. `program`: what Node is to run.
   * @throws Error when it ends before
   */
  static async start(program: readonly string[], code: string, dataDir: string): Promise<BenchServer> {
    const port = await freePort();
    const began = performance.now();
    const child = spawn(process.execPath, program, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NETRAL_TEST_BENCH_CODE: code, NETRAL_DATA_DIR: dataDir, NETRAL_HTTP_PORT: String(port), NETRAL_SEASON: 'none', NETRAL_REQUESTS_PER_SECOND_MAX: '1000000', NETRAL_LOG_LEVEL: 'warn' },
    });
    let said = '';
    child.stderr?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2000)));
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${said}`);
      const status = await fetch(`http://127.0.0.1:${port}/v1/figures/overdue`).then(({ status: found }) => found, () => 0);
      if (status === 200) break;
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    const startMs = performance.now() - began;
    const keys = JSON.parse(readFileSync(join(dataDir, 'secrets', 'keys.json'), 'utf8')) as Record<string, string>;
    return new BenchServer(child, port, keys, startMs);
  }

  get(path: string): Promise<Answered> {
    return this.send('GET', path, 'investigator');
  }

  post(path: string, key: string, type: string, body: string): Promise<Answered> {
    return this.send('POST', path, key, type, body);
  }

  /** Resident memory in MB: now, and the largest so far. */
  residentMb(): { readonly now: number; readonly max: number } {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    const mb = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024;
    return { now: mb('VmRSS'), max: mb('VmHWM') };
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    if (this.ended) return;
    const closed = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill('SIGTERM');
    await closed;
  }

  private send(method: string, path: string, key: string, type?: string, body?: string): Promise<Answered> {
    const headers = { authorization: `Bearer ${this.keys[key]}`, ...(type === undefined ? {} : { 'content-type': type }), ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) };
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: this.port, method, path, headers, agent: this.agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
