/** Journey 2, the map: canvas and outline show one map, to everybody. */
import { MapViews } from '../pages/MapViews.ts';
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
