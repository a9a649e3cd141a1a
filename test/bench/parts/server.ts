import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { figureQuestions, listQuestions, take, type AskedPath, type Taken } from '../questions';
import { row } from '../row';
import { BenchServer, compiled, started } from '../server';
import type { Session } from '../session';
import { median, quantiles, randomOf } from '../statistics';
import { heldMessages, type HeldMessage } from './held-messages';
import { quantileRows } from './questions';

/** What only the built program in a process of its own can tell: starts, HTTP, freshness, memory. */
export const serverPart = async (session: Session, recorded: number, times: number): Promise<void> => {
  const { options, root, code, dataDir, rows, rounds, say } = session;
  say('building, starting');
  // A tiny season tries the bench, and leaves the build to whoever is at it.
  const built = options.events >= 5000 && spawnSync(process.execPath, [join(root, 'infra/build/ensure-built.mjs')], { stdio: ['ignore', 2, 2] }).status === 0;
  // The first start makes keys and checks the stores; from the second on it is what people wait for.
  await (await BenchServer.start(compiled(code), code, dataDir)).stop();
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await BenchServer.start(built ? started(root) : compiled(code), code, dataDir);
    starts.push(server.startMs);
    await server.stop();
  }
  rows.push(row('server', 'second-start', 'second start to the first answer', median(starts) / 1000, 's', `from the start of the process, ${built ? 'sources checked for changes' : 'sources not checked for changes'}`));
  const server = await BenchServer.start(compiled(code), code, dataDir);
  try {
    await questionsOver(session, server, times);
    const { now, max } = server.residentMb();
    rows.push(row('server', 'serving-memory', 'resident memory when serving', now, 'MB', `largest ${max.toFixed(0)} MB`));
    await handOver(session, server, await heldMessages(session.corpus, recorded));
  } finally {
    await server.stop();
  }
};

const questionsOver = async ({ options, rows, say }: Session, server: BenchServer, times: number): Promise<void> => {
  say('asking over HTTP');
  const random = randomOf(options.seed + 1);
  const ask = async (questions: readonly AskedPath[]): Promise<Taken> => {
    const taken: Taken = {};
    for (const { kind, path } of questions) {
      const began = performance.now();
      const { status, text } = await server.get(path);
      if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
      take(taken, kind, performance.now() - began);
    }
    return taken;
  };
  await ask([...figureQuestions(random, 3), ...listQuestions(random, 3)]);
  rows.push(...quantileRows('figure', await ask(figureQuestions(random, times)), 'over HTTP'), ...quantileRows('list', await ask(listQuestions(random, times)), 'over HTTP'));
};

/** Held-back messages: some one at a time, each until a figure shows it; some one at a time; the rest as streams of lines. */
const handOver = async ({ rows, say }: Session, server: BenchServer, held: readonly HeldMessage[]): Promise<void> => {
  say('handing over by HTTP');
  const [watched, singles] = [Math.min(200, Math.ceil(held.length / 5)), Math.min(500, Math.ceil(held.length / 5))];
  const fresh = quantiles(await freshness(server, held.slice(0, watched)));
  const one: number[] = [];
  for (const { agency, content } of held.slice(watched, watched + singles)) {
    const began = performance.now();
    const { status, text } = await server.post('/v1/events', agency, 'application/cloudevents+json', content);
    if (status >= 300) throw new Error(`hand-over: ${status} ${text.slice(0, 300)}`);
    one.push(performance.now() - began);
  }
  const lines = held.slice(watched + singles);
  const began = performance.now();
  for (const [agency, contents] of byAgency(lines)) {
    const { status, text } = await server.post('/v1/events', agency, 'application/x-ndjson', `${contents.join('\n')}\n`);
    if (status >= 300) throw new Error(`hand-over of lines: ${status} ${text.slice(0, 300)}`);
  }
  const seconds = (performance.now() - began) / 1000;
  const single = quantiles(one);
  rows.push(
    row('server', 'freshness-p99', 'receipt to visible in a figure: p99', fresh.p99, 'ms', `p50 ${fresh.p50.toFixed(1)}, the answer's own time included; ${fresh.count} messages`),
    row('server', 'http-single', 'ingest over HTTP, one a request: p50', single.p50, 'ms', `p99 ${single.p99.toFixed(1)}; request to receipt, one after another; folded meanwhile`),
    row('server', 'http-lines', 'ingest over HTTP, lines (NDJSON)', lines.length / seconds, 'messages/s', `${lines.length} messages; folded meanwhile`),
  );
};

const freshness = async (server: BenchServer, held: readonly HeldMessage[]): Promise<number[]> => {
  const waits: number[] = [];
  for (const { agency, content } of held) {
    const { text } = await server.post('/v1/events', agency, 'application/cloudevents+json', content);
    const { position } = JSON.parse(text) as { position: string };
    const began = performance.now();
    for (;;) {
      const answer = JSON.parse((await server.get('/v1/figures/overdue?asOf=2020-11-02')).text) as { position: string };
      if (answer.position >= position) break;
    }
    waits.push(performance.now() - began);
  }
  return waits;
};

const byAgency = (held: readonly HeldMessage[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { agency, content } of held) found.set(agency, [...(found.get(agency) ?? []), content]);
  return found;
};
