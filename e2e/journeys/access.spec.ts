/** Everybody can get in and around: nothing serious for axe, in light and dark, on a laptop and on a phone. */
import { DoorScreen } from '../pages/DoorScreen.ts';
import { findSerious } from '../pages/findSerious.ts';
import { expect, linkOf, test } from '../people.ts';

const profiles = [
  { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

for (const profile of profiles) {
  test(`[PAGE] axe finds nothing serious on home, join and board (${profile.colorScheme}, ${profile.viewport.width})`, async ({
    server,
    board,
    openProfile,
    join,
  }) => {
    const page = await openProfile(profile);
    await page.goto(`${server.origin}/`);
    await expect(page.getByRole('button', { name: 'Start board' })).toBeVisible();
    expect(await findSerious(page)).toEqual([]);
    const door = new DoorScreen(page);
    await door.open(linkOf(server, board, 'participant'));
    await expect(page.getByRole('button', { name: 'Join the board' })).toBeVisible();
    expect(await findSerious(page)).toEqual([]);
    const facilitator = await join('facilitator', 'Maya Okafor', { profile });
    expect(await findSerious(facilitator.page)).toEqual([]);
  });
}

test('[PAGE] a board is started and joined with the keyboard alone', async ({ server, openProfile }) => {
  const page = await openProfile();
  await page.goto(`${server.origin}/`);
  await page.getByLabel('Name of the board').focus();
  await page.keyboard.type('Harbor jobs');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Harbor jobs' })).toBeVisible();
  await page.getByLabel('Your name').focus();
  await page.keyboard.type('Maya Okafor');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('line')).toHaveText(/Connected|Saved at/);
});
