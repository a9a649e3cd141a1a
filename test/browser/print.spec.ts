import { ASKED, browserSuite, mainText, useVisitors, widthBeyond } from './browser';

/** A sheet of A4 at 96 pixels an inch, without its margins. */
const A4 = { width: 718, height: 1047 };

browserSuite('what is printed', () => {
  const visitors = useVisitors();

  it.each([
    ['the overview', `?${ASKED}`],
    ['the funnel', `?view=funnel&${ASKED}`],
    ['the breakdowns', `?view=breakdown&${ASKED}`],
    ['the blocks', `?view=blocks&${ASKED}`],
    ['a region', `?view=region&region=74.07&${ASKED}`],
  ])('of %s is the answer with its table and its question, without what can only be clicked', async (_name, search) => {
    const { page, close } = await visitors().visit(search, { viewport: A4, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.tools, nav, .under p, .skip').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('input').filter({ visible: true }).count()).toBe(0);
    const tables = page.locator('main table');
    expect(await tables.count()).toBeGreaterThan(0);
    expect(await tables.filter({ visible: true }).count()).toBe(await tables.count());
    expect(await page.locator('body').innerText()).toMatch(/26 Okt/);
    expect(await widthBeyond(page)).toBe(0);
    // Ink on paper, whatever the screen was set to.
    const [ink, paper] = await page.evaluate<[string, string]>('[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]');
    expect(brightness(ink)).toBeLessThan(80);
    expect(paper === 'rgba(0, 0, 0, 0)' || brightness(paper) > 240).toBe(true);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await close();
  });

  it('is also the whole list when the screen shows its beginning', async () => {
    const { page, close } = await visitors().visit(`?${ASKED}`, { viewport: A4 });
    await page.emulateMedia({ media: 'print' });
    const rows = (await visitors().netral.get('/v1/employers?asOf=2020-10-26&knownAt=2020-11-02&employerKind=region&limit=1000')).body.total as number;
    expect(rows).toBeGreaterThan(12);
    expect(await page.getByRole('table', { name: 'Paling lama menunggu' }).getByRole('row').count()).toBe(rows + 1);
    expect(await mainText(page)).toContain('131');
    await close();
  });
});

const brightness = (color: string): number => Math.max(...color.match(/\d+/g)!.slice(0, 3).map(Number));
