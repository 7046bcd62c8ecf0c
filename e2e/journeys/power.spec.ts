import type { Page } from '@playwright/test';
import type { BoardRatings } from '#shared/wire/http.ts';
import { findSerious } from '../pages/findSerious.ts';
import { MapViews } from '../pages/MapViews.ts';
import { expect, test } from '../people.ts';

const openName = 'Influence and stake (facilitators)';

async function openGrid(page: Page): Promise<void> {
  await new MapViews(page).open('Coverage');
  await page.getByRole('button', { name: openName }).click();
  await expect(page.getByRole('heading', { name: 'Influence and stake' })).toBeVisible();
}

test('[RATE-4] facilitators rate by dragging, by keys and by buttons; others never get a number', async ({
  api,
  join,
}) => {
  const board = await api.createBoard('Riverbend', 'employment');
  const helper = await api.join(board, 'facilitator', 'Helper');
  const stored = async () =>
    ((await api.call('GET', `/api/boards/${board.id}/ratings`, undefined, helper.seat)) as BoardRatings).ratings;
  const ana = await join('facilitator', 'Ana', { board });
  const ben = await join('participant', 'Ben', { board });
  const { page } = ana;
  await openGrid(page);
  const chip = page.getByRole('button', { name: /State Labor Department/ });
  const cell = (influence: number, stake: number) =>
    page.getByRole('group', { name: `Influence ${influence}, stake ${stake}` });
  expect(await findSerious(page)).toEqual([]);

  const [from, to] = [await chip.boundingBox(), await cell(1, 5).boundingBox()];
  if (!from || !to) throw new Error('chip or cell is not there');
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(cell(1, 5).getByRole('button', { name: /State Labor Department/i })).toBeVisible();
  await expect.poll(async () => (await stored())['state-labor-office']).toEqual({ influence: 1, stake: 5 });

  await chip.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(chip).toBeFocused();
  await expect.poll(async () => (await stored())['state-labor-office']).toEqual({ influence: 3, stake: 4 });

  const editor = page.getByRole('region', { name: /^Rating of/ });
  await editor.getByRole('radio', { name: '5' }).first().check();
  await expect.poll(async () => (await stored())['state-labor-office']).toEqual({ influence: 5, stake: 4 });
  await editor.getByRole('button', { name: 'Take out of the grid' }).click();
  await expect.poll(async () => (await stored())['state-labor-office']).toBeUndefined();
  await expect(
    page.getByRole('region', { name: 'Not rated yet' }).getByRole('button', { name: /State Labor Department/i }),
  ).toBeVisible();

  // taken back with the keyboard and with the button; another facilitator sees it within a second
  const eve = await join('facilitator', 'Eve', { board });
  await openGrid(eve.page);
  const there = (influence: number, stake: number) =>
    eve.page
      .getByRole('group', { name: `Influence ${influence}, stake ${stake}` })
      .getByRole('button', { name: /State Labor Department/i });
  await chip.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(there(5, 4)).toBeVisible({ timeout: 1_000 });
  await page.getByRole('button', { name: 'Undo my last rating' }).click();
  await expect(there(3, 4)).toBeVisible({ timeout: 1_000 });
  await expect(eve.page.getByRole('button', { name: 'Undo my last rating' })).toHaveCount(0);

  // nobody else: neither on the screen nor from the server, nor in the document that everybody has
  await new MapViews(ben.page).open('Coverage');
  await expect(ben.page.getByRole('button', { name: openName })).toHaveCount(0);
  const guest = await api.join(board, 'participant', 'Guest');
  await expect(api.call('GET', `/api/boards/${board.id}/ratings`, undefined, guest.seat)).rejects.toThrow(/403/);

  await page.getByRole('button', { name: 'Delete all ratings' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  expect(Object.keys(await stored()).length).toBeGreaterThan(10);
  await page.getByRole('button', { name: 'Delete all ratings' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete all' }).click();
  await expect.poll(stored).toEqual({});
  await expect(cell(5, 5).getByRole('button')).toHaveCount(0);
});
