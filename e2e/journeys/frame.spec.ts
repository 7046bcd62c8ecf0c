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

test('[FRAME-43] words and letters of the employment board can be read as soon as it opens', async ({ join, api }) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const wide = await join('participant', 'Jordan Tate', { board });
  await expect(new MapViews(wide.page).cards.first()).toBeVisible();
  const wideSizes = await sizesOn(wide.page);
  expect(wideSizes.names.length).toBeGreaterThan(55);
  const isBeside = await wide.page.getByRole('complementary', { name: 'Views of the map' }).isVisible();
  expect(Math.min(...wideSizes.names)).toBeGreaterThanOrEqual(isBeside ? 8.5 : 11);
  expect(Math.min(...wideSizes.letters)).toBeGreaterThanOrEqual(isBeside ? 6.9 : 8.9);

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
  for (const sign of ['Decision-maker', 'nobody of this kind yet', 'essential interest', 'government'])
    await expect(maya.page.getByRole('listitem').filter({ hasText: sign })).toBeVisible();
  await maya.page.keyboard.press('Enter');
  await expect(maya.page.getByRole('listitem').filter({ hasText: 'essential interest' })).toBeHidden();
});
