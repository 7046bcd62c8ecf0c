import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { workbook } from '#client/testing/workbook.ts';
import Papa from 'papaparse';
import { findSerious } from '../pages/findSerious.ts';
import { MapViews } from '../pages/MapViews.ts';
import { chooseInMenu } from '../pages/openFromBar.ts';
import { expect, phone, test } from '../people.ts';

const file = (text: string) => ({ name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

const rows = [
  'organization,sector,interest,kind,role_title,influence,Color',
  'Night School,education,Evening classes,doer,Teacher,4,red',
  'Bus Company,business,Ways to work,decision_maker,Head of routes,,blue',
  'Circus,circus,Ways to work,doer,Director,,',
  'Tenants Union,community,Ways to work,designee,Speaker,,',
].join('\r\n');

async function openTable(page: Page): Promise<void> {
  await new MapViews(page).open('Outline');
  await page.getByRole('button', { name: 'Import or export as a table (CSV)' }).click();
  await expect(page.getByRole('heading', { name: 'Table (CSV)' })).toBeVisible();
}

const choose = (page: Page, text: string) => page.locator('input[type=file][accept*=csv]').setInputFiles(file(text));

async function download(page: Page): Promise<{ name: string; rows: Record<string, string>[]; text: string }> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the register' }).click(),
  ]);
  const text = await readFile(await saved.path(), 'utf8');
  const parsed = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return { name: saved.suggestedFilename(), rows: parsed.data, text };
}

test('[CSV-4] [CSV-5] an import shows what it would do and each bad row, and one undo takes it back', async ({
  join,
}) => {
  const ana = await join('facilitator', 'Ana');
  const ben = await join('participant', 'Ben');
  await openTable(ana.page);
  await openTable(ben.page);
  await choose(ana.page, rows);
  const preview = ana.page.getByText('What the import would do');
  await expect(preview).toBeVisible();
  await expect(ana.page.getByText('3 rows can be taken.')).toBeVisible();
  await expect(ana.page.getByText('3 organizations are added')).toBeVisible();
  await expect(ana.page.getByRole('listitem').filter({ hasText: /^Night School$/ })).toBeVisible();
  await expect(ana.page.getByRole('listitem').filter({ hasText: /^Head of routes \(Bus Company\)$/ })).toBeVisible();
  await expect(ana.page.getByRole('row', { name: /^4 sector “circus” does not fit here/ })).toBeVisible();
  await expect(ana.page.getByText('Columns that nobody here knows, left out: Color.')).toBeVisible();
  expect(await findSerious(ana.page)).toEqual([]);
  // nothing has happened yet
  expect((await download(ben.page)).rows).toEqual([]);

  await ana.page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(ana.page.getByText('Imported. One undo takes all of it back.').first()).toBeVisible();
  await expect
    .poll(async () => (await download(ben.page)).rows.map((row) => `${row['organization']}: ${row['role_title']}`))
    .toEqual(['Night School: Teacher', 'Bus Company: Head of routes', 'Tenants Union: Speaker']);

  await ana.page.getByRole('complementary', { name: 'Table (CSV)' }).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await download(ben.page)).rows).toEqual([]);
});

test('[CSV-6] [CSV-3] the exported register comes back as it was; only the internal one has ratings', async ({
  api,
  join,
}) => {
  const board = await api.createBoard('Riverbend', 'employment');
  const ana = await join('facilitator', 'Ana', { board });
  await openTable(ana.page);
  const plain = await download(ana.page);
  expect(plain.name).toMatch(/^riverbend-works-register-\d{4}-\d\d-\d\d\.csv$/);
  expect(plain.text).not.toMatch(/influence|stake|REP-6/);
  expect(plain.rows.length).toBeGreaterThan(30);
  await ana.page.getByLabel('Internal: with influence and stake').check();
  const internal = await download(ana.page);
  expect(internal.name).toMatch(/-internal\.csv$/);
  expect(internal.rows.find((row) => row['organization_id'] === 'state-labor-office')?.['influence']).toMatch(
    /^[1-5]$/,
  );

  await choose(ana.page, plain.text);
  await expect(ana.page.getByText('Nothing would change: all of this is on the board already.')).toBeVisible();

  const other = await join('participant', 'Ben');
  await openTable(other.page);
  await expect(other.page.getByLabel('Internal: with influence and stake')).toHaveCount(0);
  await choose(other.page, internal.text);
  await expect(
    other.page.getByText('Influence and stake are left out: only facilitators can import them.'),
  ).toBeVisible();
  await other.page.getByRole('button', { name: 'Import', exact: true }).click();
  const taken = ['organization_id', 'organization', 'sector', 'interest', 'role_title', 'kind', 'engagement', 'since'];
  const cells = (list: readonly Record<string, string>[]) =>
    list.map((row) => taken.map((column) => row[column]).join('|')).toSorted();
  await expect.poll(async () => cells((await download(other.page)).rows)).toEqual(cells(plain.rows));
});

const ownList = [
  'Partners of Riverbend',
  '',
  'Wer;Was;Art;Dabei seit',
  'Night School;Education;Doer;6/1/2025',
  'River House;Nonprofit;Designee;3/4/2025',
].join('\r\n');

test('[CSV-12] [CSV-9] [CSV-7] a list with headings of its own is matched by finger, mouse and keyboard, and remembered', async ({
  join,
}, testInfo) => {
  const { page } = await join('facilitator', 'Ana', { profile: phone });
  await page.getByRole('banner').getByRole('button', { name: 'Menu' }).tap();
  await chooseInMenu(page, 'Outline', (target) => target.tap());
  await page.getByRole('button', { name: 'Import or export as a table (CSV)' }).tap();
  await choose(page, ownList);
  await expect(page.getByText('Which column holds the names of the organizations?')).toBeVisible();
  await page.getByLabel('What “Wer” holds').selectOption('Organization');
  await page.getByLabel('What “Was” holds').selectOption('Sector');
  await page.getByLabel('What “Art” holds').selectOption('Kind of representative');
  await page.getByLabel('What “Dabei seit” holds').selectOption('Since (day)');
  expect(await findSerious(page)).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('match-phone.png') });
  await page.getByRole('button', { name: 'Look at what would come' }).tap();
  await expect(page.getByText('Which day is “6/1/2025”?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await page.getByText('June 1, 2025').tap();
  expect(await findSerious(page)).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('days-phone.png') });
  await page.getByRole('button', { name: 'Import', exact: true }).tap();
  await expect(page.getByText('Imported. One undo takes all of it back.').first()).toBeVisible();

  const ben = await join('participant', 'Ben');
  await openTable(ben.page);
  await choose(ben.page, ownList.replace('Wer', 'Org').replace('6/1', '6/13'));
  await expect(ben.page.getByText('2 rows can be taken.')).toBeVisible();
  await ben.page.getByRole('button', { name: 'Match the columns' }).click();
  const choice = ben.page.getByLabel('What “Was” holds');
  await choice.focus();
  await ben.page.keyboard.press('S');
  await expect(choice).toHaveValue('sector');
  await ben.page.screenshot({ path: testInfo.outputPath('match-wide.png') });
  await ben.page.keyboard.press('Tab');
  await ben.page.getByRole('button', { name: 'Look at what would come' }).press('Enter');
  await expect(ben.page.getByRole('heading', { name: 'What the import would do' })).toBeFocused();
  await ben.page.screenshot({ path: testInfo.outputPath('preview-wide.png') });

  // a workbook is read by a part of the page that is loaded for it
  await ben.page.getByRole('button', { name: 'Do not import' }).click();
  const buffer = Buffer.from(
    workbook([
      ['Organization', 'Sector'],
      ['Bus Company', 'Business'],
    ]),
  );
  await ben.page.locator('input[type=file][accept*=csv]').setInputFiles({ name: 'list.xlsx', mimeType: '', buffer });
  await expect(ben.page.getByRole('listitem').filter({ hasText: /^Bus Company$/ })).toBeVisible();
});
