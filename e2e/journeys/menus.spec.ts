/** Every menu of the board page by mouse and by finger, on a laptop, a tablet and a phone. */
import { CanvasMenus } from '../pages/CanvasMenus.ts';
import { MapViews } from '../pages/MapViews.ts';
import { MenuWalk } from '../pages/MenuWalk.ts';
import { expect, test as base } from '../people.ts';

const test = base.extend({
  board: async ({ api }, use) => use(await api.createBoard('Riverbend Works', 'employment')),
});

const profiles = [
  { name: 'mouse, laptop', viewport: { width: 1440, height: 900 }, hasTouch: false },
  { name: 'finger, tablet', viewport: { width: 820, height: 1180 }, hasTouch: true },
  { name: 'finger, phone', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
] as const;

for (const { name, ...profile } of profiles) {
  test(`[PAGE-15] every menu opens at each press, with the menus in it, and does what is chosen (${name})`, async ({
    join,
  }) => {
    const { page } = await join('facilitator', 'Ana', { profile });
    const isFolded = profile.viewport.width < 900;
    const menu = new MenuWalk(page, profile.hasTouch);
    const views = new MapViews(page);
    const inBar = page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true });
    if (isFolded) {
      await menu.through(inBar);
      await menu.choose(inBar, 'The map in lists', 'Outline');
    } else {
      await views.open('Outline');
    }

    const interest = views.row(/^Small and local employers/);
    await menu.press(interest);
    await menu.through(interest.getByRole('button'));
    await menu.choose(interest.getByRole('button'), 'Add an organization');
    await views.type('Corner Bakery');
    const bakery = views.row(/^Corner Bakery/);
    await menu.choose(bakery.getByRole('button'), 'Add a representative…', 'Doer');
    await views.type('Baker');
    await expect(views.row(/^Baker, doer/)).toBeFocused();
    await menu.choose(bakery.getByRole('button'), 'Move to…', /^Large employers/);
    await expect(bakery).toBeFocused();
    await menu.choose(bakery.getByRole('button'), 'Place also in…', /^Small and local employers/);
    await expect(bakery).toHaveCount(2);

    for (const tab of ['Cycle', 'Actions']) {
      await menu.press(page.getByRole('tab', { name: tab }));
      await menu.through(page.getByRole('button', { name: /^What to do with “/ }).first());
    }
    await menu.press(page.getByRole('button', { name: 'Close', exact: true }));
    await menu.through(page.getByTestId('main-menu.button'), 1);
    const canvas = new CanvasMenus(menu);
    await canvas.pages();
    await canvas.placeNote();
    await canvas.styles();
    await canvas.place();
    const line = page.getByRole('banner').getByTestId('line');
    await menu.press(line);
    await expect(page.getByRole('dialog')).toBeVisible();
    await menu.press(line);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}
