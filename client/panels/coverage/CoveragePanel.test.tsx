// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, expect, it } from 'vitest';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { CoveragePanel } from './CoveragePanel.tsx';

let panel: ShownPanel;
afterEach(() => panel.close());

const cells = (row: Element | undefined) => [...(row?.querySelectorAll('td') ?? [])].map((one) => one.textContent);
const rowOf = (table: number, name: string) =>
  [...(panel.place.querySelectorAll('table')[table]?.querySelectorAll('tr') ?? [])].find((one) =>
    one.textContent?.startsWith(name),
  );

it('[OUTLINE-10] says for each interest and kind how many speak, as number and word', async () => {
  panel = await showPanel(<CoveragePanel />);
  expect(panel.place.textContent).toContain('62%');
  expect(cells(rowOf(0, 'Small and local employers'))).toEqual(['1thin', '0gap', '0gap']);
  expect(cells(rowOf(0, 'Skills for adults'))).toEqual(['0gap', '5covered', '2covered']);
});

it('[OUTLINE-10] counts organizations at the table by sector; a name leads to its interest', async () => {
  panel = await showPanel(<CoveragePanel />);
  const opened: unknown[] = [];
  panel.selection.onOpen((ref) => opened.push(ref));
  expect(cells(rowOf(1, 'From school to work')).every((one) => one === '–')).toBe(true);
  const totals = cells(rowOf(1, 'At the table')).map(Number);
  expect(totals.reduce((sum, one) => sum + one, 0)).toBe(29);
  panel.click(rowOf(0, 'Skills for adults')?.querySelector('button'));
  expect(opened).toEqual([{ collection: 'interests', id: 'adult-skills' }]);
});

it('[OUTLINE-10] follows the map: a new doer fills the gap', async () => {
  panel = await showPanel(<CoveragePanel />);
  act(() => {
    panel.boardMap.run({
      type: 'add',
      collection: 'representatives',
      fields: { organization_id: 'castellano-builders', kind: 'doer', role_title: 'Foreman' },
    });
  });
  panel.draw();
  expect(cells(rowOf(0, 'Small and local employers'))).toEqual(['1thin', '1thin', '0gap']);
});
