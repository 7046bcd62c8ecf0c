// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, expect, it } from 'vitest';
import { showPanel, type ShownPanel } from '../testing/showPanel.tsx';
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
