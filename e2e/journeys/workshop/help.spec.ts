/** What somebody finds who looks for help: a short menu, how things work, and larger letters. */
import { BoardScreen } from '../../pages/BoardScreen.ts';
import { findSerious } from '../../pages/findSerious.ts';
import { finger, keys } from '../../pages/hands.ts';
import { chooseInMenu } from '../../pages/openFromBar.ts';
import { expect, phone, test } from '../../people.ts';

for (const [how, hand] of [
  ['finger', finger],
  ['key', keys],
] as const) {
  test(`[RAIL-9] the menu of a phone is read at a glance, and turns to the rest in its place (${how})`, async ({
    join,
    board,
  }) => {
    const { page } = await join('participant', 'Ines Marsh', { board, profile: phone });
    const menu = page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true });
    const items = page.getByRole('menuitem');
    await hand.press(menu);
    await expect(items).toHaveText([
      'Your part',
      'Workshop',
      'Coverage: who is missing',
      'The map in lists',
      'Share and take home',
      'Settings',
      'Help',
    ]);
    expect(await findSerious(page)).toEqual([]);
    await hand.press(page.getByRole('menuitem', { name: 'The map in lists' }));
    await expect(items).toHaveText([
      'The map in lists',
      'Findings',
      'Outline',
      'Sheets',
      'Cycle',
      'Actions',
      /^People/,
    ]);
    await hand.press(page.getByRole('menuitem', { name: 'The map in lists' }));
    await expect(items).toHaveCount(7);
    await expect(page.getByRole('menuitem', { name: 'The map in lists' })).toBeFocused();
    await hand.press(page.getByRole('menuitem', { name: 'Share and take home' }));
    await hand.press(page.getByRole('menuitem', { name: 'Take it home' }));
    await expect(page.getByRole('heading', { name: 'Take it home' })).toBeVisible();
  });
}

test('[PAGE-25] [OFFER-4] help leads to larger letters, which stay on the device, and nothing is cut by them', async ({
  api,
  join,
}) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const { page } = await join('participant', 'Ines Marsh', { board, profile: { ...phone, colorScheme: 'dark' } });
  const menu = page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true });
  await menu.tap();
  await chooseInMenu(page, 'Help', finger.press);
  const help = page.getByRole('complementary', { name: 'Help' });
  await expect(help.getByRole('heading', { name: 'How this works' })).toBeVisible();
  await help.getByRole('button', { name: 'Larger letters, dark or high contrast' }).tap();
  const settings = page.getByRole('complementary', { name: 'Settings' });
  const line = settings.getByText('On the board itself, pinch or press +.');
  const before = (await line.boundingBox())?.height ?? 0;
  await settings.getByRole('radio', { name: 'Very large' }).check();
  await expect.poll(async () => (await line.boundingBox())?.height ?? 0).toBeGreaterThan(before * 1.25);
  expect(await findSerious(page)).toEqual([]);
  await page.reload();
  await new BoardScreen(page).isLive();
  await menu.tap();
  await chooseInMenu(page, 'Outline', finger.press);
  const tree = page.getByRole('tabpanel', { name: 'Outline' });
  await expect(tree.getByRole('treeitem').first()).toBeVisible();
  expect(await tree.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  // the frame of this board is closed: what is only read looks like text
  await tree.getByRole('treeitem', { name: /^Large employers/ }).focus();
  await page.keyboard.press('Space');
  const title = page.getByRole('textbox', { name: 'Title' });
  await expect(title).toHaveCSS('border-top-color', 'rgba(0, 0, 0, 0)');
  await expect(title).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});
