/**
 * A map of 12 interests, 300 organizations and 600 representatives in a browser: first picture, dragging a card, dropping it,
 * the outline; and its readings. On a busy machine read the processor time; the clock shows who else was running.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { readMapOn } from '#client/map/MapReadings.ts';
import { applyChanges, readMap } from '#shared/board/mapDocument.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { joinWithYWebsocket } from '../../../server/testing/joinWithYWebsocket.ts';
import { BoardApi } from '../../BoardApi.ts';
import { ServerProcess } from '../../ServerProcess.ts';
import { percentile } from '../percentile.ts';
import { numberText, tableText } from '../tableText.ts';
import { benchMapChanges, cardsOf, type MapSize } from './benchMap.ts';
import { launchChromium } from './launchChromium.ts';
import { watchPage } from './watchPage.ts';

const size: MapSize = { interests: 12, organizations: 300, representatives: 600 };
const cardPrefix = 'shape:placement.';
const viewport = { width: 1440, height: 900 };
/** below the largest update that the server takes */
const changesPerUpdate = 200;
const settleMs = 1500;
const dragSteps = 120;

interface Spent {
  /** until the next picture after the act, by the clock */
  readonly ms: number;
  /** processor time of the main thread until the page was at rest again */
  readonly cpu: number;
}

interface Round {
  readonly painted: Spent;
  readonly frames: readonly number[];
  readonly drop: Spent;
  readonly outline: Spent;
  readonly filter: Spent;
}

export async function mapTable(rounds: number): Promise<string> {
  const server = await ServerProcess.start({ DOOR_TRIES_PER_MINUTE: '100000' });
  const browser = await chromium.launch(launchChromium());
  const all: Round[] = [];
  let map: PartnershipMap | null = null;
  try {
    for (let round = 0; round < rounds; round++) {
      const board = await fillBoard(server);
      map = board.map;
      const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
      all.push(await measure(await context.newPage(), board.address));
      await context.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return map === null ? '' : table(all, map);
}

async function fillBoard(server: ServerProcess): Promise<{ readonly address: string; readonly map: PartnershipMap }> {
  const api = new BoardApi(server.origin);
  const board = await api.createBoard('Large map');
  const join = async (name: string) => {
    const ticket = await api.ticket(await api.join(board, 'participant', name));
    const client = joinWithYWebsocket({ wsOrigin: `${server.origin.replace('http', 'ws')}/sync` }, board, ticket);
    await client.synced;
    return client;
  };
  const writer = await join('Writer');
  const changes = benchMapChanges(readMap(writer.doc), size);
  for (let from = 0; from < changes.length; from += changesPerUpdate) {
    applyChanges(writer.doc, changes.slice(from, from + changesPerUpdate), null);
    await wait(100);
  }
  const reader = await join('Reader');
  while (readMap(reader.doc).representatives.length < size.representatives) await wait(50);
  const map = readMap(writer.doc);
  reader.leave();
  writer.leave();
  const guest = await api.join(board, 'participant', 'Visitor');
  return { address: await api.returnAddress(guest), map };
}

async function measure(page: Page, address: string): Promise<Round> {
  await watchPage(page, cardPrefix);
  await page.goto(address);
  await page.waitForFunction(() => window.watched.isHolding());
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await wait(settleMs);
  const painted = await spend(session, async () => {
    await page.evaluate(() => window.watched.release());
    return page.evaluate((count) => window.watched.painted(count, 60_000), cardsOf(size));
  });
  const { frames, drop } = await drag(page, session);
  await page.getByRole('button', { name: /findings, coverage and outline/i }).click({ trial: true });
  const outline = await spend(session, () => timed(page, () => page.getByRole('tab', { name: 'Outline' }).click()));
  const field = page.getByRole('searchbox').first();
  await field.focus();
  const filter = await spend(session, () => timed(page, () => page.keyboard.press('n')));
  return { painted, frames, drop, outline, filter };
}

/** Drags one card across the whole ring, and drops it in the opposite wedge. */
async function drag(page: Page, session: CDPSession): Promise<Pick<Round, 'frames' | 'drop'>> {
  const card = await page.locator(`.tl-shape[data-shape-id^="${cardPrefix}o3~"]`).boundingBox();
  const goal = await page.locator('.tl-shape[data-shape-id="shape:goal"]').boundingBox();
  if (card === null || goal === null) throw new Error('there is no card to drag');
  const from = { x: card.x + card.width / 2, y: card.y + card.height / 2 };
  const middle = { x: goal.x + goal.width / 2, y: goal.y + goal.height / 2 };
  const to = { x: 2 * middle.x - from.x, y: 2 * middle.y - from.y };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 5, from.y + 5, { steps: 3 });
  await page.evaluate(() => {
    window.watched.keepFrames();
  });
  for (let step = 1; step <= dragSteps; step++) {
    const part = step / dragSteps;
    await page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
    await wait(8);
  }
  const frames = await page.evaluate(() => window.watched.keptFrames());
  await wait(settleMs / 3);
  const drop = await spend(session, () => timed(page, () => page.mouse.up()));
  return { frames, drop };
}

/** From the event in the page to the second picture after it. */
async function timed(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => window.watched.timeNextEvent());
  await act();
  return page.evaluate(() => window.watched.timedEvent());
}

async function spend(session: CDPSession, act: () => Promise<number>): Promise<Spent> {
  const before = await cpuMs(session);
  const ms = await act();
  await wait(settleMs);
  return { ms, cpu: (await cpuMs(session)) - before };
}

async function cpuMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

function table(all: readonly Round[], map: PartnershipMap): string {
  const spent = (name: string, of: (round: Round) => Spent) => [
    name,
    numberText(median(all.map((round) => of(round).ms))),
    numberText(median(all.map((round) => of(round).cpu))),
  ];
  const frames = all.flatMap((round) => round.frames);
  const readings = readingTimes(map);
  const rows = [
    spent('synced, until every card is painted', ({ painted }) => painted),
    ['dragging a card: between frames, median', numberText(median(frames)), ''],
    ['dragging a card: between frames, p95', numberText(percentile(frames, 0.95)), ''],
    spent('dropping it in another wedge, until it is painted', ({ drop }) => drop),
    ['readings and all findings', numberText(median(readings)), ''],
    spent('opening the outline', ({ outline }) => outline),
    spent('one letter in its filter', ({ filter }) => filter),
  ];
  const { interests, organizations, representatives } = size;
  return `\nA map of ${interests} interests, ${organizations} organizations and ${representatives} representatives; ${all.length} rounds\n\n${tableText(['ms, median', 'clock', 'processor time'], rows)}\n`;
}

function readingTimes(map: PartnershipMap): readonly number[] {
  const times: number[] = [];
  for (let turn = 0; turn < 40; turn++) {
    // A map that nothing has been remembered about.
    const fresh = structuredClone(map);
    const before = performance.now();
    readMapOn(fresh, '2026-03-02');
    if (turn >= 10) times.push(performance.now() - before);
  }
  return times;
}

const median = (values: readonly number[]) => percentile(values, 0.5);
