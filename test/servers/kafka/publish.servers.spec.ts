import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProgressFactory } from '@netral/platform';
import { cliOn, type Ran } from '../../../apps/cli/src/testing/run-cli';
import { cloudEvent, letter } from '../../../libs/application/src/ingest/testing/messages';
import { describeOwnServers, ownKafka } from '../describe-servers';
import { freePorts } from '../free-port';
import { RoleProcess } from '../role-process';
import { NetralTopics } from './netral-on-kafka';

const LINES = 1200;
const lineOf = (id: string, matter = id, source = 'urn:netral:kasn'): string =>
  JSON.stringify({ ...cloudEvent('RecommendationIssued', id, letter(matter), { subject: matter }), source });

describeOwnServers(['kafka'], 'netral publish, on a real broker beside an ingestor', () => {
  const broker = ownKafka();
  const folder = mkdtempSync(join(tmpdir(), 'netral-publish-'));
  const file = (name: string): string => join(folder, name);
  const run = cliOn(join(folder, 'none'));
  const publish = (args: readonly string[], options: { signal?: AbortSignal; progress?: ProgressFactory } = {}): Promise<Ran> =>
    run(['publish', ...args, '--agency', 'kasn'], { environment: { NETRAL_KAFKA_BROKERS: broker().address }, ...options });
  const receipts = (name: string): readonly { line: number; id: string; outcome: string; position: string; topic: string }[] =>
    readFileSync(file(`${name}.receipts.ndjson`), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as never);
  const onTopic = async (): Promise<number> => (await topics!.hand.read('netral.kasn')).length;
  let [topics, ingestor]: [NetralTopics?, RoleProcess?] = [];

  beforeAll(async () => {
    topics = new NetralTopics(broker().address);
    await topics.create(3);
    await topics.openSeason();
    const [metricsPort, httpPort] = (await freePorts(2)) as [number, number];
    ingestor = new RoleProcess({ role: 'ingestor', metricsPort, httpPort, environment: { NETRAL_DATA_DIR: file('data'), NETRAL_KAFKA_BROKERS: broker().address, NETRAL_SEASON: 'none' } });
    ingestor.start();
    await ingestor.until('taking');
  }, 180_000);
  afterAll(async () => {
    await ingestor?.kill();
    await topics?.hand.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends with a receipt for each message, also when it is stopped in the middle and run again, and sends nothing a third time', async () => {
    writeFileSync(file('season'), Array.from({ length: LINES }, (_, index) => `${lineOf(`p${index}`, `P${index % 40}`)}\n`).join(''));
    const stop = new AbortController();
    // Ctrl-C as soon as something has gone.
    const progress: ProgressFactory = () => ({ update: () => stop.abort(), stop: () => undefined });
    const stopped = await publish([file('season')], { signal: stop.signal, progress });
    expect([stopped.code, stopped.err]).toEqual([130, expect.stringContaining('run it again to go on')]);
    expect(await onTopic()).toBeLessThan(LINES);
    const again = await publish([file('season')]);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(new Set(receipts('season').map(({ line }) => line)).size).toBe(LINES);
    expect(receipts('season')).toHaveLength(LINES);
    expect(new Set(receipts('season').map(({ position }) => position)).size).toBe(LINES);
    const before = await onTopic();
    const third = await publish([file('season'), '--json']);
    expect([third.code, third.out.split('\n').length, await onTopic()]).toEqual([0, LINES, before]);
  }, 120_000);

  it('leaves with 3 when a message was set aside, and keeps the reason', async () => {
    writeFileSync(file('odd'), `${lineOf('odd-1')}\n${lineOf('odd-2').replace('pilkada-2020', 'pilkada-1955')}\n`);
    expect((await publish([file('odd')])).code).toBe(3);
    expect(receipts('odd').find(({ id }) => id === 'odd-2')).toMatchObject({ outcome: 'set-aside', reason: { code: 'unknown-season' }, line: 2, topic: 'netral.kasn' });
  }, 60_000);

  it('sends nothing of a file with a line that cannot be published, and says which and why without its content', async () => {
    writeFileSync(file('wrong'), `${lineOf('w1')}\nnot JSON\n${lineOf('w2', 'w2', 'urn:netral:bkn')}\n${lineOf('w3').replace('"subject":"w3"', '"subject":""')}\n`);
    const before = await onTopic();
    const { code, err } = await publish([file('wrong')]);
    expect(code).toBe(2);
    for (const said of ['urn:netral:bkn', 'no JSON object', '/subject', '3 lines cannot be published; nothing was sent']) expect(err).toContain(said);
    expect([await onTopic(), existsSync(file('wrong.receipts.ndjson'))]).toEqual([before, false]);
  }, 60_000);

  it('says so when nobody takes the messages, and has their receipts when it is run again after somebody did', async () => {
    await ingestor!.stop();
    writeFileSync(file('quiet'), `${lineOf('q1')}\n${lineOf('q2')}\n`);
    const { code, err } = await publish([file('quiet'), '--wait', '2']);
    expect([code, err]).toEqual([69, expect.stringContaining('2 messages are on the topic and have no receipt')]);
    ingestor!.start();
    await ingestor!.until('taking');
    expect((await publish([file('quiet')])).code).toBe(0);
    // Each stands twice on the topic: the receipt is of whichever was taken first, and names the one place either way.
    expect(receipts('quiet').map(({ id }) => id).toSorted()).toEqual(['q1', 'q2']);
    expect(new Set(receipts('quiet').map(({ position }) => position)).size).toBe(2);
  }, 120_000);

  it('is not needed: the example of the documentation, which holds nothing of Netral, gets a receipt for each message too', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => lineOf(`x${index}`, `X${index % 4}`));
    const child = spawn(process.execPath, [join(__dirname, '../../../docs/how-to/publish.mjs'), 'netral.kasn'], { env: { PATH: process.env['PATH'], BROKERS: broker().address }, stdio: ['pipe', 'pipe', 'pipe'] });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.on('data', (some: Buffer) => out.push(String(some)));
    child.stderr.on('data', (some: Buffer) => err.push(String(some)));
    child.stdin.end(`${lines.join('\n')}\n`);
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, err.join('')]).toEqual([0, '']);
    const told = out.join('').trimEnd().split('\n').map((line) => JSON.parse(line) as { id: string; outcome: string });
    expect(told.map(({ id, outcome }) => `${id} ${outcome}`).toSorted()).toEqual(lines.map((_, index) => `x${index} recorded`).toSorted());
  }, 60_000);

  it('leaves with 69 when there is no broker, and with 78 when none is named', async () => {
    writeFileSync(file('alone'), `${lineOf('a1')}\n`);
    const [port] = await freePorts(1);
    expect((await run(['publish', file('alone'), '--agency', 'kasn'], { environment: { NETRAL_KAFKA_BROKERS: `127.0.0.1:${port}` } })).code).toBe(69);
    expect((await run(['publish', file('alone'), '--agency', 'kasn'])).code).toBe(78);
  }, 60_000);
});
