/** Journey 8: what a facilitator has locked stays, on all screens and whatever is tried. */
import { MapViews } from '../pages/MapViews.ts';
import { WorkshopView } from '../pages/WorkshopView.ts';
import { expect, phone, test } from '../people.ts';

test('[SESSION-21] a participant drags and deletes everything and the locked things stay, until a facilitator unlocks them', async ({
  join,
  server,
  board,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  await maya.addNote(420, 500, 'Stays here');
  await maya.addNote(800, 500, 'May move');
  await expect(jordan.notes).toHaveCount(2);
  const mayaView = new WorkshopView(maya.page);
  await maya.note('Stays here').click();
  await mayaView.open();
  await mayaView.press('Lock what is chosen');
  await expect(mayaView.panel.getByText('1 thing locked')).toBeVisible();

  const place = await jordan.note('Stays here').boundingBox();
  await jordan.page.mouse.click(240, 700);
  await jordan.page.keyboard.press('ControlOrMeta+a');
  for (let i = 0; i < 6; i++) await jordan.page.keyboard.press('Shift+ArrowDown');
  await expect.poll(async () => (await maya.note('May move').boundingBox())?.y).toBeGreaterThan((place?.y ?? 0) + 20);
  expect(await jordan.note('Stays here').boundingBox()).toEqual(place);
  await jordan.page.keyboard.press('Delete');
  // places of the map are chosen, too, so it is asked first
  await expect(jordan.page.getByRole('alertdialog')).toBeVisible();
  await jordan.page.keyboard.press('Enter');
  await expect(maya.note('May move')).toHaveCount(0);
  await expect(maya.note('Stays here')).toHaveCount(1);
  await expect(jordan.note('Stays here')).toHaveCount(1);

  const seat = await jordan.page.evaluate(
    (id) =>
      (JSON.parse(localStorage.getItem('roundtable.boards') ?? '[]') as { id: string; seat: string }[]).find(
        (one) => one.id === id,
      )?.seat,
    board.id,
  );
  const answer = await fetch(`${server.origin}/api/boards/${board.id}/session`, {
    method: 'POST',
    headers: { authorization: `Bearer ${seat}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'by-hand-1', command: { do: 'lockAll', on: false } }),
  });
  expect(answer.status).toBe(403);

  await maya.note('Stays here').click();
  await mayaView.press('Unlock what is chosen');
  await expect(mayaView.panel.getByText('1 thing locked')).toHaveCount(0);
  await jordan.page.keyboard.press('Escape');
  await jordan.note('Stays here').click();
  await jordan.page.keyboard.press('Delete');
  await expect(maya.note('Stays here')).toHaveCount(0);
});

test('[LINE-20] what a lock takes back of work without a line is offered, and put on again by one press', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate', { profile: { viewport: { width: 390, height: 844 } } });
  const mayaView = new WorkshopView(maya.page);
  await jordan.page.context().setOffline(true);
  await expect(jordan.line).toHaveText(/Offline/, { timeout: 60_000 });
  await jordan.addNote(200, 400, 'Evening buses');
  await mayaView.open();
  await mayaView.press('Lock everything');
  // the lock is the server's before the note comes
  await expect(mayaView.panel.getByRole('button', { name: 'Unlock everything' })).toBeVisible();
  await jordan.page.context().setOffline(false);
  const said = jordan.page.getByRole('alert').filter({ hasText: 'One thing of yours was taken back' });
  await expect(said).toBeVisible({ timeout: 30_000 });
  await expect(jordan.note('Evening buses')).toHaveCount(0);
  await expect(said.getByRole('button', { name: 'Copy the words' })).toBeVisible();
  await mayaView.press('Unlock everything');
  await said.getByRole('button', { name: 'Put on again' }).click();
  await expect(said).toHaveCount(0);
  await expect(maya.note('Evening buses')).toBeVisible();
  expect(await jordan.page.evaluate(() => document.activeElement === document.body)).toBe(false);
});

test('[SESSION-21] [SESSION-25] a locked card stays in its interest, and the frame is closed until a facilitator opens it', async ({
  join,
  api,
}) => {
  const riverbend = await api.createBoard('Riverbend Works', 'employment');
  const maya = await join('facilitator', 'Maya Okafor', { board: riverbend });
  const jordan = await join('participant', 'Jordan Tate', { board: riverbend });
  const [mayaMap, jordanMap] = [new MapViews(maya.page), new MapViews(jordan.page)];
  const mayaView = new WorkshopView(maya.page);
  await mayaMap.press('Corner Kitchens');
  await mayaView.open();
  await mayaView.press('Lock what is chosen');
  await expect(mayaView.panel.getByText(/locked$/)).toBeVisible();

  await jordanMap.open('Outline');
  await jordan.page.getByRole('searchbox').fill('Corner Kitchens');
  await jordanMap.row(/^Corner Kitchens/).focus();
  await jordan.page.keyboard.press('Delete');
  await expect(jordan.page.getByRole('status').filter({ hasText: 'A facilitator has locked this.' })).toHaveCount(1);
  await expect(mayaMap.cards.filter({ hasText: 'Corner Kitchens' })).toHaveCount(1);

  // the board has a map from its start, so its frame is closed: said in one line, and nothing of it is offered
  const tool = (page: typeof maya.page) => page.getByTestId('tools.interest');
  await expect(tool(maya.page)).toBeVisible();
  await expect(tool(jordan.page)).toHaveCount(0);
  const line = jordan.page.getByText('Only facilitators change just now: goal, interests, bodies, rounds.');
  await expect(line).toBeVisible();
  const views = jordan.page.getByRole('complementary', { name: 'Views of the map' });
  const add = views.getByRole('button', { name: 'Interest', exact: true });
  await expect(add).toHaveCount(0);

  // opened by mouse, closed by key, opened by touch
  const frame = mayaView.panel.getByRole('button', { name: 'Everyone may change the frame' });
  await frame.click();
  await expect(add).toBeVisible();
  await expect(tool(jordan.page)).toBeVisible();
  await expect(line).toHaveCount(0);
  await frame.focus();
  await maya.page.keyboard.press('Enter');
  await expect(add).toHaveCount(0);
  const sam = await join('facilitator', 'Sam Reyes', { board: riverbend, profile: phone });
  const samView = new WorkshopView(sam.page);
  await samView.open();
  await samView.unfold('Frame and locks');
  await samView.panel.getByRole('button', { name: 'Everyone may change the frame' }).tap();
  await expect(add).toBeVisible();
  await jordanMap.addInterest('Evening classes');
  await expect(mayaMap.wedges.filter({ hasText: 'Evening classes' }).first()).toBeVisible();
});
