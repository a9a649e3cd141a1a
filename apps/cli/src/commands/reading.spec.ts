import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { cliOn } from '../testing/run-cli';
import { jointLines, smallNetral } from '../testing/small-netral';

const folder = temporaryFolder();
const netral = cliOn(folder);
const ASKED = ['--as-of', '2020-10-26'];
const json = async <T>(...argv: string[]): Promise<T> => JSON.parse((await netral([...argv, '--json'])).out) as T;
beforeAll(() => smallNetral(folder));

describe('netral figure', () => {
  it('lists the figures with units and dimensions', async () => {
    const { code, out } = await netral(['figure']);
    expect(code).toBe(0);
    expect(out).toMatch(/^overdue +Lewat tenggat · Overdue +recommendations persons regions +employer/m);
  });
  it('answers as a table with total, remainder and the question as understood', async () => {
    const { code, out } = await netral(['figure', 'overdue', '--by', 'regionType', ...ASKED]);
    expect(code).toBe(0);
    expect(out).toContain('overdue: rekomendasi · recommendations  [sintetis · synthetic]');
    expect(out).toMatch(/^kabupaten +Kabupaten · Regency +2$/m);
    expect(out).toMatch(/^ +jumlah · total +2$/m);
    expect(out).toMatch(/^ +sisanya · remainder +0$/m);
    expect(out).toMatch(/^pada · as of +2020-10-26$/m);
    expect(out).toMatch(/^aturan · rule +in-force \(ppk-14-calendar@1\)$/m);
    expect(out).toMatch(/^self +\/v1\/figures\/overdue\?unit=recommendations&/m);
  });
  it('shows a percentage with both of its numbers', async () =>
    expect((await netral(['figure', 'follow-up-rate', ...ASKED])).out).toMatch(/^jumlah · total +33\.3 +1 +3$/m));
  it('shows a series by its days', async () =>
    expect((await netral(['figure', 'settled', '--series', 'month', '--from', '2020-09-01', ...ASKED])).out).toMatch(/^2020-09-30 .* 0\n2020-10-26 .* 1$/m));
  it('asks its own self again with the same answer', async () => {
    const first = await json<{ self: string }>('figure', 'overdue', ...ASKED);
    const again = [...new URL(first.self, 'http://localhost').searchParams].flatMap(([name, value]) => [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value]);
    expect(await json('figure', 'overdue', ...again)).toEqual({ ...first, knownAt: expect.any(String) as string });
  });
  it('refuses what the figure does not take, by the name of the option', async () => {
    const { code, err } = await netral(['figure', 'overdue', '--by', 'sanction', '--region-type', 'desa']);
    expect(code).toBe(2);
    expect(err).toContain('--by: ditemukan · found sanction; seharusnya · expected one of employer');
    expect(err).toContain('--region-type: ditemukan · found desa');
  });
  it('refuses a day that does not exist', async () => expect((await netral(['figure', 'overdue', '--as-of', '2020-02-30'])).code).toBe(2));
});

describe('netral overdue', () => {
  it('gives each employer with its letters, its oldest and since when', async () => {
    const { out } = await netral(['overdue', ...ASKED]);
    expect(out).toMatch(/^74\.07 +Kabupaten Wakatobi +2 +2 +22 +2020-10-04$/m);
    expect(out).toContain('2 letters in 1 region: 2 in 1 kabupaten');
  });
  it('goes down to the letters of one employer', async () => {
    const { out } = await netral(['overdue', '--employer', '74.07', ...ASKED]);
    expect(out).toMatch(/^L1 +R-L1\/KASN\/9\/2020 +2020-09-20 +2020-10-04 +22 +1 +–/m);
    expect(out).not.toMatch(/^L2 /m);
  });
  it('is empty before the due day has passed', async () =>
    expect((await json<{ employers: unknown[]; total: number }>('overdue', '--as-of', '2020-10-04'))).toMatchObject({ employers: [], total: 0 }));
  it('adds up to the figure', async () => {
    const { employers } = await json<{ employers: readonly { letters: number; persons: number }[] }>('overdue', ...ASKED);
    const { total } = await json<{ total: number }>('figure', 'overdue', '--unit', 'persons', ...ASKED);
    expect(employers.reduce((sum, { persons }) => sum + persons, 0)).toBe(total);
  });
});

describe('netral why', () => {
  it('gives state, due day with its rule, and every event with what it changed', async () => {
    const { code, out } = await netral(['why', 'L2', ...ASKED]);
    expect(code).toBe(0);
    expect(out).toMatch(/^R-L2\/KASN\/9\/2020 \(L2\) · 74\.07 Kabupaten Wakatobi/);
    expect(out).toContain('keadaan · state: selesai · closed');
    expect(out).toContain('tenggat · due: 2020-10-04 · aturan · rule ppk-14-calendar@1');
    expect(out).toMatch(/^2020-09-20 {2}.*Recommendation issued[^]*^2020-10-01 {2}.*Sanction imposed/m);
    expect(out).toMatch(/^ +state: open → closed$/m);
  });
  it('marks what was not known then', async () => {
    const { items } = await json<{ items: readonly { position: string; type: string }[] }>('events', '--stream', 'recommendation-L2');
    const { out } = await netral(['why', 'L2', ...ASKED, '--position', items[0]!.position]);
    expect(out).toContain('keadaan · state: lewat tenggat · overdue');
    expect(out).toMatch(/Sanction imposed.*NOT KNOWN then$/m);
    const { notYetKnown } = await json<{ notYetKnown: readonly { type: string }[] }>('why', 'L2', '--position', items[0]!.position);
    expect(notYetKnown.map(({ type }) => type)).toEqual(['SanctionImposed']);
  });
  it('knows a letter that is not in effect yet', async () => expect((await netral(['why', 'L1', '--as-of', '2020-09-01'])).out).toContain('not in effect on 2020-09-01'));
  it('says that there is no such letter', async () => {
    const { code, err } = await netral(['why', 'L9']);
    expect([code, err]).toEqual([1, expect.stringContaining('tidak ada · not there') as string]);
  });
  it('records that a person was read, as the API does', async () => {
    await netral(['why', 'L1']);
    const [month = ''] = readdirSync(join(folder, 'access-log'));
    expect(readFileSync(join(folder, 'access-log', month), 'utf8')).toContain('"keyId":"cli"');
  });
});

describe('netral events', () => {
  it('shows the log, oldest first, by pages', async () => {
    const { out } = await netral(['events', '--limit', '2']);
    expect(out).toMatch(/^00000000000000000001 .* SeasonOpened +rules@0 +operator/m);
    expect(out).toContain('--after 00000000000000000002');
    expect((await netral(['events', '--after', '00000000000000000002', '--limit', '1'])).out).toMatch(/^00000000000000000003 /m);
  });
  it('picks one type', async () =>
    expect((await json<{ items: unknown[] }>('events', '--type', 'RecommendationIssued')).items).toHaveLength(3));
  it('refuses a type that is none', async () => expect((await netral(['events', '--type', 'Rumour'])).err).toContain('--type: ditemukan · found Rumour'));
});

describe('netral season list', () => {
  it('gives the seasons recorded', async () => expect((await netral(['season', 'list'])).out).toMatch(/^pilkada-2020 .* 2019 +sintetis · synthetic$/m));
});

it('reads of a small Netral leave its log as it was', async () =>
  expect((await json<{ items: unknown[] }>('events', '--limit', '1000')).items).toHaveLength(jointLines.length + 4));
