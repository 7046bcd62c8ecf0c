/** `npm run screens`: the two pictures of the README, made from the built product: frame.jpg and workshop.jpg beside this file. */
import { fileURLToPath } from 'node:url';
import { chromium, expect, type Browser } from '@playwright/test';
import type { BoardCreated } from '#shared/wire/http.ts';
import { BoardApi } from '../BoardApi.ts';
import { launchChromium } from '../load/canvas/launchChromium.ts';
import { BoardScreen } from '../pages/BoardScreen.ts';
import { MapViews } from '../pages/MapViews.ts';
import { RoundsView } from '../pages/RoundsView.ts';
import { WorkshopView } from '../pages/WorkshopView.ts';
import { ServerProcess } from '../ServerProcess.ts';

const server = await ServerProcess.start();
const api = new BoardApi(server.origin);

async function sitDown(browser: Browser, board: BoardCreated, role: 'facilitator' | 'participant', name: string) {
  const guest = await api.join(board, role, name);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const screen = new BoardScreen(await context.newPage());
  await screen.page.goto(await api.returnAddress(guest));
  await screen.isLive();
  return screen;
}

async function take({ page }: BoardScreen, name: string): Promise<void> {
  await page.mouse.move(720, 890);
  const path = fileURLToPath(new URL(`${name}.jpg`, import.meta.url));
  await page.screenshot({ path, type: 'jpeg', quality: 82 });
}

async function takeFrame(browser: Browser): Promise<void> {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const maya = await sitDown(browser, board, 'facilitator', 'Maya Okafor');
  await new MapViews(maya.page).open('Findings');
  await take(maya, 'frame');
}

async function takeWorkshop(browser: Browser): Promise<void> {
  const board = await api.createBoard('Riverbend Works', 'detroit');
  const maya = await sitDown(browser, board, 'facilitator', 'Maya Okafor');
  const jordan = await sitDown(browser, board, 'participant', 'Jordan Tate');
  for (const name of ['Amina Reyes', 'Sam Ortega']) await api.join(board, 'participant', name);
  const workshop = new WorkshopView(maya.page);
  await workshop.choose(/Who is needed for our goal/);
  await workshop.start();
  await workshop.goTo('Interests');
  await new RoundsView(maya.page).startVote('Which are essential?', ['Getting to work', 'Learning the trade'], 3);
  const vote = new RoundsView(jordan.page);
  await vote.takePart('Vote');
  await vote.more('Getting to work').click();
  await expect(vote.vote.getByText('Your vote counts as it stands.')).toBeVisible();
  const card = jordan.page.getByRole('button', { name: 'Got it' });
  if (await card.isVisible()) await card.click();
  await take(jordan, 'workshop');
}

const browser = await chromium.launch(launchChromium());
try {
  await takeFrame(browser);
  await takeWorkshop(browser);
} finally {
  await browser.close();
  await server.stop();
}
