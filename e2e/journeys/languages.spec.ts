/** The main screens in languages that the product does not have, so that nothing of its own words can stand there in English. */
import type { Page } from '@playwright/test';
import { accents } from '#shared/testing/madeUpWords.ts';
import { buildMadeUp, leftToRight, rightToLeft, type MadeUpBuild } from '../madeUpBuild.ts';
import { expect, test } from '../people.ts';
import { ServerProcess } from '../ServerProcess.ts';
import { sameEverywhere } from '../walk/sameEverywhere.ts';
import { plainWords } from '../walk/plainWords.ts';

/** A note of the example however it is broken into lines. */
function inLines(text: string): readonly string[] {
  const words = text.split(' ');
  return words.flatMap((_, from) =>
    words.slice(from).map((__, count) => words.slice(from, from + count + 1).join(' ')),
  );
}

/** What people said, and names. */
const own = [
  ...sameEverywhere,
  'Riverbend Works',
  'Ana Ruiz',
  'AR',
  'Jordan Tate',
  'JT',
  ...inLines('La gente no sabe que estos empleos existen. (People do not know these jobs exist.)'),
  // tldraw says these in English whatever it was asked for
  'Page 1',
  'tldraw',
  'made with',
  'Navigation',
  'Tools',
  'Notifications (F8)',
  'Ctrl',
];

let build: MadeUpBuild;
let server: ServerProcess;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  build = await buildMadeUp();
  server = await ServerProcess.start({}, build.main);
});
test.afterAll(async () => {
  await server?.stop();
  await build?.remove();
});

const button = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${accents(name).replaceAll('…', '.')}`) }).first();

/** By its button, or by its entry in the bar's menu. */
async function openPanel(page: Page, name: string): Promise<void> {
  const words = new RegExp(`^${accents(name).replaceAll('…', '.')}`);
  const inBar = page.getByRole('banner').getByRole('button', { name: words });
  if (await inBar.isVisible()) return inBar.click();
  await button(page, 'Menu').click();
  await page.getByRole('menuitem', { name: words }).click();
}

/** What tldraw says of itself comes with a file of its own. */
async function isAllTold(page: Page, where: string): Promise<void> {
  await expect.poll(() => page.evaluate(plainWords, own), where).toEqual([]);
}

/** Opens each panel from the bar and each tab of the map, and looks at what stands there. */
async function seeAll(page: Page): Promise<void> {
  await isAllTold(page, 'the board');
  for (const panel of ['Snapshots', 'Take it home', 'Workshop', 'Share', 'Settings', 'Help']) {
    await openPanel(page, panel);
    await expect(page.getByRole('complementary').getByRole('heading').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await isAllTold(page, panel);
  }
  await button(page, 'Findings').click();
  for (const tab of ['Findings', 'Coverage', 'Outline', 'Sheets', 'Cycle', 'Actions', 'People']) {
    await page.getByRole('tab', { name: new RegExp(`^${accents(tab)}`) }).click();
    await expect(page.getByRole('tabpanel')).toBeVisible();
    await isAllTold(page, tab);
  }
}

/** Somebody starts a board from the first example, and is on it. */
async function startBoard(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  await page.goto(server.origin);
  await page.getByLabel(new RegExp(`^${accents('Name of the board')}`)).fill('Riverbend Works');
  await page.getByRole('radio').nth(1).check();
  await look('the start page');
  await button(page, 'Start board').click();
  await page.getByLabel(new RegExp(`^${accents('Your name')}`)).fill('Ana Ruiz');
  await look('the door');
  await button(page, 'Join the board').click();
  await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 });
  const live = new RegExp(`${accents('Connected')}|${accents('Saved')}`);
  await expect(page.getByTestId('line')).toHaveText(live, { timeout: 30_000 });
}

test('[WORDS-2] [WORDS-4] [WORDS-5] every screen and every file is in the language of the browser', async ({
  openProfile,
}) => {
  const page = await openProfile({ locale: 'el-GR' });
  await startBoard(page, (where) => isAllTold(page, where));
  await expect(page.locator('html')).toHaveAttribute('lang', leftToRight);
  await seeAll(page);
  await openPanel(page, 'Take it home');
  const download = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /Markdown/ })
    .first()
    .click();
  const file = await (await download).createReadStream();
  let report = '';
  for await (const piece of file) report += String(piece);
  expect(report).toContain(accents('Coverage: who is here'));
});

test('[WORDS-6] a language from right to left turns the page, and nothing sticks out of the window', async ({
  openProfile,
}) => {
  const page = await openProfile({ locale: 'fa-IR' });
  const fits = async (where: string): Promise<void> => {
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways, where).toBeLessThanOrEqual(0);
  };
  await startBoard(page, fits);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', rightToLeft);
  await button(page, 'Share').click();
  await expect(page.getByRole('complementary').getByRole('heading').first()).toBeInViewport();
  await fits('the board');
  await expect(page.locator('.tl-canvas')).toHaveCSS('direction', 'ltr');
});
