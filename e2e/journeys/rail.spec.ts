/** What stands around the canvas: the rail with views, lists and steps, zoom, tools with words, pages. */
import type { Locator, Page } from '@playwright/test';
import { MapViews } from '../pages/MapViews.ts';
import { WorkshopView } from '../pages/WorkshopView.ts';
import { expect, test as base } from '../people.ts';

const test = base.extend({
  board: async ({ api }, use) => use(await api.createBoard('Riverbend Works', 'employment')),
});

const railOf = (page: Page): Locator => page.getByRole('navigation', { name: 'Views' });
const inFront = (page: Page): Locator => railOf(page).locator('[aria-current]');

/** It lies between bar, rail, tools and panels. */
async function isFree(page: Page, shape: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const box = await shape.boundingBox();
      const covers = await Promise.all(
        [railOf(page), page.getByRole('toolbar', { name: 'Tools' }), page.getByRole('complementary')].map((cover) =>
          cover.boundingBox({ timeout: 1_000 }).catch(() => null),
        ),
      );
      if (box === null) return 'not drawn';
      const over = covers.filter(
        (cover) =>
          cover !== null &&
          cover.x < box.x + box.width &&
          box.x < cover.x + cover.width &&
          cover.y < box.y + box.height &&
          box.y < cover.y + cover.height,
      );
      return over.length + (box.y < 68 ? 1 : 0);
    })
    .toBe(0);
}

test('[RAIL-1] [RAIL-4] [RAIL-5] views come into sight as a whole, by press and by digit, and lists open beside them', async ({
  join,
}) => {
  const { page } = await join('facilitator', 'Maya Okafor');
  const rail = railOf(page);
  const goal = page.locator('.tl-shape[data-shape-type="partnership-goal"]');
  const quarter = page.locator('.tl-shape[data-shape-type="cycle-quarter"]').first();
  await expect(inFront(page)).toHaveText('Frame');
  await rail.getByRole('button', { name: 'Cycle' }).click();
  await expect(inFront(page)).toHaveText('Cycle');
  await isFree(page, quarter);
  await page.keyboard.press('1');
  await expect(inFront(page)).toHaveText('Frame');
  await isFree(page, goal);
  await page.keyboard.press('2');
  await expect(inFront(page)).toHaveText('Cycle');

  const nearer = page.getByRole('button', { name: 'Zoom in', exact: true });
  const before = (await quarter.boundingBox())?.width ?? 0;
  await nearer.click();
  await expect.poll(async () => (await quarter.boundingBox())?.width ?? 0).toBeGreaterThan(before * 1.2);
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  await expect.poll(async () => Math.round((await quarter.boundingBox())?.width ?? 0)).toBe(Math.round(before));

  // in a text digits are text
  const outline = rail.getByRole('button', { name: 'Outline' });
  await outline.click();
  await expect(outline).toHaveAttribute('aria-expanded', 'true');
  const views = new MapViews(page);
  await views.choose(/^Making the rules/, 'Add an organization');
  await views.type('Ward 1');
  await expect(views.row(/^Ward 1/)).toBeVisible();
  const title = page.getByRole('banner').getByRole('heading', { level: 1 });
  await title.getByRole('button').click();
  await expect(page.getByRole('banner').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Ward 1');
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Ward 1');
  await expect(inFront(page)).toHaveText('Cycle');
  await outline.click();
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

test('[RAIL-2] [RAIL-3] [RAIL-8] the facilitator has findings, steps and one minute more at hand, others see the map first', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  await expect(railOf(maya.page).getByRole('button', { name: /^Findings\s*, \d+$/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await expect(railOf(jordan.page).getByRole('button', { name: 'Findings', exact: true })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  const workshop = new WorkshopView(maya.page);
  await workshop.choose(/Who is needed for our goal/);
  await workshop.start();
  for (const title of ['Goal', 'Interests'])
    await workshop.bar.getByRole('button', { name: `On to the next step: ${title}` }).click();
  const steps = railOf(jordan.page).getByRole('button', { name: 'Steps: 3 of 10 runs, Interests' });
  await expect(steps.locator('[data-state=done]')).toHaveCount(2);
  await expect(steps.locator('[data-state=later]')).toHaveCount(7);
  // the part of a step in which people write opens by itself; the steps put it away and open it
  const panel = jordan.page.getByRole('complementary', { name: 'Workshop' });
  await expect(panel).toBeVisible();
  await steps.press('Enter');
  await expect(panel).toHaveCount(0);
  await steps.press('Enter');
  await expect(panel).toBeVisible();

  const clock = jordan.page.getByRole('timer');
  const minutes = async (): Promise<number> => Number((await clock.innerText()).split(':')[0]);
  const before = await minutes();
  for (let press = 0; press < 2; press += 1)
    await workshop.bar.getByRole('button', { name: 'One minute more' }).click();
  await expect.poll(minutes).toBeGreaterThan(before);
});

test('[RAIL-6] [RAIL-7] tools bear their words, and another page comes only when it is asked for', async ({ join }) => {
  const { page } = await join('facilitator', 'Maya Okafor');
  const tools = page.getByRole('toolbar', { name: 'Tools' });
  for (const name of ['Select', 'Organization', 'Decision-maker']) {
    const tool = tools.getByRole('button', { name });
    const words = await tool.evaluate((button) => getComputedStyle(button, '::before').content);
    expect(words).toContain(name);
  }
  const pages = page.getByTestId('page-menu.button');
  await expect(pages).toHaveCount(0);
  await page.getByTestId('main-menu.button').click();
  await page.getByRole('menuitem', { name: 'Create new page' }).click();
  await expect(pages).toHaveText(/Page 2|Page 1/);
  await expect(page.locator('.tl-shape[data-shape-type="partnership-goal"]')).toHaveCount(0);
  await expect(inFront(page)).toHaveCount(0);
  await railOf(page).getByRole('button', { name: 'Frame' }).click();
  await expect(inFront(page)).toHaveText('Frame');
  await expect(page.locator('.tl-shape[data-shape-type="partnership-goal"]')).toBeVisible();
});
