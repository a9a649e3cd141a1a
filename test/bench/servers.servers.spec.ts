import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeOwnServers } from '../servers/describe-servers';
import { benchServers, type ServersResult } from './servers/bench-servers';
import { readServersOptions } from './servers/options';
import { asServersText, serversDocument, writeServersReport } from './servers/report';

const EXPECTED = [
  'topic-receipt', 'topic-receipt-steady', 'bare-consume', 'receipt-of-bare', 'catch-up', 'bare-documents', 'bare-events', 'catch-up-of-bare', 'topic-figure', 'figure-of-bare',
  ...['fixed', 'half'].flatMap((load) => ['consumer', 'model'].flatMap((kind) => ['p50', 'p95', 'max'].map((quantile) => `${kind}-lag-${load}-${quantile}`))),
  ...['fresh-receipt', 'fresh-figure'].flatMap((kind) => ['p50', 'p95', 'p99'].map((quantile) => `${kind}-${quantile}`)),
];
const LONG_MS = 600_000;

describeOwnServers(['kafka', 'mongo-java-server'], 'the bench through the servers, on a few messages', () => {
  let result: ServersResult = undefined as never;
  beforeAll(async () => void (result = await benchServers(readServersOptions(['--messages', '300', '--no-write']), {}, () => undefined)), LONG_MS);

  it('measures every row', () => {
    expect(result.rows.map(({ id }) => id)).toEqual(EXPECTED);
    // A lag may be none at all; all else took time.
    for (const { id, part, value } of result.rows) expect([id, Number.isFinite(value) && (part === 'lag' ? value >= 0 : value > 0)]).toEqual([id, true]);
  });

  it('tells what the servers are, in the terminal and in the document', () => {
    const folder = mkdtempSync(join(tmpdir(), 'netral-bench-report-'));
    const [document = ''] = writeServersReport(result, folder);
    for (const text of [asServersText(result), readFileSync(document, 'utf8')])
      for (const said of ['mongo-java-server', 'not MongoDB itself', 'not KurrentDB itself', 'topic to acknowledged receipt', 'seed 2020', 'load ']) expect(text).toContain(said);
    rmSync(folder, { recursive: true });
  });

  it('renews only what stands between the marks', () => {
    const folder = mkdtempSync(join(tmpdir(), 'netral-bench-report-'));
    const [document = ''] = writeServersReport(result, folder);
    const kept = `before\n${readFileSync(document, 'utf8')}after\n`;
    expect(serversDocument(result, kept)).toBe(kept);
    expect(() => serversDocument(result, 'no marks')).toThrow('expected the marks');
    rmSync(folder, { recursive: true });
  });
});
