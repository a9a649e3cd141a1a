/** Every metric of a role, beside those of the process itself (`process_…`, `nodejs_…`). Labels come from closed lists; nothing of a person. */
export const metricsTable = {
  receipts: { name: 'netral_receipts_total', kind: 'counter', labels: ['agency', 'outcome'], meaning: 'Receipts given, by agency and outcome (`recorded`, `duplicate`, `set-aside`)' },
  deadLetters: { name: 'netral_dead_letters_total', kind: 'counter', labels: ['agency', 'reason'], meaning: 'Receipts of messages set aside, by agency and reason code' },
  appended: { name: 'netral_append_seconds', kind: 'histogram', labels: [], meaning: 'Seconds that one durable write to the log took' },
  appends: { name: 'netral_appends_total', kind: 'counter', labels: [], meaning: 'Appends sent to the log' },
  queue: { name: 'netral_queue_messages', kind: 'gauge', labels: [], meaning: 'Messages waiting to be written, of at most NETRAL_INGEST_QUEUE_MAX' },
  consumerLag: { name: 'netral_consumer_lag_messages', kind: 'gauge', labels: ['topic', 'partition'], meaning: 'Messages of a partition that wait to be read' },
  foldSeconds: { name: 'netral_fold_seconds', kind: 'histogram', labels: [], meaning: 'Seconds that one commit into the read models took, folding included' },
  foldEvents: { name: 'netral_fold_events', kind: 'histogram', labels: [], meaning: 'Events of one commit' },
  lease: { name: 'netral_fold_lease_held', kind: 'gauge', labels: [], meaning: '1 while this process may fold, 0 while it stands by' },
  events: { name: 'netral_model_events', kind: 'gauge', labels: [], meaning: 'Events that the read models in the memory of this process hold' },
  lagEvents: { name: 'netral_projection_lag_events', kind: 'gauge', labels: ['projection'], meaning: 'Events recorded and not shown yet by this process; at most 10,000 are counted' },
  lagSeconds: { name: 'netral_projection_lag_seconds', kind: 'gauge', labels: ['projection'], meaning: 'Age of the oldest of them' },
} as const;

/** The reference of the metrics, as Markdown. */
export const metricsPage = (): string => [
  '# Metrics of a role',
  '',
  'Each role serves `/metrics` (as Prometheus reads it), `/health/live` and `/health/ready` on `NETRAL_METRICS_HOST`:`NETRAL_METRICS_PORT`, apart from its other',
  'doors. Every metric carries `role`. Written by `npm run generate`.',
  '',
  '| Metric | Kind | Labels | Meaning |',
  '|---|---|---|---|',
  ...Object.values(metricsTable).map(({ name, kind, labels, meaning }) => `| \`${name}\` | ${kind} | ${labels.map((label) => `\`${label}\``).join(' ')} | ${meaning} |`),
  '',
  'The rate of receipts, the lag of a partition and the age of what is not shown yet are the three to watch: `sum by (agency, outcome) (rate(netral_receipts_total[5m]))`,',
  '`max by (topic, partition) (netral_consumer_lag_messages)`, `max(netral_projection_lag_seconds)`. `sum(netral_fold_lease_held)` is 1 as long as somebody folds.',
  '',
].join('\n');
