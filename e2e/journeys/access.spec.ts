/** Everybody can get in and around: nothing serious for axe, in light and dark, on a laptop and on a phone. */
import { DoorScreen } from '../pages/DoorScreen.ts';
import { findSerious } from '../pages/findSerious.ts';
import { WorkshopView } from '../pages/WorkshopView.ts';
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

test('[PAGE-7] [DOOR-20] [DOOR-33] a board is started and joined with the keyboard alone, and the way back is shown once', async ({
  server,
  openProfile,
}) => {
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
  const shown = page.getByRole('region', { name: 'This board is yours' });
  await expect(shown.getByRole('button', { name: 'Copy my return link' })).toBeVisible();
  const share = page.getByRole('button', { name: 'Share', exact: true });
  await share.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Share' })).toBeVisible();
  await expect(shown).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(shown).toBeVisible();
  await shown.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(shown).toHaveCount(0);
  await page.reload();
  await expect(page.getByTestId('line')).toHaveText(/Connected|Saved at/);
  await expect(shown).toHaveCount(0);
});

for (const profile of [
  { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const) {
  test(`[STEP-2] axe finds nothing serious in a running workshop (${profile.colorScheme}, ${profile.viewport.width})`, async ({
    join,
  }) => {
    const maya = await join('facilitator', 'Maya Okafor', { profile });
    const jordan = await join('participant', 'Jordan Tate', { profile });
    const [mayaView, jordanView] = [new WorkshopView(maya.page), new WorkshopView(jordan.page)];
    await mayaView.open();
    expect(await findSerious(maya.page), 'choice of an agenda').toEqual([]);
    await mayaView.choose(/Who is needed for our goal/);
    await mayaView.press('Change the agenda');
    await mayaView.panel.getByRole('button', { name: 'Details of “Goal”' }).click();
    expect(await findSerious(maya.page), 'changing the agenda').toEqual([]);
    await mayaView.press('Cancel');
    await mayaView.start();
    await mayaView.showStep('Goal');
    await jordanView.bar.getByRole('button', { name: 'Raise your hand' }).click();
    await mayaView.press('Ask');
    await mayaView.press('Bring everyone here');
    expect(await findSerious(maya.page), 'the panel of a facilitator').toEqual([]);
    for (const name of ['Not now', 'I am ready', 'Got it']) {
      const button = jordan.page.getByRole('button', { name, exact: true });
      await expect(button).toBeVisible();
      expect(await findSerious(jordan.page), `what reaches a participant: ${name}`).toEqual([]);
      await button.click();
    }
    await jordanView.bar.getByRole('button', { name: 'Signs to the group' }).click();
    await expect(jordan.page.getByRole('dialog', { name: 'Signs to the group' })).toBeVisible();
    expect(await findSerious(jordan.page), 'the signs').toEqual([]);
    await jordan.page.keyboard.press('Escape');
    await jordanView.open();
    expect(await findSerious(jordan.page), 'the panel of a participant').toEqual([]);
  });
}
