/** Journey 3: the board says who is missing, to everybody, and says it again when that changes. */
import { findSerious } from '../pages/findSerious.ts';
import { MapViews } from '../pages/MapViews.ts';
import { expect, test } from '../people.ts';

test('[FIND] [OUTLINE-20] an interest is a gap for everybody until people come whose organization is at the table', async ({
  join,
}, testInfo) => {
  const people = [
    await join('facilitator', 'Maya Okafor'),
    await join('participant', 'Jordan Tate'),
    await join('participant', 'Amina Reyes', { profile: { hasTouch: true, viewport: { width: 1440, height: 900 } } }),
  ] as const;
  const views = people.map(({ page }) => new MapViews(page));
  for (const view of views) await view.open('Outline');
  const [maya, jordan] = views as [MapViews, MapViews];

  await maya.addInterest('Getting to work');
  await maya.choose(/^Getting to work/, 'Add an organization');
  await maya.type('Riverbend Transit');
  await maya.choose(/^Riverbend Transit/, 'Add a representative…', 'Designee');
  await maya.type('Community liaison');
  // nobody has asked this organization yet: its people do not count, and whoever placed the first one is asked
  for (const view of views) {
    await expect(view.row(/^Getting to work.*missing: designee, doer, decision-maker/)).toBeVisible();
    await expect(view.row(/^Riverbend Transit.*not contacted/)).toBeVisible();
  }
  const ask = maya.page.getByRole('group', { name: /^Is Riverbend Transit at the table\?/ });
  await expect(ask).toBeVisible();
  await expect(jordan.page.getByRole('group', { name: /at the table\?/ })).toHaveCount(0);
  await maya.page.screenshot({ path: testInfo.outputPath('ask.png') });
  expect(await findSerious(maya.page)).toEqual([]);
  await ask.getByRole('button', { name: 'Not yet' }).click();
  await expect(ask).toHaveCount(0);
  const [, , amina] = views as [MapViews, MapViews, MapViews];
  const card = await amina.cards.filter({ hasText: 'Riverbend Transit' }).boundingBox();
  if (card === null) throw new Error('the card is not in sight');
  await amina.page.touchscreen.tap(card.x + card.width / 2, card.y + card.height / 4);
  await amina.page.screenshot({ path: testInfo.outputPath('press.png') });
  await amina.page.getByRole('button', { name: 'Riverbend Transit is at the table' }).tap();
  for (const view of views) {
    await expect(view.row(/^Getting to work.*missing: doer, decision-maker/)).toBeVisible();
  }

  await jordan.choose(/^Riverbend Transit/, 'Add a representative…', 'Doer');
  await jordan.type('Route planner');
  for (const view of views) {
    await expect(view.row(/^Getting to work.*missing: decision-maker/)).toBeVisible();
  }
});

test('[FIND] an accepted finding leaves the list for everybody and stays with its reason', async ({ join, api }) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const maya = new MapViews((await join('facilitator', 'Maya Okafor', { board })).page);
  const jordan = new MapViews((await join('participant', 'Jordan Tate', { board })).page);
  await maya.open('Findings');
  await jordan.open('Findings');
  const message = 'Nobody at the table yet for “From school to work”.';
  await expect(jordan.page.getByText(message)).toBeVisible();
  await maya.page.getByRole('button', { name: 'Accept…' }).first().click();
  await maya.page.getByRole('textbox', { name: /We accept this/ }).fill('The schools join in spring');
  await maya.page.getByRole('button', { name: 'Accept', exact: true }).click();
  for (const view of [maya, jordan]) {
    await expect(view.page.getByRole('heading', { name: message })).toHaveCount(0);
    await view.page.getByText(/^1 accepted/).click();
    await expect(view.page.getByText('Because: The schools join in spring')).toBeVisible();
  }
});
