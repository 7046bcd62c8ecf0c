/** Whatever closes on the board page leaves the focus in its place, by key, by mouse and by finger. */
import type { Locator, Page } from '@playwright/test';
import { beginEverything } from '../pages/beginEverything.ts';
import { MapViews } from '../pages/MapViews.ts';
import { chooseInMenu } from '../pages/openFromBar.ts';
import { expect, phone, test } from '../people.ts';

const isOn = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);

async function isKept(page: Page): Promise<void> {
  await expect.poll(() => isOn(page)).toBe(true);
}

for (const how of ['key', 'mouse'] as const) {
  const press = (target: Locator): Promise<void> => (how === 'key' ? target.press('Enter') : target.click());

  test(`[PAGE-17] panels, forms, questions and popovers give the focus back (${how})`, async ({ join, api }) => {
    const board = await api.createBoard('Riverbend Works', 'employment');
    const { page } = await join('facilitator', 'Maya Okafor', { board });
    const findings = page.getByRole('tabpanel');
    const make = page.getByRole('button', { name: /^Make an action/ }).first();
    await press(make);
    await page.getByLabel('What will be done?').fill('Call the county');
    await press(page.getByRole('button', { name: 'Add action' }));
    await expect(page.getByRole('button', { name: 'Action added: Call the county' })).toBeFocused();
    await press(page.getByRole('button', { name: /^Accept…/ }).first());
    await page.getByLabel('We accept this, because…').fill('We know it.');
    await press(findings.getByRole('button', { name: 'Accept', exact: true }));
    await isKept(page);
    await expect(findings.locator(':focus')).toHaveCount(1);

    const views = new MapViews(page);
    await views.open('Outline');
    const row = views.row(/^Small and local employers/);
    await row.focus();
    await page.keyboard.press('Delete');
    await press(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }));
    await expect(row).toBeFocused();
    const bar = page.getByRole('banner');
    const menu = bar.getByRole('button', { name: 'Menu', exact: true });
    for (const name of ['Snapshots', 'Take it home', 'Help', 'Settings', 'Share', 'Workshop']) {
      const own = bar.getByRole('button', { name, exact: true });
      const opener = (await own.isVisible()) ? own : menu;
      await press(opener);
      if (opener === menu) await press(page.getByRole('menuitem', { name, exact: true }));
      const panel = page.getByRole('complementary');
      await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
      await press(panel.getByRole('button', { name: 'Close', exact: true }));
      await expect(opener, name).toBeFocused();
    }
    await press(bar.getByTestId('line'));
    await page.keyboard.press('Escape');
    await expect(bar.getByTestId('line')).toBeFocused();
  });
}

for (const how of ['key', 'finger'] as const) {
  const press = (target: Locator): Promise<void> => (how === 'key' ? target.press('Enter') : target.tap());

  test(`[PAGE-17] banners, cards and the menu of a phone give the focus back (${how})`, async ({
    join,
    api,
    board,
  }) => {
    await beginEverything(api, board);
    const { page } = await join('participant', 'Ines Marsh', { profile: phone });
    const workshop = page.getByRole('complementary', { name: 'Workshop' });
    // their part opened by itself
    await press(workshop.getByRole('button', { name: 'Close', exact: true }));
    await expect(workshop).toHaveCount(0);
    await isKept(page);
    for (const name of ['Not now', 'I am ready']) {
      const button = page.getByRole('button', { name, exact: true });
      await press(button);
      await expect(button).toHaveCount(0);
      await isKept(page);
    }
    for (const name of ['Answer', 'Vote', 'Write']) {
      const opener = page.getByRole('main').getByRole('button', { name, exact: true });
      await press(opener);
      await expect(workshop).toBeVisible();
      await press(workshop.getByRole('button', { name: 'Close', exact: true }));
      await expect(opener).toBeFocused();
      await press(page.getByRole('main').getByRole('button', { name: '2 more' }));
      await isKept(page);
    }
    const menu = page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true });
    for (const name of ['Outline', 'Share', 'Help']) {
      await press(menu);
      await chooseInMenu(page, name, press);
      const panel = page.getByRole('complementary');
      await expect(panel.locator(':focus')).toHaveCount(1);
      await press(panel.getByRole('button', { name: 'Close', exact: true }));
      await expect(menu, name).toBeFocused();
    }
    await press(menu);
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
  });
}
