import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { letter, message, nameOf, nipOf } from '@netral/application/ingest/testing/messages';
import { openEventStore } from '@netral/event-store/event-store.module';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { cliOn } from '../testing/run-cli';
import { jointLines, letterLines, ndjson } from '../testing/small-netral';

const folder = temporaryFolder();
let count = 0;
const newFolder = (): string => join(folder, `data-${(count += 1)}`);
const issued = (id: string): string => String(message('RecommendationIssued', `m-${id}`, letter(id)).content);
const receipts = (out: string) => out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { line: number; outcome: string; reason: { code: string } | null });

describe('netral import', () => {
  it('records each line as its own agency says it, and a second time finds duplicates only', async () => {
    const netral = cliOn(newFolder());
    const file = ndjson(folder, 'whole.ndjson', [...jointLines, ...letterLines]);
    const [first, second] = [await netral(['import', file, '--json']), await netral(['import', file, '--json'])];
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(receipts(first.out).map(({ line, outcome }) => [line, outcome])).toEqual([...jointLines, ...letterLines].map((_, index) => [index + 1, 'recorded']));
    expect(new Set(receipts(second.out).map(({ outcome }) => outcome))).toEqual(new Set(['duplicate']));
    const { items } = JSON.parse((await netral(['events', '--type', 'SanctionImposed', '--json'])).out) as { items: readonly { agency: string }[] };
    expect(items.map(({ agency }) => agency)).toEqual(['ppk']);
  });

  it('folds what it recorded before it leaves', async () => {
    const netral = cliOn(newFolder());
    await netral(['import', ndjson(folder, 'fold.ndjson', [...jointLines, ...letterLines])]);
    const { out } = await netral(['figure', 'recommended', '--unit', 'recommendations', '--as-of', '2020-10-26', '--json']);
    expect(JSON.parse(out)).toMatchObject({ total: 3, synthetic: true });
  });

  it('sets aside what cannot be read or is cut, says the line, and records the rest', async () => {
    const netral = cliOn(newFolder());
    const file = ndjson(folder, 'broken.ndjson', [...jointLines, '{"specversion":', issued('B1'), '', issued('B2').slice(0, 200)], '');
    const { code, out } = await netral(['import', file]);
    expect(code).toBe(3);
    const [bad, cut] = [jointLines.length + 1, jointLines.length + 4];
    expect(out).toMatch(new RegExp(`tercatat · recorded +${jointLines.length + 1}\\n`));
    expect(out).toMatch(/disisihkan · set aside +2\n/);
    expect(out).toMatch(new RegExp(`^ +${bad} +invalid-json`, 'm'));
    expect(out).toMatch(new RegExp(`^ +${cut} +invalid-json`, 'm'));
  });

  it('sets a cut line aside for the agency that its beginning names', async () => {
    const netral = cliOn(newFolder());
    await netral(['import', ndjson(folder, 'cut.ndjson', [...jointLines, issued('C1').slice(0, 200), 'nonsense'])]);
    const { out } = await netral(['dead-letters', 'list', '--json']);
    expect((JSON.parse(out) as { items: readonly { agency: string }[] }).items.map(({ agency }) => agency)).toEqual(['kasn', 'operator']);
  });

  it('lists at most fifty lines set aside and counts the rest; --json has all', async () => {
    const netral = cliOn(newFolder());
    const file = ndjson(folder, 'many.ndjson', Array.from({ length: 60 }, (_, index) => `broken ${index}`));
    expect(receipts((await netral(['import', file, '--json'])).out)).toHaveLength(60);
    const { out } = await netral(['import', file]);
    expect(out.match(/^ +\d+ {2}invalid-json/gm)).toHaveLength(50);
    expect(out).toContain('… dan 10 lagi; semuanya dengan --json');
  });

  it('hands every line over as the agency named by --as', async () => {
    const netral = cliOn(newFolder());
    await netral(['import', ndjson(folder, 'joint.ndjson', jointLines)]);
    const { code, out } = await netral(['import', ndjson(folder, 'as.ndjson', [issued('D1')]), '--as', 'bawaslu', '--json']);
    expect(code).toBe(3);
    expect(receipts(out)[0]?.reason?.code).toBe('sender-not-source');
  });

  it('reads standard input, in whatever pieces it comes', async () => {
    const netral = cliOn(newFolder());
    const text = `${jointLines.join('\n')}\n`;
    const { code, out } = await netral(['import', '-', '--json'], { input: [text.slice(0, 777), text.slice(777)] });
    expect([code, receipts(out).length]).toEqual([0, jointLines.length]);
  });

  it.each([['empty.ndjson', ''], ['blank.ndjson', '\n  \n\n']])('refuses a file without a message: %s', async (name, text) => {
    writeFileSync(join(folder, name), text);
    const { code, err } = await cliOn(newFolder())(['import', join(folder, name)]);
    expect(code).toBe(2);
    expect(err).toContain('empty, there is no message in it');
  });

  it('refuses a file that is not there, and a folder', async () => {
    const netral = cliOn(newFolder());
    expect((await netral(['import', join(folder, 'nowhere')])).err).toContain('there is no such file');
    expect((await netral(['import', folder])).err).toContain('a folder, not a file');
  });

  it('says that another process writes the log, and records nothing', async () => {
    const data = newFolder();
    const netral = cliOn(data);
    await netral(['import', ndjson(folder, 'lock.ndjson', jointLines)]);
    const holder = openEventStore({ kind: 'sqlite', file: join(data, 'log.db') });
    const { code, err } = await netral(['import', ndjson(folder, 'late.ndjson', [issued('E1')])]);
    await holder.close();
    expect(code).toBe(75);
    expect(err).toContain('another process is writing the log');
    expect(JSON.parse((await netral(['figure', 'recommended', '--json'])).out)).toMatchObject({ total: 0 });
  });

  it('stops cleanly when told to, and goes on when run again', async () => {
    const netral = cliOn(newFolder());
    const file = ndjson(folder, 'stop.ndjson', [...jointLines, ...letterLines]);
    const stop = new AbortController();
    const batches = { NETRAL_INGEST_BATCH_MAX: '5' };
    const progress = () => ({ update: () => stop.abort(), stop: () => undefined });
    const { code, err } = await netral(['import', file], { environment: batches, signal: stop.signal, progress });
    expect(code).toBe(130);
    expect(err).toContain('stopped after 5 messages were acknowledged');
    const { out } = await netral(['import', file, '--json'], { environment: batches });
    expect(receipts(out).filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(5);
    expect(receipts(out).filter(({ outcome }) => outcome === 'recorded')).toHaveLength(jointLines.length + letterLines.length - 5);
  });

  it('prints no NIP and no name, whatever is wrong with a message', async () => {
    const netral = cliOn(newFolder());
    const wrong = [issued('F1').replace(nipOf(1), `${nipOf(1)}0`), issued('F2').replace('"persons"', '"orang"'), issued('F3').slice(0, -20)];
    const { out, err } = await netral(['import', ndjson(folder, 'personal.ndjson', [...jointLines, ...wrong])]);
    const said = out + err + (await netral(['dead-letters', 'list', '--json'])).out + (await netral(['events', '--json', '--limit', '1000'])).out;
    expect(said).not.toContain(nipOf(1));
    expect(said).not.toContain(nameOf(1));
    expect(readFileSync(join(folder, 'personal.ndjson'), 'utf8')).toContain(nipOf(1));
  });
});
