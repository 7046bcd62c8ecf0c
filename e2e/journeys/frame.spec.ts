/** The frame as people see it: sizes on the screen, what a choice lights, and the legend. */
import type { Page } from '@playwright/test';
import { MapViews } from '../pages/MapViews.ts';
import { expect, test } from '../people.ts';

interface Sizes {
  readonly names: readonly number[];
  readonly letters: readonly number[];
}

/** Of all words on cards and all letters in tokens, in pixels of the screen. */
async function sizesOn(page: Page, onlyInSight = false): Promise<Sizes> {
  return page.evaluate((inSight) => {
    const measured = (selector: string): number[] =>
      [...document.querySelectorAll<SVGTextElement>(selector)].flatMap((text) => {
        const { x, y, width, height } = text.getBoundingClientRect();
        const isIn = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
        const scale = text.getScreenCTM()?.a ?? 0;
        return inSight && !isIn ? [] : [Number(text.getAttribute('font-size')) * scale];
      });
    return {
      names: measured('[data-shape-type="organization-card"] > .tl-svg-container text'),
      letters: measured('[data-shape-type="representative-token"] text'),
    };
  }, onlyInSight);
}

/** No part of the table lies under the rail, the bar or the tools. */
async function isInSight(page: Page): Promise<boolean> {
  const bar = await page.getByRole('banner').boundingBox();
  const rail = await page.getByRole('navigation', { name: 'Views', exact: true }).boundingBox();
  const tools = await page.locator('.tlui-toolbar__tools').boundingBox();
  const chosen = page.locator('[data-shape-type="interest-wedge"] .tl-svg-container path');
  const boxes = await chosen.evaluateAll((paths) =>
    paths.map((path) => {
      const { left, top, right, bottom } = path.getBoundingClientRect();
      return { left, top, right, bottom };
    }),
  );
  if (bar === null || rail === null || tools === null) throw new Error('there is no bar, rail or toolbar');
  return boxes.every(
    ({ left, top, right, bottom }) =>
      left >= rail.x + rail.width && top >= bar.y + bar.height && bottom <= tools.y && right <= 1440,
  );
}

test('[FRAME-43] words and letters of the employment board can be read as soon as it opens', async ({ join, api }) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const wide = await join('facilitator', 'Jordan Tate', { board });
  await expect(new MapViews(wide.page).cards.first()).toBeVisible();
  // beside the panel that is open at first
  const beside = await sizesOn(wide.page);
  expect(beside.names.length).toBeGreaterThan(55);
  expect(Math.min(...beside.names)).toBeGreaterThanOrEqual(8.5);
  expect(Math.min(...beside.letters)).toBeGreaterThanOrEqual(8.5);

  const panel = wide.page.getByRole('complementary', { name: 'Views of the map' });
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toBeHidden();
  await wide.page.getByRole('button', { name: 'Fit', exact: true }).click();
  await expect.poll(async () => Math.min(...(await sizesOn(wide.page)).names)).toBeGreaterThanOrEqual(11);
  expect(Math.min(...(await sizesOn(wide.page)).letters)).toBeGreaterThanOrEqual(9);
  expect(await isInSight(wide.page)).toBe(true);

  const tablet = { viewport: { width: 820, height: 1180 } };
  const narrow = await join('participant', 'Amina Reyes', { board, profile: tablet });
  await expect(new MapViews(narrow.page).cards.first()).toBeVisible();
  const narrowSizes = await sizesOn(narrow.page, true);
  expect(narrowSizes.names.length).toBeGreaterThan(2);
  expect(Math.min(...narrowSizes.names)).toBeGreaterThanOrEqual(11);
});

test('[FRAME-41] [FRAME-42] a choice lights all cards of an organization, and the legend unfolds by keyboard', async ({
  join,
  api,
}) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const maya = await join('facilitator', 'Maya Okafor', { board });
  const views = new MapViews(maya.page);
  const cards = views.cards.filter({ hasText: 'Regional Workforce Board' });
  await expect(cards.first()).toBeVisible();
  const count = await cards.count();
  expect(count).toBeGreaterThan(1);
  await views.press('Regional Workforce Board');
  await expect(maya.page.locator('.frame-lit')).toHaveCount(count);

  const legend = maya.page.getByText('Legend', { exact: true });
  await legend.focus();
  await maya.page.keyboard.press('Enter');
  const signs = maya.page.getByRole('listitem').and(maya.page.locator('details li'));
  for (const sign of ['Decision-maker', 'nobody of this kind yet', 'essential interest', 'government'])
    await expect(signs.filter({ hasText: sign })).toBeVisible();
  await maya.page.keyboard.press('Enter');
  await expect(signs.filter({ hasText: 'essential interest' })).toBeHidden();
});
