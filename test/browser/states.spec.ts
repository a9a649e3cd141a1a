import { BrowserSessions } from '@netral/http/access/browser-sessions';
import { say, letter } from '../e2e/answers.history';
import { ASKED, browserSuite, headline, mainText, settled, useVisitors } from './browser';

const MANY_EMPLOYERS = 6000;

browserSuite('what a page shows when things are not as they should be', () => {
  const visitors = useVisitors();

  it.each([
    ['asOf=2020-02-30&season=pilkada-2020', ['asOf', '2020-02-30', 'hari yang ada']],
    ['asOf=26-10-2020&lang=en', ['asOf', '26-10-2020', 'a day that exists']],
    ['knownAt=yesterday', ['knownAt', 'yesterday']],
    ['season=pilpres-1955', ['season', 'pilpres-1955', 'pilkada-2020']],
    ['view=secrets', ['view', 'secrets']],
    ['asOf=2020-10-26&asOf=2020-10-27', ['asOf', 'satu kali']],
  ])('names what is wrong in a link, and shows no number: %s', async (search, said) => {
    const { page, troubles, close } = await visitors().visit(`?${search}`);
    const text = await mainText(page);
    for (const each of said) expect(text).toContain(each);
    expect(text).not.toMatch(/rekomendasi|recommendations/);
    expect(troubles).toEqual([]);
    await close();
  });

  it('says so when there is no such region, and when a region has no letters', async () => {
    const none = await visitors().visit(`?view=region&region=99.99&${ASKED}`);
    expect(await mainText(none.page)).toContain('Tidak ditemukan');
    await none.close();
    const empty = await visitors().visit('?view=region&region=31.71&season=pilkada-2020&asOf=2020-01-02&knownAt=2020-01-02');
    expect(await mainText(empty.page)).toContain('tidak punya surat rekomendasi');
    await empty.close();
  });

  it('tells the public that a key is needed for persons, and shows them to the investigator', async () => {
    const netral = visitors().netral;
    const id = (await netral.get('/v1/recommendations?state=overdue&limit=1&asOf=2020-10-26')).body.items[0].recommendationId as string;
    const search = `?view=letter&letter=${id}&${ASKED}`;
    const open = await visitors().visit(search);
    expect(await mainText(open.page)).toContain('Untuk melihat ini diperlukan kunci');
    await open.close();
    const signed = await visitors().visit(search, { investigator: true });
    expect(await mainText(signed.page)).toContain('Peristiwa di kedua sumbu');
    expect(await signed.page.locator('header').first().innerText()).toContain('Penyelidik');
    await signed.close();
    const pasting = await visitors().visit(search);
    await pasting.page.getByLabel('Alamat atau token sekali pakai').fill(`${netral.address}/masuk?token=${netral.app.get(BrowserSessions).issueToken()}`);
    await pasting.page.keyboard.press('Enter');
    await pasting.page.waitForURL(`${netral.address}/${search}*`);
    await pasting.page.getByRole('heading', { name: 'Peristiwa di kedua sumbu' }).waitFor();
    expect(await pasting.page.locator('header').first().innerText()).toContain('Penyelidik');
    await pasting.close();
    const cases = await visitors().visit(`?view=anomalies&kind=restated&${ASKED}`);
    await cases.page.waitForSelector('.notice');
    expect(await mainText(cases.page)).toContain('Untuk melihat ini diperlukan kunci');
    await cases.close();
  });

  it('says that it is not connected, keeps what it knows, and comes back by itself', async () => {
    const { netral, visit } = visitors();
    const { page, close } = await visit(`?${ASKED}`);
    const before = await headline(page);
    const server = netral.app.getHttpServer();
    const { port } = server.address() as { port: number };
    await page.waitForSelector('.status:not(.lost)');
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await page.waitForSelector('.status.lost');
    expect(await headline(page)).toBe(before);
    await page.getByRole('button', { name: /^30 Sep/ }).click();
    await page.waitForSelector('main .notice');
    expect(await mainText(page)).toContain('Tidak terhubung');
    expect(await mainText(page)).not.toContain('26 Oktober');
    await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', () => resolve()));
    await page.waitForSelector('main .headline');
    await settled(page);
    expect(await headline(page)).toContain('30 September 2020');
    await page.waitForSelector('.status:not(.lost)');
    await close();
  });

  it('stays usable with an answer of two megabytes, and clear with one that is none', async () => {
    const { page, close } = await visitors().visit(`?${ASKED}`);
    const answer = (await visitors().netral.get('/v1/employers?asOf=2020-10-26&employerKind=region')).body as { items: { employer: object }[] };
    const items = Array.from({ length: MANY_EMPLOYERS }, (_, index) => ({ ...answer.items[0], employer: { ...answer.items[0]!.employer, code: `00.${index}` } }));
    await page.route('**/v1/employers?*', (route) => route.fulfill({ json: { ...answer, items, total: items.length } }));
    await page.route('**/v1/changes?*', (route) => route.fulfill({ status: 500, body: '<html>oops</html>' }));
    await page.reload();
    await settled(page);
    expect(JSON.stringify(items).length).toBeGreaterThan(2_000_000);
    expect(await page.getByRole('list', { name: 'Paling lama menunggu' }).getByRole('listitem').count()).toBe(12);
    expect(await mainText(page)).toContain('Pertanyaan ini tidak terjawab');
    await close();
  });

  it('shows a new event quietly when "now" is asked, in every tab, and not when a day is asked', async () => {
    const { netral, visit } = visitors();
    const now = await visit('?season=pilkada-2020&asOf=2020-10-26&knownAt=now');
    const tab = await now.page.context().newPage();
    await tab.goto(now.page.url());
    await settled(tab);
    const then = await visit(`?${ASKED}`);
    const [before, fixed] = [await headline(now.page), await headline(then.page)];
    await now.page.waitForSelector('.status:not(.lost)');
    expect(await now.page.locator('.question').innerText()).toContain('Bergerak');
    await netral.give(say('2021-01-31T02:00:00.000Z', 'kasn', 'RecommendationIssued', 'k-live-page', letter('R-live-page', '2020-09-01', '74.07', [991])));
    const [, count] = /(\d+) rekomendasi/.exec(before)!;
    for (const page of [now.page, tab]) await page.locator('h1', { hasText: `${Number(count) + 1} rekomendasi` }).waitFor();
    await settled(now.page);
    expect(await headline(now.page)).toContain(`${Number(count) + 1} rekomendasi`);
    expect(await headline(then.page)).toBe(fixed);
    await Promise.all([now.close(), then.close()]);
  });
});
