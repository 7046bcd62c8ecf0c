/** Journey 10: a moment is kept, the board is turned back for everybody, and nothing of the present is lost. */
import { strToU8, zipSync } from 'fflate';
import type { Page, TestInfo } from '@playwright/test';
import { findSerious } from '../pages/findSerious.ts';
import { MapViews } from '../pages/MapViews.ts';
import { SnapshotsView } from '../pages/SnapshotsView.ts';
import { expect, test } from '../people.ts';
import { ServerProcess } from '../ServerProcess.ts';
import { DoorScreen } from '../pages/DoorScreen.ts';
import { BoardScreen } from '../pages/BoardScreen.ts';

/** A page that was loaded anew has forgotten this. */
const remember = (page: Page) => page.evaluate(() => Object.assign(globalThis, { stayed: true }));
const stayed = (page: Page) => page.evaluate(() => 'stayed' in globalThis);

test('[SNAP-5] [SNAP-9] "Session 1" is restored for everybody without a reload, and ten later changes are in an automatic snapshot', async ({
  join,
}, testInfo) => {
  test.slow();
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const ines = await join('observer', 'Ines Marsh');
  const [views, ring] = [new MapViews(jordan.page), new MapViews(ines.page)];
  await views.open('Outline');
  await views.addInterest('Getting to work');
  const snapshots = new SnapshotsView(maya.page);
  await snapshots.open();
  await snapshots.keep('Session 1');
  await expect(snapshots.row('Session 1')).toContainText('by a facilitator');
  await expect(snapshots.row('Session 1')).toContainText('7 interests');
  expect(await findSerious(maya.page)).toEqual([]);

  for (const name of ['Child care', 'Housing', 'Health', 'Schools', 'Money', 'Rules']) await views.addInterest(name);
  for (const [at, words] of ['Who is missing?', 'Early bus', 'Ask the county', 'Night shift'].entries())
    await jordan.addNote(320 + at * 130, 640, words);
  await expect(ring.wedges).toHaveCount(13);
  await expect(ines.notes).toHaveCount(4);
  for (const { page } of [jordan, ines]) await remember(page);

  await snapshots.restore('Session 1');
  for (const person of [maya, jordan, ines]) {
    await expect(new MapViews(person.page).wedges).toHaveCount(7);
    await expect(person.notes).toHaveCount(0);
    await expect(person.page.getByText('The board was turned back to “Session 1”')).toBeVisible();
  }
  for (const { page } of [jordan, ines]) expect(await stayed(page)).toBe(true);
  // who was there goes on at once
  await views.open('Outline');
  await views.addInterest('Another start');
  await expect(ring.wedges).toHaveCount(8);

  const before = 'Before “Session 1” was restored';
  await expect(snapshots.row(before)).toContainText('13 interests');
  await expect(snapshots.row(before)).toContainText('4 drawings');
  await snapshots.look(before);
  await expect(maya.page.getByText(/^You look at/)).toBeVisible();
  await expect(new MapViews(maya.page).wedges).toHaveCount(13);
  await expect(maya.note('Ask the county')).toBeVisible();
  expect(await findSerious(maya.page)).toEqual([]);
  // looking changes nothing for the others, nobody is there, and nothing can be changed in it
  await jordan.pointAt(600, 500);
  await jordan.pointAt(620, 510);
  await expect(maya.cursors).toHaveCount(0);
  await expect(ring.wedges).toHaveCount(8);
  await maya.page.keyboard.press('n');
  await maya.page.mouse.click(420, 700);
  await expect(maya.notes).toHaveCount(4);
  await snapshots.backToNow();
  await expect(new MapViews(maya.page).wedges).toHaveCount(8);

  await snapshots.restore(before);
  for (const person of [maya, jordan, ines]) {
    await expect(new MapViews(person.page).wedges).toHaveCount(13);
    await expect(person.notes).toHaveCount(4);
  }

  // the board as it was before anybody worked was kept by the clock
  const timed = maya.page.getByRole('region', { name: 'As it was, by time' });
  await timed.locator('summary').first().click();
  await expect(timed.getByRole('heading', { name: /^As it was at/ }).first()).toBeVisible();
  await maya.page.screenshot({ path: testInfo.outputPath('timed.png') });
  await takeBackOne(maya, jordan, [maya, jordan, ines], testInfo);
});

/** What one person removes is taken back alone. */
async function takeBackOne(maya: BoardScreen, jordan: BoardScreen, everybody: readonly BoardScreen[], info: TestInfo) {
  await jordan.note('Ask the county').click();
  await jordan.page.keyboard.press('Delete');
  await expect(maya.notes).toHaveCount(3);
  await maya.page.getByRole('button', { name: /^Show people/ }).click();
  await maya.page.getByRole('button', { name: 'Take back what Jordan Tate did' }).click();
  await expect(maya.page.getByText('Comes back: 1 drawing.')).toBeVisible();
  expect(await findSerious(maya.page)).toEqual([]);
  await maya.page.locator('summary').filter({ hasText: 'as they are now' }).click();
  await maya.page.screenshot({ path: info.outputPath('preview.png') });
  await maya.page.setViewportSize({ width: 390, height: 844 });
  await maya.page.emulateMedia({ colorScheme: 'dark' });
  await maya.page.screenshot({ path: info.outputPath('preview-phone-dark.png') });
  await maya.page.setViewportSize({ width: 1440, height: 900 });
  await maya.page.emulateMedia({ colorScheme: 'light' });
  await maya.page.getByRole('button', { name: 'Take back for everybody' }).click();
  await expect(maya.page.getByText('What Jordan Tate did is taken back. Back: 1 drawing.')).toBeVisible();
  for (const person of everybody) {
    await expect(person.notes).toHaveCount(4);
    await expect(person.page.getByText('What somebody did was taken back by a facilitator.')).toBeVisible();
  }
  await maya.page.screenshot({ path: info.outputPath('taken.png') });
}

test('[SNAP-6] others look and cannot turn anything back', async ({ join }) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const keeping = new SnapshotsView(maya.page);
  await keeping.open();
  await keeping.keep('Kick-off');
  const looking = new SnapshotsView(jordan.page);
  await looking.open();
  await expect(looking.row('Kick-off')).toBeVisible();
  await expect(jordan.page.getByRole('textbox', { name: 'Name for this moment' })).toHaveCount(0);
  await expect(looking.row('Kick-off').getByRole('button')).toHaveCount(1);
  await looking.look('Kick-off');
  await looking.backToNow();

  await keeping
    .row('Kick-off')
    .getByRole('button', { name: /^More about/ })
    .click();
  await keeping.row('Kick-off').getByRole('button', { name: /^Name/ }).click();
  await maya.page.getByRole('textbox', { name: 'Name', exact: true }).fill('First evening');
  await maya.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(looking.row('First evening')).toBeVisible();
  await keeping
    .row('First evening')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await maya.page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(looking.rows).toHaveCount(0);
});

test('[SNAP-7] [FRAME-40] who deletes everything is asked first; facilitators read who removed what, also later, and bring it back', async ({
  join,
  api,
}, testInfo) => {
  test.slow();
  const board = await api.createBoard('Riverbend Works', 'baltimore');
  await api.openFrame(board);
  const maya = await join('facilitator', 'Maya Okafor', { board });
  const jordan = await join('participant', 'Jordan Tate', { board });
  const [ring, own] = [new MapViews(maya.page), new MapViews(jordan.page)];
  const wedges = await ring.wedges.count();
  await jordan.draw([300, 650], [330, 690]);
  await expect(maya.drawings).toHaveCount(1);
  const ask = jordan.page.getByRole('alertdialog', { name: /^Delete \d+ things of the map at once\?$/ });
  const wipe = async (): Promise<void> => {
    await jordan.page.keyboard.press('Escape');
    await jordan.page.keyboard.press('ControlOrMeta+a');
    await jordan.page.keyboard.press('Delete');
    await expect(ask).toContainText(`${wedges} interests`);
    await expect(ask).toContainText('1 drawing');
    await expect(ask).toContainText('Undo brings it back.');
  };
  await wipe();
  await jordan.page.screenshot({ path: testInfo.outputPath('ask.png') });
  expect(await findSerious(jordan.page)).toEqual([]);
  await jordan.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(ask).toHaveCount(0);
  await expect(own.wedges).toHaveCount(wedges);
  await expect(jordan.drawings).toHaveCount(1);
  await wipe();
  // turned or made narrow, it goes on asking
  await jordan.page.setViewportSize({ width: 390, height: 844 });
  await jordan.page.screenshot({ path: testInfo.outputPath('ask-phone.png') });
  // the answer has the focus
  await jordan.page.keyboard.press('Enter');
  await expect(own.wedges).toHaveCount(0);
  await expect(ring.wedges).toHaveCount(0);
  await expect(maya.drawings).toHaveCount(0);
  await jordan.page.close();

  const told = new RegExp(`Jordan Tate removed ${wedges} interests`);
  await expect(maya.page.getByText(told)).toBeVisible();
  await maya.page.screenshot({ path: testInfo.outputPath('told.png') });
  const ines = await join('facilitator', 'Ines Marsh', { board });
  await expect(ines.page.getByText(told)).toBeVisible();
  expect(await findSerious(ines.page)).toEqual([]);
  await ines.draw([500, 650], [530, 690]);
  await ines.page.getByRole('button', { name: 'Bring exactly this back' }).click();
  await expect(ines.page.getByText('What was removed is back.')).toBeVisible();
  for (const person of [maya, ines]) {
    await expect(new MapViews(person.page).wedges).toHaveCount(wedges);
    await expect(person.drawings).toHaveCount(2);
    await expect(person.page.getByText(told)).toHaveCount(0);
  }
});

test('[SNAP-8] a snapshot becomes a board of its own', async ({ join, api }) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const maya = await join('facilitator', 'Maya Okafor', { board });
  const snapshots = new SnapshotsView(maya.page);
  await snapshots.open();
  await snapshots.keep('Session 1');
  await snapshots
    .row('Session 1')
    .getByRole('button', { name: /^More about/ })
    .click();
  await snapshots
    .row('Session 1')
    .getByRole('button', { name: /^Start a new board/ })
    .click();
  await maya.page.getByRole('textbox', { name: 'Name of the new board' }).fill('Riverbend, second try');
  await maya.page.getByRole('button', { name: 'Start the board' }).click();
  await new DoorScreen(maya.page).join('Maya Okafor');
  await expect(maya.page.getByText('Riverbend, second try').first()).toBeVisible({ timeout: 30_000 });
  await expect(new MapViews(maya.page).wedges).toHaveCount(12);
});

test('[BOARDFILE-2] [BOARDFILE-6] the board as JSON, imported into an empty server on the start page, gives the same board', async ({
  api,
  openProfile,
}, testInfo) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const guest = await api.join(board, 'facilitator', 'Maya Okafor');
  const text = JSON.stringify(
    await api.call('GET', `/api/boards/${board.id}/export/board.json`, undefined, guest.seat),
  );
  const empty = await ServerProcess.start();
  try {
    const page = await openProfile();
    await page.goto(empty.origin);
    await page.getByRole('button', { name: 'Start from a file…' }).click();
    const choose = (name: string, content: string | Uint8Array) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await choose('partners.csv', 'organization,sector\nNight School,labor');
    await expect(page.getByRole('alert')).toContainText('This is a table. Start a board first');
    await choose('cut.json', text.slice(0, 5_000));
    await expect(page.getByText(/cannot be imported: 1 thing does not fit/)).toBeVisible();
    await choose('wrong.json', text.replace('"sector":"labor"', '"sector":"circus"'));
    await expect(page.getByText(/organizations\[\d+\]\.sector/)).toBeVisible();
    expect(await findSerious(page)).toEqual([]);
    // as it comes in the pack
    await choose('pack.zip', zipSync({ 'README.txt': strToU8('x'), 'board.json': strToU8(text) }));
    await expect(page.getByText('12 interests', { exact: true })).toBeVisible();
    await expect(page.getByText('33 organizations', { exact: true })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Name of the board' }).last()).toHaveValue('Riverbend Works');
    await page.screenshot({ path: testInfo.outputPath('import.png') });
    await page.getByRole('button', { name: 'Start the board from this file' }).click();
    await new DoorScreen(page).join('Maya Okafor');
    const screen = new BoardScreen(page);
    await screen.isLive();
    await expect(new MapViews(page).wedges).toHaveCount(12);
    const views = new MapViews(page);
    await views.open('Outline');
    await expect(views.row(/^Skills for adults/)).toBeVisible();
  } finally {
    await empty.stop();
  }
});

test('[CSV-4] before an import the board is kept', async ({ join }) => {
  const maya = await join('facilitator', 'Maya Okafor');
  await new MapViews(maya.page).open('Outline');
  await maya.page.getByRole('button', { name: 'Import or export as a table (CSV)' }).click();
  const rows = 'organization,sector,interest,kind,role_title\r\nNight School,education,Evening classes,doer,Teacher';
  const file = { name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
  await maya.page.locator('input[type=file][accept*=csv]').setInputFiles(file);
  await maya.page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(maya.page.getByText('Imported. One undo takes all of it back.').first()).toBeVisible();
  const snapshots = new SnapshotsView(maya.page);
  await snapshots.open();
  await expect(snapshots.row('Before an import')).toContainText('6 interests');
});
