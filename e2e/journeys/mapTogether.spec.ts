/** Journey 2, the map: canvas and outline show one map, to everybody. */
import { MapViews } from '../pages/MapViews.ts';
import { writesOnCanvas } from '../pages/writesOnCanvas.ts';
import { expect, test } from '../people.ts';

test('[OUTLINE] what one places on the canvas another renames by keyboard, and undo takes back only the own act', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const amina = await join('participant', 'Amina Reyes');
  const [mayaMap, jordanMap, aminaMap] = [maya, jordan, amina].map(({ page }) => new MapViews(page)) as [
    MapViews,
    MapViews,
    MapViews,
  ];
  for (const views of [mayaMap, jordanMap, aminaMap]) await expect(views.wedges.first()).toBeVisible();
  const before = await mayaMap.wedges.count();

  await maya.page.keyboard.press('Escape');
  await maya.page.keyboard.press('i');
  await maya.page.mouse.click(500, 420);
  await expect(mayaMap.wedges).toHaveCount(before + 1);
  await writesOnCanvas(maya.page);
  await maya.page.keyboard.type('Rides to work');
  await maya.page.keyboard.press('Escape');
  await jordanMap.open('Outline');
  await expect(jordanMap.row(/^Rides to work/)).toBeVisible();

  await aminaMap.open('Outline');
  await aminaMap.row(/^Rides to work/).focus();
  await amina.page.keyboard.press('Enter');
  await aminaMap.type('Getting to work');
  await expect(mayaMap.wedges.filter({ hasText: 'Getting to work' })).toHaveCount(1);

  await jordanMap.row(/^Getting to work/).focus();
  await jordan.page.keyboard.press('Delete');
  await expect(mayaMap.wedges).toHaveCount(before);
  await maya.addNote(420, 760, 'Still writing');
  await jordan.page.keyboard.press('ControlOrMeta+z');
  await expect(mayaMap.wedges).toHaveCount(before + 1);
  await expect(mayaMap.wedges.filter({ hasText: 'Getting to work' })).toHaveCount(1);
  await expect(jordan.note('Still writing')).toBeVisible();
});

test('[FRAME] a card dragged into another wedge stands there for everybody, and in the outline', async ({
  join,
  api,
}) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const maya = await join('facilitator', 'Maya Okafor', { board });
  const jordan = await join('participant', 'Jordan Tate', { board });
  const [mayaMap, jordanMap] = [new MapViews(maya.page), new MapViews(jordan.page)];
  const card = mayaMap.cards.filter({ hasText: 'Corner Kitchens' });
  await expect(card).toBeVisible();
  const from = await card.boundingBox();
  const to = await mayaMap.cards.filter({ hasText: 'Interfaith' }).boundingBox();
  if (!from || !to) throw new Error('the cards are not on the screen');
  await maya.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await maya.page.mouse.down();
  await maya.page.mouse.move(to.x + to.width / 2, to.y + to.height + 8, { steps: 12 });
  await maya.page.mouse.up();
  await jordanMap.open('Outline');
  await jordan.page.getByRole('searchbox').fill('Corner Kitchens');
  const row = jordanMap.row(/^Corner Kitchens/);
  await expect(row).toHaveCount(1);
  await expect(jordanMap.row(/^Knowing it first-hand/)).toBeVisible();
});

test('[OUTLINE-13] details stay at what one writes while others change the card that it was opened from', async ({
  join,
  api,
}) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const maya = await join('facilitator', 'Maya Okafor', { board });
  const jordan = await join('participant', 'Jordan Tate', { board });
  const [mayaMap, jordanMap] = [new MapViews(maya.page), new MapViews(jordan.page)];
  const kitchens = mayaMap.cards.filter({ hasText: 'Corner Kitchens' });
  const tokens = maya.page.locator('.tl-shape[data-shape-type="representative-token"]');
  await mayaMap.press('Corner Kitchens');
  await mayaMap.open('Outline');
  await maya.page.getByRole('searchbox').fill('operating document');
  await mayaMap.row(/operating document/).focus();
  await maya.page.keyboard.press('Space');
  const title = maya.page.getByRole('textbox', { name: 'Title' });
  await title.fill('');
  await title.pressSequentially('Work');
  const before = await tokens.count();
  await jordanMap.open('Outline');
  await jordan.page.getByRole('searchbox').fill('Corner Kitchens');
  await jordanMap.choose(/^Corner Kitchens/, 'Add a representative…', 'Doer');
  await expect(tokens).toHaveCount(before + 1);
  await maya.page.keyboard.type('ing paper');
  await expect(title).toHaveValue('Working paper');
  await maya.page.keyboard.press('Enter');
  await expect(maya.page.getByRole('heading', { name: 'Working paper' })).toBeVisible();
  await expect(kitchens).toHaveCount(1);
});

test('[OUTLINE-13] the numbers of a goal open with one press after its day was changed, and stay open', async ({
  join,
  api,
}) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const { page } = await join('facilitator', 'Maya Okafor', { board });
  const goal = page.locator('.tl-shape[data-shape-type="partnership-goal"]');
  const place = await goal.boundingBox();
  if (place === null) throw new Error('there is no goal in sight');
  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Details', exact: true }).click();
  const details = page.getByRole('complementary', { name: 'Views of the map' });
  const numbers = details.getByRole('button', { name: 'Numbers so far' });
  const target = details.getByRole('group', { name: 'How far, by when' });
  await target.getByLabel('Day').fill('2035-12-31');
  const button = await numbers.boundingBox();
  if (button === null) throw new Error('the numbers are not in sight');
  await numbers.hover();
  await page.mouse.down();
  await expect(details.getByText(/^Version 3/)).toBeVisible();
  await page.mouse.up();
  const value = details.getByRole('textbox', { name: 'Number', exact: true });
  for (const number of ['80', '81', '82']) {
    await value.fill(number);
    await details.getByRole('button', { name: 'Add number' }).click();
    await expect(details.getByRole('listitem').filter({ hasText: number }).first()).toBeVisible();
    await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
  }
  await expect(value).toBeVisible();
  await expect(details.getByRole('heading', { name: 'Numbers so far' })).toBeVisible();
});
