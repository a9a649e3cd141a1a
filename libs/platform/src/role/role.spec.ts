import type { Server } from 'node:http';
import { operationsServer, type OperationsOptions } from './operations-server';
import { metricsTable } from './metrics-table';
import { prometheusMetrics } from './prometheus';

const listen = async (options: Partial<OperationsOptions> = {}): Promise<{ readonly server: Server; readonly address: string }> => {
  const server = operationsServer({ role: 'projector', metrics: prometheusMetrics('projector'), ready: async () => 'standby', ...options });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as { port: number }).port}` };
};
const valuesOf = (text: string, name: string): readonly string[] => text.split('\n').filter((line) => line.startsWith(name) && !/_bucket|_sum/.test(line));

describe('the operations port of a role', () => {
  const open: Server[] = [];
  const ask = async (path: string, options?: Partial<OperationsOptions>, method = 'GET') => {
    const { server, address } = await listen(options);
    open.push(server);
    const response = await fetch(address + path, { method });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  afterEach(() => open.splice(0).forEach((server) => server.close()));

  it('says that the process lives, and what it is at when it is ready', async () => {
    expect((await ask('/health/live')).text).toBe('{"status":"ok","role":"projector"}');
    expect((await ask('/health/ready')).text).toBe('{"status":"ok","role":"projector","state":"standby"}');
  });

  it('says why it is not ready', async () => {
    const { status, text, headers } = await ask('/health/ready', { ready: () => Promise.reject(new Error('Not ready: the fold is waiting.')) });
    expect([status, JSON.parse(text), headers.get('retry-after')]).toEqual([503, { status: 'not ready', role: 'projector', reason: 'Not ready: the fold is waiting.' }, '1']);
  });

  it.each([['/nothing', 'GET', 404], ['/metrics', 'POST', 405], ['/health/live', 'PUT', 405]])('refuses %s by %s', async (path, method, status) => {
    expect((await ask(path, {}, method)).status).toBe(status);
  });

  it('gives further addresses to the role', async () => {
    const route: OperationsOptions['route'] = ({ url }) => (url === '/v1/rebuilds' ? { status: 202, body: { state: 'running' } } : undefined);
    expect(await ask('/v1/rebuilds', { route }, 'POST')).toMatchObject({ status: 202, text: '{"state":"running"}' });
    expect((await ask('/metrics', { route })).text).toContain('process_cpu_seconds_total{role="projector"}');
  });
});

describe('the metrics of a role', () => {
  it('count receipts by agency and outcome, and name the reasons of what was set aside', async () => {
    const { telemetry, text } = prometheusMetrics('ingestor');
    telemetry.receipt('kasn', 'recorded');
    telemetry.receipt('kasn', 'recorded');
    telemetry.receipt('ppk', 'set-aside', 'impossible-nip');
    const written = await text();
    expect(valuesOf(written, metricsTable.receipts.name)).toEqual([
      'netral_receipts_total{agency="kasn",outcome="recorded",role="ingestor"} 2', 'netral_receipts_total{agency="ppk",outcome="set-aside",role="ingestor"} 1',
    ]);
    expect(valuesOf(written, metricsTable.deadLetters.name)).toEqual(['netral_dead_letters_total{agency="ppk",reason="impossible-nip",role="ingestor"} 1']);
  });

  it('never take a label from whoever sends', async () => {
    const { telemetry, text } = prometheusMetrics('ingestor');
    telemetry.receipt('199001012015041001', 'recorded');
    for (let number = 0; number < 1000; number += 1) telemetry.receipt('kasn', 'set-aside', `made-up-${number}`);
    const written = await text();
    expect(written).not.toContain('199001012015041001');
    expect(written).toContain('agency="other"');
    expect(valuesOf(written, metricsTable.deadLetters.name).length).toBeLessThanOrEqual(201);
  });

  it('ask for depth, lease and lag when somebody looks', async () => {
    const { telemetry, text } = prometheusMetrics('projector');
    let [queue, away]: [number | undefined, boolean] = [3, false];
    telemetry.watch('queue', () => queue);
    telemetry.watchLag(async () => {
      if (away) throw new Error('the log cannot be read');
      return [{ projection: 'rules', events: 7, seconds: 12 }, { projection: 'intake', events: 7, seconds: 12 }];
    });
    const first = await text();
    expect(first).toContain('netral_queue_messages{role="projector"} 3');
    expect(valuesOf(first, 'netral_projection_lag')).toEqual([
      'netral_projection_lag_events{projection="rules",role="projector"} 7', 'netral_projection_lag_events{projection="intake",role="projector"} 7',
      'netral_projection_lag_seconds{projection="rules",role="projector"} 12', 'netral_projection_lag_seconds{projection="intake",role="projector"} 12',
    ]);
    [queue, away] = [undefined, true];
    expect(valuesOf(await text(), 'netral_projection_lag')).toEqual([]);
  });

  it('tell how long writes and folds take, and how large they are', async () => {
    const { telemetry, text } = prometheusMetrics('projector');
    telemetry.appended(500, 0.02);
    telemetry.folded(900, 0.3);
    telemetry.consumerLag('netral.kasn', 2, 41);
    const written = await text();
    for (const line of ['netral_appends_total{role="projector"} 500', 'netral_append_seconds_count{role="projector"} 1', 'netral_fold_events_sum{role="projector"} 900',
      'netral_consumer_lag_messages{topic="netral.kasn",partition="2",role="projector"} 41']) expect(written).toContain(line);
    telemetry.consumerLag('netral.kasn', 2, undefined);
    expect(await text()).not.toContain('partition="2"');
  });
});
