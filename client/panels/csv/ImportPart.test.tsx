// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { ColumnMemory } from './ColumnMemory.ts';
import { ImportPart } from './ImportPart.tsx';

let panel: ShownPanel;
afterEach(() => panel.close());

const shelf = new Map<string, string>();
const memory = new ColumnMemory({
  getItem: (key) => shelf.get(key) ?? null,
  setItem: (key, value) => void shelf.set(key, value),
});
const show = async () => {
  panel = await showPanel(<ImportPart beforeImport={() => Promise.resolve()} memory={memory} />, { template: 'blank' });
};
const button = (name: string) => [...panel.place.querySelectorAll('button')].find((one) => one.textContent === name);
const field = (label: string) =>
  [...panel.place.querySelectorAll('select')].find((one) => one.getAttribute('aria-label') === label);
const paste = (text: string) => {
  panel.type(panel.place.querySelector('textarea'), text);
  panel.click(button('Look at these rows'));
};
const names = () => panel.boardMap.map().organizations.map(({ name }) => name);
const take = async () => {
  panel.click(button('Import'));
  await act(() => Promise.resolve());
};

it('[CSV-12] asks for the columns of an unknown list, shows what they hold, and knows them the next time', async () => {
  await show();
  const list = 'Wer\tWas\nNight School\teducation\nRiver House\tcommunity';
  paste(list);
  expect(panel.place.textContent).toContain('Which column holds the names of the organizations?');
  expect(panel.place.textContent).toContain('Night School · River House');
  expect(button('Look at what would come')?.disabled).toBe(true);
  panel.type(field('What “Wer” holds'), 'organization');
  panel.type(field('What “Was” holds'), 'sector');
  panel.click(button('Look at what would come'));
  expect(panel.place.textContent).toContain('2 organizations are added');
  await take();
  expect(names()).toEqual(['Night School', 'River House']);
  panel.close();
  await show();
  paste(list.replace('Night', 'Day'));
  expect(panel.place.textContent).toContain('2 organizations are added');
});

it('[CSV-9] asks once which day comes first and takes nothing before', async () => {
  await show();
  paste('organization,kind,since\nNight School,doer,6/1/2025\nRiver House,doer,3/4/2025');
  expect(panel.place.textContent).toContain('Which day is “6/1/2025”?');
  expect(button('Import')?.disabled).toBe(true);
  const answers = [...panel.place.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  expect(answers.map((one) => one.parentElement?.textContent)).toEqual(['June 1, 2025', 'January 6, 2025']);
  panel.click(answers[1]);
  await take();
  expect(panel.boardMap.map().representatives.map(({ since }) => since)).toEqual(['2025-01-06', '2025-04-03']);
});

it('[CSV-8] [CSV-4] says what is taken for the same name, and from what to what a value changes', async () => {
  await show();
  paste('organization_id,organization,size\no1,Night School,small');
  await take();
  paste('organization,size\nNIGHT SCHOOL,large');
  expect(panel.place.textContent).toContain('“NIGHT SCHOOL” in the file is “Night School”, which stays as it is');
  expect(panel.place.textContent).toContain('Size: small → large');
  await take();
  paste('organization_id,organization\no1,Day School');
  expect(panel.place.textContent).toContain('Name: Night School → Day School');
});

const list = (count: number) => `organization\n${Array.from({ length: count }, (_, at) => `Org ${at}`).join('\n')}`;
const idOf = (name: string) => panel.boardMap.map().organizations.find((one) => one.name === name)?.id;

it('[CSV-13] a table is read once, and again only where something changed on which its import rests', async () => {
  await show();
  paste(list(1));
  // ids are given in turn: the first one is that of the row that was read
  act(() => void panel.boardMap.run({ type: 'add', collection: 'actions', fields: { title: 'Call them' } }));
  panel.draw();
  await take();
  expect(idOf('Org 0')).toBe('new1');
  paste('organization,interest\nOrg 1,Work');
  act(() => void panel.boardMap.run({ type: 'add', collection: 'interests', fields: { title: 'Work' } }));
  panel.draw();
  await take();
  expect(names()).toEqual(['Org 0', 'Org 1']);
  expect(panel.boardMap.map().interests.filter(({ title }) => title === 'Work')).toHaveLength(1);
});

it('[CSV-13] a long list is read in pieces, with what was read so far, and shows its names in parts', async () => {
  await show();
  paste(list(2_000));
  expect(panel.place.textContent).toContain('Reading the rows');
  expect(panel.place.querySelector('progress')?.max).toBe(2_000);
  expect(button('Do not import')?.disabled).toBe(false);
  const read = async () => {
    await act(() => new Promise<void>((resolve) => void setTimeout(resolve)));
    expect(panel.place.textContent).toContain('2,000 organizations are added');
  };
  await vi.waitFor(read, { timeout: 15_000, interval: 0 });
  expect(panel.place.querySelectorAll('li')).toHaveLength(0);
  const details = panel.place.querySelector('details');
  act(() => {
    if (details) details.open = true;
    details?.dispatchEvent(new Event('toggle'));
  });
  expect(panel.place.querySelectorAll('li')).toHaveLength(100);
  panel.click(button('Show more (1,900 left)'));
  expect(panel.place.querySelectorAll('li')).toHaveLength(200);
  await take();
  expect(names()).toHaveLength(2_000);
});
