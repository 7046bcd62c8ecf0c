/** What a first visit costs, counted where it arrives: in a browser that knows nothing of this server. */
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { BoardScreen } from '../pages/BoardScreen.ts';
import { DoorScreen } from '../pages/DoorScreen.ts';
import { expect, linkOf, test } from '../people.ts';

const mostBytes = 120_000;

/** The scripts that a page requests from now on, by name, with their compressed size. */
function countScripts(page: Page): () => Promise<ReadonlyMap<string, number>> {
  const waiting: Promise<readonly [string, number]>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js')) return;
    waiting.push(response.body().then((body) => [pathname, gzipSync(body).length] as const));
  });
  return async () => new Map(await Promise.all(waiting));
}

test('[PAGE-1] [WEIGHT-1] home and join page request at most 120 kB of JavaScript and nothing of the board', async ({
  openProfile,
  server,
  board,
}) => {
  for (const [address, field] of [
    [`${server.origin}/`, 'Name of the board'],
    [linkOf(server, board, 'participant'), 'Your name'],
  ] as const) {
    const page = await openProfile();
    const scripts = countScripts(page);
    await page.goto(address);
    await expect(page.getByLabel(field)).toBeEditable();
    await page.waitForLoadState('networkidle');
    const sizes = await scripts();
    expect([...sizes.keys()].filter((name) => /HomePage|JoinPage/.test(name))).toHaveLength(1);
    expect([...sizes.keys()].filter((name) => /BoardPage|lateParts/.test(name))).toEqual([]);
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    expect(bytes, JSON.stringify([...sizes])).toBeLessThanOrEqual(mostBytes);
  }
});

test('[PAGE-2] [WEIGHT-1] the key leaves the address before the board is asked for, and forgetting it loads no canvas', async ({
  openProfile,
  server,
  board,
}) => {
  const page = await openProfile();
  const addresses: string[] = [];
  await page.route(/\/BoardPage-[^/]*\.js$/, async (route) => {
    addresses.push(await page.evaluate(() => location.href));
    await route.continue();
  });
  const door = new DoorScreen(page);
  await door.open(linkOf(server, board, 'participant'));
  await door.join('Ana');
  await new BoardScreen(page).isLive();
  expect(new Set(addresses)).toEqual(new Set([`${server.origin}/b/${board.id}`]));
  const home = await page.context().newPage();
  const scripts = countScripts(home);
  await home.goto(`${server.origin}/`);
  await home.getByRole('button', { name: /^Remove/ }).click();
  await home.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(home.getByRole('alertdialog')).toHaveCount(0);
  await home.getByRole('button', { name: 'Start from a file' }).click();
  await expect(home.locator('input[type=file]')).toHaveCount(1);
  await home.waitForLoadState('networkidle');
  const names = [...(await scripts()).keys()];
  expect(names.filter((name) => /ImportBoard/.test(name))).toHaveLength(1);
  expect(names.filter((name) => /BoardPage|lateParts/.test(name))).toEqual([]);
});
