import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { row } from '../row';
import { BenchServer, started } from '../server';
import type { Session } from '../session';
import { quantiles } from '../statistics';

const VISITS = 15;
const places = [process.env['NETRAL_TEST_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** From the address to the first picture and to the headline with its numbers, in a real browser, each time with an empty cache. */
export const pagePart = async ({ root, code, dataDir, rows, say }: Session): Promise<void> => {
  const executablePath = places.find((path) => path !== '' && existsSync(path));
  if (executablePath === undefined) throw new Error('no Chromium on this machine');
  say('looking at the page');
  if (spawnSync(process.execPath, [join(root, 'infra/build/ensure-built.mjs')], { stdio: ['ignore', 2, 2] }).status !== 0) throw new Error('the page could not be built');
  const server = await BenchServer.start(started(root), code, dataDir);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'] });
  try {
    const taken: Visit[] = [];
    for (let visit = 0; visit <= VISITS; visit += 1) taken.push(await look(browser, `http://127.0.0.1:${server.port}/?season=pilkada-2020&asOf=2020-10-26&knownAt=2020-11-02`));
    // The first warms the browser itself.
    const [paint, headline] = [quantiles(taken.slice(1).map((each) => each.paint)), quantiles(taken.slice(1).map((each) => each.headline))];
    rows.push(
      row('page', 'first-paint', 'first picture in a browser: p95', paint.p95, 'ms', `p50 ${paint.p50.toFixed(0)}; empty cache, ${VISITS} visits`),
      row('page', 'first-headline', 'headline with its numbers in a browser: p95', headline.p95, 'ms', `p50 ${headline.p50.toFixed(0)}; empty cache, ${VISITS} visits`),
    );
  } finally {
    await browser.close();
    await server.stop();
  }
};

/** Milliseconds since the navigation began. */
interface Visit {
  readonly paint: number;
  readonly headline: number;
}

const look = async (browser: Browser, address: string): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('main h1 em').nth(1).waitFor();
  const visit = await page.evaluate<Visit>(`({ headline: performance.now(), paint: performance.getEntriesByName('first-contentful-paint')[0].startTime })`);
  await context.close();
  return visit;
};
