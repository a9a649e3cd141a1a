import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { BrowserSessions } from '@netral/http/access/browser-sessions';
import { openSeason } from '../acceptance/season-netral';
import type { TestNetral } from '../support/netral';

const places = [process.env['NETRAL_TEST_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const found = places.find((path) => path !== '' && existsSync(path));
const inCi = process.env['CI'] === 'true';

/** A suite in a real browser. Without one it is named as skipped; where CI runs its absence is a failure. */
export const browserSuite = (name: string, suite: () => void): void =>
  found === undefined && !inCi ? describe.skip(`${name} (skipped: no Chromium found; apt-get install chromium)`, suite) : describe(name, suite);

/** The days of the headline: what was overdue on 26 October as known on 2 November. */
export const ASKED = 'season=pilkada-2020&asOf=2020-10-26&knownAt=2020-11-02';
const SEED = 2020;
const START_MS_MAX = 120_000;

export interface Visit {
  readonly page: Page;
  /** What must not be: errors in the console, violations of the policy, requests to another host. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}
export interface Visitors {
  readonly netral: TestNetral;
  readonly browser: Browser;
  visit(search: string, options?: BrowserContextOptions & { readonly investigator?: boolean }): Promise<Visit>;
}

/** A Netral with the season, its page built, and a browser; opened before a suite's tests and closed after them. */
export const useVisitors = (): (() => Visitors) => {
  let visitors: Visitors | undefined;
  beforeAll(async () => {
    const built = spawnSync(process.execPath, [join(__dirname, '../../infra/build/ensure-built.mjs'), 'page'], { stdio: ['ignore', 'inherit', 'inherit'] });
    if (built.status !== 0) throw new Error('the page could not be built');
    const netral = await openSeason(SEED);
    const browser = await chromium.launch({
      executablePath: found ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    });
    visitors = { netral, browser, visit: (search, options) => visit(netral, browser, search, options) };
  }, START_MS_MAX);
  afterAll(async () => {
    await visitors?.browser.close();
    await visitors?.netral.close();
  });
  return () => visitors!;
};

const visit = async (
  netral: TestNetral, browser: Browser, search: string, { investigator = false, ...options }: BrowserContextOptions & { readonly investigator?: boolean } = {},
): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('request', (request) => !request.url().startsWith(netral.address) && !/^(blob|data):/.test(request.url()) && troubles.push(`elsewhere: ${request.url()}`));
  if (investigator) await page.goto(`${netral.address}/masuk?token=${netral.app.get(BrowserSessions).issueToken()}`);
  await page.goto(`${netral.address}/${search}`);
  await settled(page);
  return { page, troubles, close: () => context.close() };
};

/** Waits until nothing is being asked any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForSelector('main h1, main .notice');
  await page.waitForSelector('main :is(.skeleton, [aria-busy=true], .busy)', { state: 'detached' });
};

export const mainText = (page: Page): Promise<string> => page.locator('main').innerText();
export const headline = async (page: Page): Promise<string> => (await page.locator('h1').innerText()).replaceAll(/\s+/g, ' ');

/** Name of the element that holds the focus. */
export const focused = async (page: Page): Promise<string> =>
  (await page.evaluate<string>(`document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''`)).trim();

/** Pixels by which the page is wider than the window: 0 when nothing has to be scrolled sideways. */
export const widthBeyond = (page: Page): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');

/** Presses Tab until an element with this name holds the focus, as somebody without a mouse would. @throws Error when it is not reached */
export const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  const TABS_MAX = 150;
  for (let count = 0; count < TABS_MAX; count += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`not reached with the keyboard: ${name.source}`);
};
