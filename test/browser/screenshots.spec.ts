import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ASKED, browserSuite, useVisitors, widthBeyond } from './browser';

const folder = join(__dirname, '../../docs/screenshots');
const BLOCKS = 'season=pilkada-2020&asOf=2020-11-26&knownAt=2020-12-04';

browserSuite('the pictures in docs/screenshots (written with NETRAL_TEST_WRITE=1)', () => {
  const visitors = useVisitors();

  it.each([
    ['overview-1440-light', `?${ASKED}`, 1440, 1240, 'light'],
    ['overview-360-light', `?${ASKED}`, 360, 1500, 'light'],
    ['overview-1440-dark', `?${ASKED}`, 1440, 1240, 'dark'],
    ['funnel-1440-light', `?view=funnel&${ASKED}`, 1440, 1500, 'light'],
    ['breakdown-1440-light', `?view=breakdown&${ASKED}`, 1440, 1300, 'light'],
    ['blocks-1440-dark', `?view=blocks&${BLOCKS}&lang=en`, 1440, 1250, 'dark'],
    ['anomalies-1440-light', `?view=anomalies&kind=restated&${ASKED}`, 1440, 1300, 'light'],
    ['anomalies-360-dark', `?view=anomalies&${ASKED}&lang=en`, 360, 1500, 'dark'],
    ['region-1440-light', '?view=region', 1440, 1300, 'light'],
    ['region-360-dark', '?view=region', 360, 1700, 'dark'],
    ['breakdown-360-dark', `?view=breakdown&${ASKED}`, 360, 1700, 'dark'],
    ['funnel-360-light', `?view=funnel&${ASKED}`, 360, 1700, 'light'],
    ['blocks-360-light', `?view=blocks&${BLOCKS}`, 360, 1700, 'light'],
    ['letter-1440-light', '?view=letter', 1440, 1650, 'light'],
    ['letter-360-dark', '?view=letter', 360, 1500, 'dark'],
  ] as const)('%s fits its width', async (name, search, width, height, colorScheme) => {
    const first = (await visitors().netral.get('/v1/recommendations?state=overdue&limit=1&asOf=2020-10-26&employerKind=region')).body.items[0] as { recommendationId: string; employer: { code: string } };
    const place = search === '?view=letter' ? `${search}&letter=${first.recommendationId}&${ASKED}` : search === '?view=region' ? `${search}&region=${first.employer.code}&${ASKED}` : search;
    const { page, close } = await visitors().visit(place, { colorScheme, viewport: { width, height }, investigator: true, locale: 'id-ID' });
    if (name.startsWith('funnel') || name.startsWith('blocks')) await page.waitForSelector('[role=img] svg path', { state: 'attached' });
    expect(await widthBeyond(page)).toBe(0);
    if (process.env['NETRAL_TEST_WRITE'] === '1') {
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    }
    await close();
  });
});
