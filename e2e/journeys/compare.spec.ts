/** Journey 11: what changed between two snapshots, exactly, as a list, on the map and as a file. */
import { readFile } from 'node:fs/promises';
import { findSerious } from '../pages/findSerious.ts';
import { MapViews } from '../pages/MapViews.ts';
import { SnapshotsView } from '../pages/SnapshotsView.ts';
import { expect, test } from '../people.ts';

test('[COMPARE-1] one interest went, one doer became a decision-maker, one organization came: exactly these', async ({
  join,
  api,
}) => {
  test.slow();
  const board = await api.createBoard('Riverbend Works', 'employment');
  await api.openFrame(board);
  const maya = await join('facilitator', 'Maya Okafor', { board });
  const jordan = await join('participant', 'Jordan Tate', { board });
  const snapshots = new SnapshotsView(maya.page);
  await snapshots.open();
  await snapshots.keep('March');

  const his = new MapViews(jordan.page);
  await his.open('Outline');
  await his.choose(/^Growing the regional economy/, 'Remove');
  await jordan.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(his.row(/^Growing the regional economy/)).toHaveCount(0);
  await his.row(/^Skills for adults/).focus();
  await his.choose(/^Skills for adults/, 'Add an organization');
  await his.type('Night bus company');
  await his.page.getByRole('searchbox').fill('Shift planning lead');
  const doer = his.row(/Shift planning lead/).first();
  await doer.focus();
  await jordan.page.keyboard.press('Space');
  await jordan.page.getByLabel('Kind', { exact: true }).selectOption({ label: 'Decision-maker' });
  await snapshots.keep('April');

  await snapshots.compare('March', 'April');
  const changes = maya.page.locator('li[data-how]');
  await expect(changes).toHaveCount(3);
  await expect(changes.nth(0)).toContainText(/^GoneGrowing the regional economy/i);
  await expect(changes.nth(1)).toContainText(/^NewNight bus company/i);
  await expect(changes.nth(2)).toContainText(/^ChangedShift planning lead/i);
  await expect(changes.nth(2)).toContainText('Kind: Doer → Decision-maker');
  const coverage = maya.page.getByRole('region', { name: 'Coverage' });
  await expect(coverage).toContainText(/\d+ percent → \d+ percent/);
  await expect(coverage).toContainText(/Growing the regional economy: .* → not there/);
  expect(await findSerious(maya.page)).toEqual([]);

  await maya.page.getByLabel('Mark it on the map').check();
  // the later snapshot is looked at, since the marks are of it
  await expect(maya.page.getByText(/^You look at “April”/)).toBeVisible();
  await expect(maya.page.locator('[data-mark="added"]').first()).toBeVisible();
  await expect(maya.page.locator('[data-mark="changed"]').first()).toBeVisible();

  const [saved] = await Promise.all([
    maya.page.waitForEvent('download'),
    maya.page.getByRole('button', { name: 'Download as Markdown' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^comparison-\d{4}-\d{2}-\d{2}\.md$/);
  const text = await readFile(await saved.path(), 'utf8');
  expect(text).toContain('# What changed: Riverbend Works');
  expect(text.match(/^- \*\*/gm)).toHaveLength(3);
  expect(text).toContain('- **New:** Night bus company');
});

test('[COMPARE-3] with now: the list follows what people do, by keyboard alone', async ({ join }) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const snapshots = new SnapshotsView(maya.page);
  await snapshots.open();
  await snapshots.keep('Empty');
  await maya.page.getByRole('button', { name: 'Compare…' }).focus();
  await maya.page.keyboard.press('Enter');
  await expect(maya.page.getByText('Nothing differs between these two.')).toBeVisible();
  const views = new MapViews(jordan.page);
  await views.open('Outline');
  await views.addInterest('Getting to work');
  const change = maya.page.locator('li[data-how]');
  await expect(change).toHaveCount(1);
  await expect(change).toContainText(/NewGetting to work/i);
  await maya.page.getByLabel('Mark it on the map').focus();
  await maya.page.keyboard.press('Space');
  await expect(maya.page.locator('[data-mark="added"]')).toBeVisible();
  await maya.page.getByRole('button', { name: 'Getting to work', exact: true }).focus();
  await maya.page.keyboard.press('Enter');
  await maya.page.getByRole('button', { name: 'All snapshots' }).press('Enter');
  await expect(maya.page.locator('[data-mark]')).toHaveCount(0);
});
