/** Journey 1: one link, one name, on the board. */
import { BoardScreen } from '../pages/BoardScreen.ts';
import { DoorScreen } from '../pages/DoorScreen.ts';
import { findUnreachable } from '../pages/findUnreachable.ts';
import { expect, linkOf, test } from '../people.ts';

test('[DOOR-1] [DOOR-4] [PAGE-7] a participant opens the link in a fresh profile and sees the facilitator point', async ({
  join,
}) => {
  const facilitator = await join('facilitator', 'Maya Okafor');
  const participant = await join('participant', 'Jordan Tate', { organization: 'Regional Workforce Board' });
  // the key is gone from the address
  expect(participant.page.url()).not.toMatch(/#|k=/);
  await expect(async () => {
    await facilitator.pointAt(500, 400);
    await facilitator.pointAt(560, 430);
    await expect(participant.cursors.filter({ hasText: 'Maya Okafor' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await expect(facilitator.page.getByText('Jordan Tate joined.')).toBeAttached();
});

test('[PAGE-3] [PAGE-20] [PAGE-22] somebody who returns on the same device is recognized, after half a day asked, and looks in one tab alone', async ({
  join,
  server,
  board,
}) => {
  const participant = await join('participant', 'Jordan Tate');
  await participant.page.goto(`${server.origin}/`);
  await participant.page.getByRole('link', { name: 'Open Riverbend Works' }).click();
  await participant.isLive();
  await participant.page.goto(linkOf(server, board, 'participant'));
  await participant.isLive();
  const { page } = participant;
  await page.goto(`${server.origin}/`);
  await page.evaluate((hours) => {
    const boards = JSON.parse(localStorage.getItem('roundtable.boards') ?? '[]') as { visitedAt: number }[];
    const before = boards.map((one) => ({ ...one, visitedAt: one.visitedAt - hours * 3_600_000 }));
    localStorage.setItem('roundtable.boards', JSON.stringify(before));
  }, 12);
  await page.goto(linkOf(server, board, 'participant'));
  await expect(page.getByRole('button', { name: 'Go on as Jordan Tate' })).toBeVisible();
  await page.getByLabel('Your name').fill('Maya Okafor');
  await page.getByRole('button', { name: 'Join as somebody else' }).click();
  await participant.isLive();
  await page.reload();
  await participant.isLive();
  await page.goto(linkOf(server, board, 'observer'));
  await page.getByRole('button', { name: 'Join in this tab only' }).click();
  await expect(participant.line).toHaveText(/Look only/);
  await page.reload();
  await expect(participant.line).toHaveText(/Look only/);
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(`${server.origin}/`);
  await expect(elsewhere.getByText('as Maya Okafor')).toBeVisible();
  await elsewhere.getByRole('link', { name: 'Open Riverbend Works' }).click();
  await new BoardScreen(elsewhere).isLive();
});

test('[ADMIT-4] an observer sees everything and has no editing tools', async ({ join }) => {
  const facilitator = await join('facilitator', 'Maya Okafor');
  const observer = await join('observer', 'Ines Marsh');
  await facilitator.addNote(600, 450, 'Who is missing?');
  await expect(observer.note('Who is missing?')).toBeVisible();
  await expect(observer.line).toHaveText(/Look only/);
  await expect(observer.page.getByTestId('tools.note')).toHaveCount(0);
  await observer.page.keyboard.press('n');
  await observer.page.mouse.click(800, 500);
  await facilitator.addNote(900, 450, 'Second');
  await expect(observer.notes).toHaveCount(2);
  await expect(facilitator.notes).toHaveCount(2);
});

test('[DOOR-1] [DOOR-14] [PAGE-5] the shared link opens elsewhere, and after a reset the old link shows a plain message', async ({
  join,
  openProfile,
  server,
  board,
}) => {
  const facilitator = await join('facilitator', 'Maya Okafor');
  await facilitator.openPanel('Share');
  const shared = await facilitator.copiedLink('participants');
  // None without any network, where the panel says so; SharePanel.test.tsx has the addresses of its own.
  if (shared === null) await expect(facilitator.page.getByText('this computer is in no network')).toBeVisible();
  else {
    expect(new URL(shared).hostname).not.toBe('localhost');
    const guest = await openProfile();
    await guest.goto(shared);
    await new DoorScreen(guest).join('Jordan Tate');
    const elsewhere = new BoardScreen(guest);
    await elsewhere.isLive();
    await elsewhere.addNote(600, 450, 'From another address');
    await expect(facilitator.note('From another address')).toBeVisible();
  }
  await facilitator.page.getByText('Manage links').click();
  await facilitator.page.getByRole('button', { name: 'Reset link for Participants' }).click();
  const asks = facilitator.page.getByRole('complementary', { name: 'Share' }).getByRole('alertdialog');
  await expect(asks).toBeVisible();
  expect(await findUnreachable(facilitator.page.getByRole('banner')), 'the board goes on').toEqual([]);
  await asks.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(facilitator.page.getByText('The link is new; the old one no longer works.')).toBeVisible();
  const late = new DoorScreen(await openProfile());
  await late.open(linkOf(server, board, 'participant'));
  await expect(late.page.getByRole('heading', { name: 'This link was reset' })).toBeVisible();
});
