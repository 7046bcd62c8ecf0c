/** The outline as a full way of working: by keyboard alone, read by everybody at once, nothing serious for axe. */
import { findSerious } from '../pages/findSerious.ts';
import { MapViews } from '../pages/MapViews.ts';
import { printedInks } from '../pages/printedInks.ts';
import { openFromBar } from '../pages/openFromBar.ts';
import { expect, test as base } from '../people.ts';

const test = base.extend({
  board: async ({ api }, use) => use(await api.createBoard('Riverbend Works', 'employment')),
});

const profile = { viewport: { width: 1440, height: 900 } };
const interest = /^Small and local employers/;

test('[OUTLINE-4] a doer added in the outline by keyboard closes the gap for everybody', async ({ join }) => {
  const [ana, ben, olga] = [
    (await join('facilitator', 'Ana', { profile })).page,
    (await join('participant', 'Ben', { profile })).page,
    (await join('observer', 'Olga', { profile })).page,
  ];
  for (const page of [ana, ben, olga]) await new MapViews(page).open('Outline');
  for (const page of [ana, olga]) {
    await expect(page.getByRole('treeitem', { name: interest })).toHaveAccessibleName(/missing: doer, decision-maker/);
  }
  await ben.getByRole('treeitem', { name: interest }).focus();
  await ben.keyboard.press('ArrowRight');
  await ben.keyboard.press('ArrowDown');
  await ben.keyboard.press('Shift+F10');
  const details = ben.getByRole('menuitem', { name: 'Details' });
  await expect(details).toBeFocused();
  await ben.keyboard.press('ArrowDown');
  // A key goes on from where the one before led to.
  await expect(details).not.toBeFocused();
  await ben.keyboard.press('ArrowDown');
  await expect(ben.getByRole('menuitem', { name: 'Add a representative…' })).toBeFocused();
  await ben.keyboard.press('ArrowRight');
  await expect(ben.getByRole('menuitem', { name: 'Designee' })).toBeFocused();
  await ben.keyboard.press('ArrowDown');
  await expect(ben.getByRole('menuitem', { name: 'Doer' })).toBeFocused();
  await ben.keyboard.press('Enter');
  await expect(ben.getByRole('textbox', { name: 'Name of New doer' })).toBeFocused();
  await ben.keyboard.type('Shop steward');
  await ben.keyboard.press('Enter');
  await expect(ben.getByRole('treeitem', { name: 'Shop steward, doer' })).toBeFocused();
  for (const page of [ana, ben, olga]) {
    await expect(page.getByRole('treeitem', { name: interest })).toHaveAccessibleName(/missing: decision-maker$/, {
      timeout: 1000,
    });
    // Ben's own page goes on to say what he does next
    if (page === ben) continue;
    await expect(page.getByRole('status').filter({ hasText: /Coverage is now \d+ percent/ })).toHaveCount(1);
  }
  await expect(olga.getByRole('button', { name: 'Interest', exact: true })).toHaveCount(0);
  await ben.keyboard.press('ControlOrMeta+z');
  await ben.keyboard.press('ControlOrMeta+z');
  await expect(ana.getByRole('treeitem', { name: interest })).toHaveAccessibleName(/missing: doer, decision-maker/);
});

test('[OUTLINE-5] [PAGE-19] what is chosen in the outline is chosen on the canvas, and opens its details; in the dark, all is dark on paper', async ({
  join,
}) => {
  const { page } = await join('facilitator', 'Ben', { profile: { ...profile, colorScheme: 'dark' } });
  await page.getByRole('tab', { name: 'Outline' }).click();
  await expect(page.getByRole('treeitem', { name: interest })).toBeVisible();
  // the bar, the outline, and the map on the canvas; white stands on signs only, which are drawn with their ground
  const inks = await printedInks(page);
  const dark = inks.filter(({ contrast }) => contrast >= 4.5).map(({ text }) => text);
  for (const words of ['RiverbendWorks', 'Searchtheoutline', 'essential,missing:designee', 'HarlanCountyCommission'])
    expect(dark.join('')).toContain(words);
  await page.getByRole('treeitem', { name: /^Skills for adults/ }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: 'Skills for adults' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Title' }).fill('Evening classes');
  await page.keyboard.press('Enter');
  await expect(page.locator('.tl-canvas').getByText('Evening classes')).toHaveCount(1);
});

for (const [colorScheme, viewport] of [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 820, height: 1180 }],
] as const) {
  test(`[OUTLINE-3] axe finds nothing serious in any view of the map, its details and dialogs (${colorScheme})`, async ({
    join,
  }) => {
    const { page } = await join('facilitator', 'Ana', { profile: { colorScheme, viewport } });
    const views = new MapViews(page);
    for (const name of ['Findings', 'Coverage', 'Outline'] as const) {
      await views.open(name);
      expect(await findSerious(page), name).toEqual([]);
    }
    await views.row(interest).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Name of/ })).toBeFocused();
    expect(await findSerious(page), 'renaming').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Details' })).toBeFocused();
    expect(await findSerious(page), 'menu').toEqual([]);
    await page.keyboard.press('Escape');
    await views.row(interest).focus();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    expect(await findSerious(page), 'question').toEqual([]);
    await page.keyboard.press('Escape');
    for (const row of [/^90 percent/, interest]) {
      await views.row(row).focus();
      await page.keyboard.press('Space');
      await expect(page.getByRole('button', { name: 'Back to Outline' })).toBeVisible();
      expect(await findSerious(page), `details of ${String(row)}`).toEqual([]);
      await page.getByRole('button', { name: 'Back to Outline' }).click();
    }
    for (const name of ['Share', 'Settings']) {
      await openFromBar(page, { button: name, entry: name });
      await expect(page.getByRole('complementary', { name })).toBeVisible();
      expect(await findSerious(page), name).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
}
