// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, expect, it } from 'vitest';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import type { EntityRef } from '#client/map/Selection.ts';
import { ChosenOnCanvas } from './ChosenOnCanvas.tsx';

let panel: ShownPanel;
afterEach(() => panel.close());

const city = { collection: 'organizations', id: 'mayor-office' } as const;
const button = () => panel.place.querySelector('button');
const choose = (...refs: readonly EntityRef[]): void => act(() => panel.selection.choose(refs));

it('[FRAME-90] one thing that is chosen has its name and the way to its details, also for who may not change it', async () => {
  panel = await showPanel(<ChosenOnCanvas />, { readOnly: true, isFacilitator: false });
  expect(button()).toBeNull();
  choose(city);
  expect(panel.place.textContent).toBe("City of Riverbend, Mayor's OfficeDetails");
  panel.click(button());
  expect(panel.screen.state().panel).toBe('details');
  expect(panel.selection.chosen()).toEqual([city]);
  // it is there now
  expect(button()).toBeNull();
});

it('[FRAME-90] several things, and what is gone, have none', async () => {
  panel = await showPanel(<ChosenOnCanvas />);
  choose(city, { collection: 'interests', id: 'money' });
  expect(button()).toBeNull();
  choose({ collection: 'interests', id: 'nowhere' });
  expect(button()).toBeNull();
  choose({ collection: 'interests', id: 'money' });
  expect(button()?.getAttribute('aria-label')).toBe('Details of Paying for the work');
});
