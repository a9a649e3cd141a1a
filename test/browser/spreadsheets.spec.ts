import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { browserSuite, focused, mainText, settled, tabTo, useVisitors, widthBeyond, type Visit } from './browser';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const findings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  return page.evaluate<readonly string[]>(`axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, failureSummary }) => id + ': ' + html.slice(0, 160) + ' ' + failureSummary)))`);
};
const fieldLabel = (page: Page): Promise<string> => page.evaluate<string>(`(document.activeElement?.labels?.[0]?.textContent ?? '').trim()`);
/** Presses Tab until the field with this label holds the focus. @throws Error when it is not reached */
const tabToField = async (page: Page, label: RegExp): Promise<void> => {
  const TABS_MAX = 80;
  for (let count = 0; count < TABS_MAX; count += 1) {
    await page.keyboard.press('Tab');
    if (label.test(await fieldLabel(page))) return;
  }
  throw new Error(`not reached with the keyboard: ${label.source}`);
};
const csv = (...rows: readonly string[]): Buffer => Buffer.from(['#netral SanctionImposed v1;season;recommendationId;employer;imposedOn;decreeNumber;decreeDate;sanction;persons.1.nip', ...rows].join('\r\n'));
const good = (id: string, imposedOn = '26/10/2020', nip = ''): string => `;pilkada-2020;${id};74.07;${imposedOn};800/1;25/10/2020;moral-open;${nip}`;

browserSuite('the desk where offices hand over', () => {
  const visitors = useVisitors();
  const visit = (options: Parameters<ReturnType<typeof visitors>['visit']>[1] = {}, lang = 'id'): Promise<Visit> => visitors().visit(`?view=handover&lang=${lang}`, options);
  const openDesk = async (page: Page, key = 'ppk'): Promise<void> => {
    await page.locator('input[type=password]').fill(visitors().netral.keys[key]!);
    await page.locator('input[type=password]').press('Enter');
    await page.locator('main select').waitFor();
  };
  const choose = async (page: Page, name: string, body: Buffer): Promise<void> => {
    await page.locator('main select').selectOption('SanctionImposed');
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: body });
    await page.getByRole('button', { name: /^(Periksa|Check)$/ }).click();
    await page.locator('main table').waitFor();
  };
  const standing = async (): Promise<number> => ((await visitors().netral.get('/v1/events?type=SanctionImposed&stream=recommendation-HAL-1', { key: 'investigator' })).body as { items: object[] }).items.length;

  it('takes a file from verdict to receipt, and records only what was chosen', async () => {
    const { page, troubles, close } = await visit({ acceptDownloads: true });
    await openDesk(page);
    await choose(page, 'sanksi.csv', csv(good('HAL-1'), good('HAL-2', '10/26/2020'), good('HAL-3', undefined, '1,98E+17'), good('HAL-4')));
    const verdict = await mainText(page);
    for (const said of ['2 baris dapat dicatat, 2 ditolak', 'E Tanggal sanksi', 'Hari ditulis dahulu, lalu bulan', 'Format kolom ini sebagai Teks', 'ditemukan “10/26/2020”'.replaceAll(/[“”]/g, '')]) expect(verdict.replaceAll(/["“”]/g, '')).toContain(said);
    expect(await standing()).toBe(0);
    await page.getByRole('checkbox', { name: 'Catat baris 5' }).uncheck();
    await page.getByRole('button', { name: 'Catat 1 baris' }).click();
    await page.getByRole('heading', { name: 'Tanda terima' }).waitFor();
    expect(await mainText(page)).toMatch(/1 baris dicatat, 2 ditolak[\s\S]*dicatat\s+\d{20}[\s\S]*tidak dipilih/);
    await visitors().netral.projector.caughtUp();
    expect(await standing()).toBe(1);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh hasil (CSV)' }).click();
    expect((await download).suggestedFilename()).toBe('netral-hasil-SanctionImposed.csv');
    expect(troubles).toEqual([]);
    await close();
  });

  it('hands over one event by the form, with the keyboard alone', async () => {
    const { page, troubles, close } = await visit();
    await tabToField(page, /^Kunci lembaga/);
    await page.keyboard.type(visitors().netral.keys['ppk']!);
    await page.keyboard.press('Enter');
    await page.locator('main select').waitFor();
    await tabToField(page, /^Jenis peristiwa/);
    expect(await page.locator('main select').inputValue()).toBe('FollowUpStarted');
    await tabToField(page, /^\s*Lembar kerja/);
    await page.keyboard.press('ArrowDown');
    await page.getByLabel('Nomor rekomendasi (kode)').waitFor();
    for (const [field, text] of [[/^Nomor rekomendasi/, 'HAL-9'], [/^Instansi/, '74.07'], [/^Tanggal mulai/, '31/11/2020']] as const) {
      await tabToField(page, field);
      await page.keyboard.type(text);
    }
    await tabTo(page, /^Periksa$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor();
    expect(await focused(page)).toBe('Hasil pemeriksaan');
    expect(await page.getByLabel('Tanggal mulai').getAttribute('aria-invalid')).toBe('true');
    while (!/^Tanggal mulai/.test(await fieldLabel(page))) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30 November 2020');
    await page.keyboard.press('Enter');
    await page.getByText('1 baris dapat dicatat').waitFor();
    await tabTo(page, /^Catat 1 baris$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tanda terima' }).waitFor();
    expect(await mainText(page)).toContain('1 baris dicatat');
    expect(troubles).toEqual([]);
    await close();
  });

  it('says what is wrong with a key and with a file', async () => {
    const { page, close } = await visit();
    await page.locator('input[type=password]').fill('netral-wrong');
    await page.getByRole('button', { name: 'Buka' }).click();
    await page.getByText('Kunci ini tidak dikenal').waitFor();
    await openDesk(page);
    await page.locator('input[type=file]').setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from('x') });
    expect(await mainText(page)).toContain('Pilih berkas .xlsx atau .csv.');
    await page.locator('main select').selectOption('SanctionImposed');
    await page.locator('input[type=file]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('season;Catatan\nx;y') });
    await page.getByRole('button', { name: /^Periksa$/ }).click();
    await page.getByText('Tidak dapat diperiksa').waitFor();
    expect(await mainText(page)).toContain('Catatan');
    await close();
  });

  it('gives axe-core nothing to find and fits every width, in both languages, light and dark', async () => {
    for (const [lang, colorScheme, width] of [['id', 'light', 360], ['en', 'light', 1440], ['id', 'dark', 1280], ['en', 'dark', 360]] as const) {
      const { page, close } = await visit({ colorScheme, viewport: { width, height: 800 } }, lang);
      const clean = async (state: string): Promise<void> => {
        await settled(page);
        expect([state, lang, colorScheme, await findings(page)]).toEqual([state, lang, colorScheme, []]);
        expect([state, width, await widthBeyond(page)]).toEqual([state, width, 0]);
      };
      await clean('key');
      await openDesk(page);
      await clean('template');
      await choose(page, 'x.csv', csv(good('A-1'), good('A-2', '10/26/2020')));
      await clean('verdict');
      await page.getByRole('radio').nth(1).check();
      await page.getByRole('button', { name: /^(Periksa|Check)$/ }).click();
      await page.locator('main table').waitFor();
      await clean('form');
      await close();
    }
  }, 180_000);
});
