import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ProjectionLag, Telemetry, WatchedGauge } from '../telemetry';
import { metricsTable } from './metrics-table';

const AGENCIES: readonly string[] = ['bawaslu', 'kasn', 'ppk', 'bkn', 'kemendagri', 'operator'];
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SIZES = [1, 5, 10, 50, 100, 250, 500, 1000, 5000, 10_000];
/** Different values of one label at most; what comes beyond is counted as `other`. */
const VALUES_MAX = 200;

export interface Metrics {
  readonly telemetry: Telemetry;
  readonly contentType: string;
  text(): Promise<string>;
}

const bounded = (known: Iterable<string> = [], max = VALUES_MAX) => {
  const seen = new Set<string>(known);
  return (value: string): string => {
    if (!seen.has(value) && seen.size < max) seen.add(value);
    return seen.has(value) ? value : 'other';
  };
};

/** What a role tells of itself, kept as Prometheus reads it. A registry of its own: several may live in one process. */
export const prometheusMetrics = (role: string): Metrics => {
  const registry = new Registry();
  registry.setDefaultLabels({ role });
  collectDefaultMetrics({ register: registry });
  return { telemetry: telemetryInto(registry), contentType: registry.contentType, text: () => registry.metrics() };
};

const described = ({ name, meaning, labels }: { readonly name: string; readonly meaning: string; readonly labels: readonly string[] }, registry: Registry) =>
  ({ name, help: meaning, labelNames: [...labels], registers: [registry] });

const telemetryInto = (registry: Registry): Telemetry => {
  const { receipts, deadLetters, appended, appends, consumerLag, foldSeconds, foldEvents } = metricsTable;
  const [received, aside, writes] = [receipts, deadLetters, appends].map((each) => new Counter(described(each, registry))) as [Counter, Counter, Counter];
  const append = new Histogram({ ...described(appended, registry), buckets: SECONDS });
  const fold = new Histogram({ ...described(foldSeconds, registry), buckets: SECONDS });
  const batch = new Histogram({ ...described(foldEvents, registry), buckets: SIZES });
  const partitions = new Gauge(described(consumerLag, registry));
  const [agencyOf, reasonOf, topicOf] = [bounded(AGENCIES, AGENCIES.length), bounded(), bounded()];
  return {
    receipt: (agency, outcome, reason) => {
      received.inc({ agency: agencyOf(agency), outcome });
      if (outcome === 'set-aside') aside.inc({ agency: agencyOf(agency), reason: reasonOf(reason ?? 'unknown') });
    },
    appended: (count, seconds) => {
      writes.inc(count);
      append.observe(seconds);
    },
    folded: (events, seconds) => {
      batch.observe(events);
      fold.observe(seconds);
    },
    consumerLag: (topic, partition, messages) => {
      const labels = { topic: topicOf(topic), partition };
      if (messages === undefined) partitions.remove(labels);
      else partitions.set(labels, messages);
    },
    watch: (gauge, read) => watchInto(registry, gauge, read),
    watchLag: (read) => watchLagInto(registry, read),
  };
};

const watchInto = (registry: Registry, gauge: WatchedGauge, read: () => number | undefined): void => {
  new Gauge({
    ...described(metricsTable[gauge], registry),
    collect() {
      const value = read();
      if (value === undefined) this.reset();
      else this.set(value);
    },
  });
};

/** Both gauges of one look are set from one reading. A log that cannot be read just now has no lag to tell; the rest is told all the same. */
const watchLagInto = (registry: Registry, read: () => Promise<readonly ProjectionLag[]>): void => {
  let reading: Promise<readonly ProjectionLag[]> | undefined;
  const lags = (): Promise<readonly ProjectionLag[]> =>
    (reading ??= read().catch(() => []).finally(() => (reading = undefined)));
  for (const key of ['events', 'seconds'] as const) {
    new Gauge({
      ...described(key === 'events' ? metricsTable.lagEvents : metricsTable.lagSeconds, registry),
      async collect() {
        const found = await lags();
        this.reset();
        for (const lag of found) this.set({ projection: lag.projection }, lag[key]);
      },
    });
  }
};
