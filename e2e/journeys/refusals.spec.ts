/** What people read when something ends, and the way on from there. */
import { DoorScreen } from '../pages/DoorScreen.ts';
import { expect, linkOf, test } from '../people.ts';

test('[DOOR-8] [DOOR-18] who is kept out reads it at once and is not let back in by coming back, nor by a link', async ({
  join,
  server,
  board,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  await maya.page.getByRole('button', { name: /Show people/ }).click();
  await maya.page.getByRole('button', { name: 'Remove Jordan Tate' }).click();
  await maya.page.getByRole('button', { name: 'Keep them out' }).click();
  await expect(jordan.page.getByRole('heading', { name: 'You are no longer on this board' })).toBeVisible();
  await jordan.page.reload();
  await expect(jordan.page.getByRole('heading', { name: 'You are no longer on this board' })).toBeVisible();
  await expect(jordan.canvas).toHaveCount(0);
  await jordan.page.goto(linkOf(server, board, 'facilitator'));
  await expect(jordan.page.getByRole('heading', { name: 'This device is kept off this board' })).toBeVisible();
});

test('[DOOR-8] everybody on a deleted board reads that it was deleted', async ({ join, api, board }) => {
  const jordan = await join('participant', 'Jordan Tate');
  const maya = await api.join(board, 'facilitator', 'Maya Okafor');
  await api.call('DELETE', `/api/boards/${board.id}`, undefined, maya.seat);
  await expect(jordan.page.getByRole('heading', { name: 'This board was deleted' })).toBeVisible();
});

test('[PAGE-9] a facilitator deletes the board after typing its name, and no device lists it any more', async ({
  join,
  server,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  await maya.openPanel('Settings');
  await maya.page.getByRole('button', { name: 'Delete…' }).click();
  await maya.page.getByLabel(/type the name of the board/).fill('Riverbend');
  await expect(maya.page.getByRole('button', { name: 'Delete for everybody' })).toBeDisabled();
  await maya.page.getByLabel(/type the name of the board/).fill('riverbend works');
  await maya.page.getByRole('button', { name: 'Delete for everybody' }).click();
  await expect(jordan.page.getByRole('heading', { name: 'This board was deleted' })).toBeVisible();
  for (const person of [maya, jordan]) {
    await person.page.goto(`${server.origin}/`);
    await expect(person.page.getByText('Which board were you on last?')).toBeVisible();
  }
});

test('[PAGE] an unknown board and a link that was cut off each have a sentence and a way on', async ({
  server,
  board,
  openProfile,
}) => {
  const page = await openProfile();
  const door = new DoorScreen(page);
  const [, key = ''] = board.links.participant.split('#k=');
  await door.open(`${server.origin}/b/aaaaaaaaaaaaaaaa#k=${key}`);
  await expect(page.getByRole('heading', { name: 'There is no board here' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to the start page' })).toBeVisible();
  await door.open(`${server.origin}/b/${board.id}#k=nothing`);
  await expect(page.getByRole('heading', { name: 'This link is not complete' })).toBeVisible();
  await door.open(`${server.origin}/b/${board.id}`);
  await expect(page.getByRole('heading', { name: 'This board opens with its link' })).toBeVisible();
});
