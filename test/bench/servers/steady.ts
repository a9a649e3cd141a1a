import { percentile } from '../statistics';
import { serversRow, type ServersRow, sleep } from './row';
import type { ServersSession } from './session';
import { allCommitted } from './throughput';

const PUBLISH_EVERY_MS = 50;
const SAMPLE_EVERY_MS = 250;

interface Samples {
  readonly consumer: number[];
  readonly model: number[];
}

/** Publishes at a constant rate and looks meanwhile how far the ingestor and the figures are behind. */
export const steadyPart = async (session: ServersSession, name: string, rate: number, seconds: number): Promise<readonly ServersRow[]> => {
  const { topics, receipts, answers, supply, say } = session;
  say(`steady load: ${rate} messages/s for ${seconds} s`);
  const messages = supply.take(rate * seconds);
  const samples: Samples = { consumer: [], model: [] };
  const over = new AbortController();
  const sampling = sample(session, samples, over.signal);
  const began = performance.now();
  for (let sent = 0; sent < messages.length; await sleep(PUBLISH_EVERY_MS)) {
    const due = Math.min(messages.length, Math.floor(((performance.now() - began) / 1000) * rate));
    await topics.publish(messages.slice(sent, due));
    sent = due;
  }
  const reached = messages.length / ((performance.now() - began) / 1000);
  over.abort();
  await sampling;
  await allCommitted(session);
  await answers.shows(receipts.lastPosition);
  const load = `at ${reached.toFixed(0)} messages/s`;
  const rows = (kind: keyof Samples, what: string): ServersRow[] =>
    ([['p50', 0.5], ['p95', 0.95], ['max', 1]] as const).map(([quantile, share]) => serversRow('lag', `${kind}-lag-${name}-${quantile}`, `${what} ${load}: ${quantile}`, percentile(samples[kind], share), 'messages', `${samples[kind].length} samples over ${seconds} s`));
  return [...rows('consumer', 'published and not committed'), ...rows('model', 'receipted and not visible')];
};

const sample = async ({ topics, receipts, answers }: ServersSession, samples: Samples, over: AbortSignal): Promise<void> => {
  while (!over.aborted) {
    const next = performance.now() + SAMPLE_EVERY_MS;
    const [acknowledged, recorded] = [topics.acknowledged, receipts.recorded.length];
    const [committed, position] = await Promise.all([topics.committed(), answers.position()]);
    samples.consumer.push(Math.max(0, acknowledged - committed));
    samples.model.push(receipts.recorded.slice(0, recorded).filter((each) => each > position).length);
    await sleep(Math.max(0, next - performance.now()));
  }
};
