import { ASKED, browserSuite, focused, headline, mainText, settled, tabTo, useVisitors } from './browser';

browserSuite('a visitor of the page', () => {
  const visitors = useVisitors();

  it('reads the headline of the document at once, with its units', async () => {
    const { page, troubles, close } = await visitors().visit('');
    expect(await headline(page)).toBe('Pada 26 Oktober 2020, 131 rekomendasi di 67 daerah melewati tenggat.');
    expect(await mainText(page)).toContain('104 di 48 kabupaten, 16 di 10 provinsi, 11 di 9 kota');
    expect(page.url()).toContain(ASKED.replace('season=pilkada-2020&', ''));
    expect(troubles).toEqual([]);
    await close();
  });

  it('finds with the keyboard alone which kabupaten waited longest, and from which events that is known', async () => {
    const { page, close } = await visitors().visit(`?${ASKED}`, { investigator: true });
    await tabTo(page, /^kabupaten$/);
    await page.keyboard.press('Enter');
    await settled(page);
    await tabTo(page, /^Kabupaten /);
    const region = await focused(page);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await headline(page)).toBe(region);
    await tabTo(page, /^R-\d+\/KASN/);
    const letter = await focused(page);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await headline(page)).toBe(letter);
    const text = await mainText(page);
    for (const said of ['lewat tenggat', '14 hari kalender sejak tanggal surat', 'Rekomendasi diterbitkan', 'Mengapa?']) expect(text).toContain(said);
    await tabTo(page, /^Mengapa/);
    await page.keyboard.press('Enter');
    expect(await mainText(page)).toContain('Tidak ada peristiwa yang membuat surat lewat tenggat');
    await close();
  });

  it('moves either slider, and goes back and forward', async () => {
    const { page, close } = await visitors().visit(`?${ASKED}`);
    const before = await headline(page);
    await page.getByRole('slider', { name: 'Per tanggal' }).press('PageUp');
    await settled(page);
    expect(page.url()).not.toContain('asOf=2020-10-26');
    const later = await headline(page);
    expect(later).not.toBe(before);
    await page.getByRole('slider', { name: 'Diketahui pada' }).press('Home');
    await page.waitForURL(/knownAt=2020-01-01/);
    await settled(page);
    expect(await headline(page)).toContain('tidak ada rekomendasi');
    await page.goBack();
    await settled(page);
    expect(await headline(page)).toBe(later);
    await page.goBack();
    await settled(page);
    expect(await headline(page)).toBe(before);
    await page.goForward();
    await settled(page);
    expect(await headline(page)).toBe(later);
    await close();
  });

  it('sends a link, and the other sees the same, in another zone and with another week', async () => {
    const first = await visitors().visit(`?${ASKED}`, { timezoneId: 'Asia/Jakarta', locale: 'id-ID' });
    await first.page.getByRole('button', { name: /^26 Nov/ }).click();
    await settled(first.page);
    const other = await visitors().visit(new URL(first.page.url()).search, { timezoneId: 'Pacific/Honolulu', locale: 'en-US' });
    expect(await mainText(other.page)).toBe(await mainText(first.page));
    expect(await headline(other.page)).toContain('26 November 2020');
    await Promise.all([first.close(), other.close()]);
  });

  it('reads the same in English', async () => {
    const { page, close } = await visitors().visit(`?${ASKED}`);
    await page.getByRole('link', { name: 'English' }).click();
    await settled(page);
    expect(await headline(page)).toBe('On 26 October 2020, 131 recommendations in 67 regions were past their deadline.');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await close();
  });

  it.each(['overview', 'funnel', 'breakdown', 'blocks', 'anomalies'])('sees %s without a fault, a request elsewhere or a breach of the policy', async (view) => {
    const { page, troubles, close } = await visitors().visit(`?view=${view}&${ASKED}`, { investigator: true });
    if (view === 'funnel' || view === 'blocks') await page.waitForSelector('[role=img] svg path', { state: 'attached' });
    expect(troubles).toEqual([]);
    expect(await page.locator('a[href*="position="]').count()).toBeGreaterThan(0);
    await close();
  });

  it('keeps the table under a picture as a file', async () => {
    const { page, close } = await visitors().visit(`?${ASKED}`);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Unduh CSV: Lewat tenggat menurut provinsi/ }).click();
    const text = (await (await download).createReadStream()).setEncoding('utf8');
    let csv = '';
    for await (const part of text) csv += String(part);
    expect(csv).toMatch(/^\ufeffProvinsi,Rekomendasi\r\n74 Provinsi Sulawesi Tenggara,\d+\r\n/);
    await close();
  });
});
