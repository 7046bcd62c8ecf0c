/** Journey: the facilitator leaves the workshop with files that can be sent the same day. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { pdfText } from '#server/export/testing/pdfText.ts';
import { parseXml } from '#server/export/testing/parseXml.ts';
import { wordText } from '#server/export/testing/wordText.ts';
import { MapViews } from '../pages/MapViews.ts';
import { findSerious } from '../pages/findSerious.ts';
import { openFromBar } from '../pages/openFromBar.ts';
import { expect, test } from '../people.ts';

async function openTakeHome(page: Page): Promise<void> {
  await openFromBar(page, { button: 'Take it home', entry: 'Take it home' });
  await expect(page.getByRole('heading', { name: 'Take it home' })).toBeVisible();
}

async function download(page: Page, name: string): Promise<Download> {
  const [saved] = await Promise.all([
    page.waitForEvent('download', { timeout: 90_000 }),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return saved;
}

const bytesOf = async (saved: Download): Promise<Buffer> => readFile(await saved.path());

test('[EXPORT-1] [EXPORT-5] [CSV-7] the whole pack as one file, while others go on', async ({ api, join }) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const ana = await join('facilitator', 'Ana', { board });
  const ben = await join('participant', 'Ben', { board });
  await openTakeHome(ana.page);
  expect(await findSerious(ana.page)).toEqual([]);
  const taken = download(ana.page, 'Download everything');
  await expect(ana.page.getByText(/\d+ of \d+ files: /)).toBeVisible({ timeout: 60_000 });
  // the board stays usable for everybody
  await ben.addNote(700, 300, 'Meanwhile');
  await ben.isSaved();
  await expect(ana.note('Meanwhile')).toHaveCount(1);
  const saved = await taken;
  expect(saved.suggestedFilename()).toBe('riverbend-works-pack.zip');
  const files = unzipSync(await bytesOf(saved));
  const count = Object.keys(files).length;
  await expect(ana.page.getByText(`The ZIP is downloaded: ${count} files.`)).toBeVisible();

  const pdf = await pdfText(files['summary.pdf']!);
  expect(pdf.text).toContain('Riverbend Works');
  expect(pdf.bookmarks).toContain('Actions');
  const report = wordText(files['reports/participants.docx']!);
  expect(report.text).toContain('Who is missing');
  expect(report.text).not.toContain('Ben');
  const drawing = parseXml(new TextDecoder().decode(files['pictures/frame.svg']));
  // however its lines are broken
  expect(
    drawing
      .all('text')
      .map((one) => one.text)
      .join(' '),
  ).toContain('Castellano Builders');
  expect(drawing.all('style')[0]?.text).toContain('@font-face');
  const { width } = PNG.sync.read(Buffer.from(files['pictures/structure.png']!));
  expect(width).toBeGreaterThan(1_000);
  const state = /State of [^\r\n.]+/.exec(new TextDecoder().decode(files['README.txt']))?.[0] ?? 'nothing';
  expect(pdf.text).toContain(state);

  // the register in it comes back as it went
  await new MapViews(ana.page).open('Outline');
  await ana.page.getByRole('button', { name: 'Import or export as a table (CSV)' }).click();
  const buffer = await bytesOf(saved);
  const choose = ana.page.locator('input[type=file][accept*=csv]');
  await choose.setInputFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer });
  await expect(ana.page.getByText('Nothing would change: all of this is on the board already.')).toBeVisible();
});

test('[EXPORT-6] single files, and this page with its drawings', async ({ api, join }) => {
  const board = await api.createBoard('Newark', 'newark');
  const ana = await join('facilitator', 'Ana', { board });
  await ana.addNote(700, 300, 'Call Maria Lopez at 555 010 2233');
  await ana.isSaved();
  await openTakeHome(ana.page);
  const register = await download(ana.page, 'Stakeholder register as CSV');
  expect((await bytesOf(register)).subarray(0, 3).toString('hex')).toBe('efbbbf');
  await ana.page.getByLabel('Paper for the one page and the poster').selectOption('a4');
  const sheet = await bytesOf(await download(ana.page, 'One page for whoever decides as PDF'));
  expect((await pdfText(sheet)).text).toContain('Who is at the table');
  expect(sheet.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
  const svg = await download(ana.page, 'This page with all drawings as SVG');
  const drawn = parseXml((await bytesOf(svg)).toString('utf8'));
  expect(drawn.text).toContain('Call Maria Lopez');
  expect(drawn.all('desc')[0]?.text).toMatch(/^State of \w+ \d+, \d{4}.* \(.+\)$/);
  const png = await download(ana.page, 'This page with all drawings as PNG');
  const drawnPng = await bytesOf(png);
  expect(PNG.sync.read(drawnPng).width).toBeGreaterThan(1_000);
  expect(drawnPng.subarray(0, 400).toString('utf8')).toMatch(/iTXtDescription\0{5}State of \w+ \d+, \d{4}/);
});

test('[EXPORT-3] others see what they may take, and nothing else', async ({ api, join }) => {
  const board = await api.createBoard('Newark', 'newark');
  const ben = await join('participant', 'Ben', { board });
  await openTakeHome(ben.page);
  await expect(ben.page.getByRole('button', { name: 'Report for participants as Word' })).toBeVisible();
  await expect(ben.page.getByRole('button', { name: 'Download everything' })).toHaveCount(0);
  await expect(ben.page.getByRole('button', { name: /Report for funders/ })).toHaveCount(0);
  const word = await download(ben.page, 'Report for participants as Word');
  expect(wordText(await bytesOf(word)).text).toContain('Parking lot');
});
