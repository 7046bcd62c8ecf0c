/**
 * The canvas beside bare tldraw, in one browser, one after the other in each round, so that what else the machine does falls
 * on both. Medians; on a shared machine only the ratios say something.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { ServerProcess } from '../../ServerProcess.ts';
import { percentile } from '../percentile.ts';
import { numberText, tableText } from '../tableText.ts';
import type { MoveSettings } from './bare/BareBoard.ts';
import { buildBarePage, serveBarePage } from './barePage.ts';
import { BenchBoard } from './BenchBoard.ts';
import { benchShape } from './benchRecords.ts';
import { launchChromium } from './launchChromium.ts';
import { watchPage, type Marks } from './watchPage.ts';
import { weighPage } from './weighPage.ts';

export interface CanvasOptions {
  readonly shapes: number;
  readonly rounds: number;
  /** seconds of each measurement of frames */
  readonly seconds: number;
  readonly folder: string;
}

interface Frames {
  readonly times: readonly number[];
  /** processor time of the page's main thread per second, in milliseconds */
  readonly cpu: number;
}

interface Round {
  readonly marks: Marks;
  /** processor time of the page's main thread until the whole board was painted, in milliseconds */
  readonly cpu: number;
  readonly near: Frames;
  readonly whole: Frames;
}

const moving: MoveSettings = { moved: 50, people: 5, everyMs: 100 };
const dist = fileURLToPath(new URL('../../../dist/client', import.meta.url));
const openWithinMs = 90_000;
const viewport = { width: 1440, height: 900 };
export async function canvasTable(options: CanvasOptions): Promise<string> {
  const bareFolder = join(options.folder, 'bare');
  await mkdir(bareFolder, { recursive: true });
  await buildBarePage(bareFolder);
  const bare = await serveBarePage(bareFolder);
  const server = await ServerProcess.start({ DOOR_TRIES_PER_MINUTE: '100000' });
  const browser = await chromium.launch(launchChromium());
  const ours: Round[] = [];
  const theirs: Round[] = [];
  try {
    for (let round = 0; round < options.rounds; round++) {
      theirs.push(await measureBare(browser, bare.origin, options));
      ours.push(await measureOurs(browser, server, options));
    }
  } finally {
    await browser.close();
    await server.stop();
    await bare.close();
  }
  return [openingTable(ours, theirs, options), frameTable(ours, theirs, options), await weightTable(bareFolder)].join(
    '\n',
  );
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await watchPage(page, benchShape);
  return page;
}

async function measureBare(browser: Browser, origin: string, options: CanvasOptions): Promise<Round> {
  const page = await newPage(browser);
  await page.goto(origin);
  await page.waitForFunction(() => 'bareBoard' in window);
  return measure(page, options, {
    open: () =>
      page.evaluate(([shapes, settings]) => window.bareBoard.open(shapes, settings), [options.shapes, moving] as const),
    startMoving: () => page.evaluate(() => window.bareBoard.startMoving()),
  });
}

async function measureOurs(browser: Browser, server: ServerProcess, options: CanvasOptions): Promise<Round> {
  const board = await BenchBoard.fill(server, options.shapes);
  const page = await newPage(browser);
  await page.goto(await board.newSeat());
  await page.waitForFunction(() => window.watched.isHolding());
  const round = await measure(page, options, {
    open: () => page.evaluate(() => window.watched.release()),
    startMoving: () => board.startMoving(moving),
  });
  board.leave();
  return round;
}

async function measure(
  page: Page,
  options: CanvasOptions,
  board: { open(): Promise<void>; startMoving(): Promise<void> },
): Promise<Round> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const rest = () => page.evaluate(() => window.watched.frames(1000));
  await rest();
  const before = await cpuMs(session);
  await board.open();
  const marks = await page.evaluate(([shapes, withinMs]) => window.watched.marks(shapes, withinMs), [
    options.shapes,
    openWithinMs,
  ] as const);
  const cpu = (await cpuMs(session)) - before;
  await board.startMoving();
  await rest();
  const whole = await frames(page, session, options.seconds);
  await page.evaluate(() => window.watched.press('0'));
  await rest();
  const near = await frames(page, session, options.seconds);
  await page.context().close();
  return { marks, cpu, near, whole };
}

async function frames(page: Page, session: CDPSession, seconds: number): Promise<Frames> {
  const before = await cpuMs(session);
  const times = await page.evaluate((forMs) => window.watched.frames(forMs), seconds * 1000);
  const elapsed = times.reduce((sum, time) => sum + time, 0);
  return { times, cpu: (((await cpuMs(session)) - before) / elapsed) * 1000 };
}

/** Processor time that the main thread has spent on tasks: what else the machine does hardly shows in it. */
async function cpuMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

function openingTable(ours: readonly Round[], theirs: readonly Round[], { shapes, rounds }: CanvasOptions): string {
  const row = (name: string, value: (round: Round) => number) => {
    const [our = 0, their = 0] = [ours, theirs].map((all) => median(all.map(value)));
    return [name, numberText(our), numberText(their), numberText(our / their)];
  };
  const rows = [
    row('document synced / store full', ({ marks }) => marks.filled),
    row('from there: every shape on the page', ({ marks }) => marks.opened - marks.filled),
    row('from there: whole board painted', ({ marks }) => marks.whole - marks.filled),
    row('in all: every shape on the page', ({ marks }) => marks.opened),
    row('in all: whole board painted', ({ marks }) => marks.whole),
    row('processor time of the main thread', ({ cpu }) => cpu),
  ];
  const head = ['ms, median', 'board page', 'bare tldraw', 'ratio'];
  return `\nOpening a board of ${shapes} shapes, from the document's arrival (bare: from the records); ${rounds} rounds\n\n${tableText(head, rows)}\n`;
}

function frameTable(ours: readonly Round[], theirs: readonly Round[], { shapes }: CanvasOptions): string {
  const row = (name: string, of: (round: Round) => Frames) => {
    const cells = [ours, theirs].flatMap((all) => {
      const times = all.flatMap((round) => of(round).times);
      return [median(times), percentile(times, 0.95), median(all.map((round) => of(round).cpu))].map(numberText);
    });
    return [name, ...cells];
  };
  const rows = [row('zoomed in (100 %)', (round) => round.near), row('whole board', (round) => round.whole)];
  const head = ['ms between frames', 'board median', 'p95', 'cpu ms a second', 'bare median', 'p95', 'cpu ms a second'];
  return `\nFrames while ${moving.people} people move ${moving.moved} of ${shapes} shapes, each ${1000 / moving.everyMs} times a second\n\n${tableText(head, rows)}\n`;
}

async function weightTable(bareFolder: string): Promise<string> {
  const [bare, first, board] = [
    await weighPage(bareFolder),
    await weighPage(dist),
    await weighPage(dist, ['BoardPage']),
  ];
  const kilo = (bytes: number) => (bytes / 1000).toFixed(1);
  const row = (name: string, raw: number, gzip: number, brotli: number) => [name, kilo(raw), kilo(gzip), kilo(brotli)];
  const rows = [
    row('home and join page', first.raw, first.gzip, first.brotli),
    row('board page', board.raw, board.gzip, board.brotli),
    row('bare tldraw page', bare.raw, bare.gzip, bare.brotli),
    row('board page over bare tldraw', board.raw - bare.raw, board.gzip - bare.gzip, board.brotli - bare.brotli),
  ];
  return `\nJavaScript of a first visit\n\n${tableText(['kB', 'raw', 'gzip', 'brotli'], rows)}\n`;
}

const median = (values: readonly number[]) => percentile(values, 0.5);
