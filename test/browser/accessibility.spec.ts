import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { ASKED, browserSuite, settled, useVisitors, widthBeyond } from './browser';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Found { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }

/** What axe-core finds; run beside the page, which itself lets no foreign script in. */
const findings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  const found = await page.evaluate<readonly Found[]>(`axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } }).then(({ violations }) => violations)`);
  return found.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`));
};

browserSuite('axe-core', () => {
  const visitors = useVisitors();
  const views = ['overview', 'funnel', 'breakdown', 'blocks', 'anomalies&kind=restated', 'region&region=74.07', 'letter', 'letter (public)', 'wrong link'];

  it.each(views)('finds nothing on %s, in both languages, light and dark, wide and narrow', async (view) => {
    const id = (await visitors().netral.get('/v1/recommendations?state=overdue&limit=1&asOf=2020-10-26')).body.items[0].recommendationId as string;
    const place = view === 'wrong link' ? 'asOf=2020-02-30' : `view=${view.startsWith('letter') ? `letter&letter=${id}` : view}&${ASKED}`;
    for (const [lang, colorScheme, width] of [['id', 'light', 360], ['en', 'light', 1280], ['id', 'dark', 1280], ['en', 'dark', 360]] as const) {
      const { page, close } = await visitors().visit(`?${place}&lang=${lang}`, { colorScheme, viewport: { width, height: 800 }, investigator: view !== 'letter (public)' });
      await page.evaluate(`document.querySelectorAll('main details').forEach((each) => each.setAttribute('open', ''))`);
      await settled(page);
      expect([view, lang, colorScheme, await findings(page)]).toEqual([view, lang, colorScheme, []]);
      expect([view, await widthBeyond(page)]).toEqual([view, 0]);
      await close();
    }
  }, 90_000);
});
