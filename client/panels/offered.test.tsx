// @vitest-environment jsdom
/** What a participant is offered in the panels while a step holds something back, or people vote. */
import { act, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ToolGroup } from '#shared/kinds/toolGroups.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { emptyWorkshop } from '#shared/wire/WorkshopState.ts';
import { lockKey, type Permits, permitsOf } from '#shared/workshop/permits.ts';
import { PermitsContext } from '#client/map/PermitsContext.ts';
import { VotedContext } from '#client/map/VotedContext.ts';
import { showPanel, type ShownPanel, type ShowOptions } from '#client/testing/showPanel.tsx';
import { ActionsPanel } from './actions/ActionsPanel.tsx';
import { CsvPanel } from './csv/CsvPanel.tsx';
import { CyclePanel } from './cycle/CyclePanel.tsx';
import { FindingsPanel } from './findings/FindingsPanel.tsx';
import { InspectorPanel } from './inspector/InspectorPanel.tsx';
import { OutlinePanel } from './outline/OutlinePanel.tsx';
import { SheetsPanel } from './sheets/SheetsPanel.tsx';

let panel: ShownPanel;
afterEach(() => panel.close());

const step = { id: 's', title: 's', minutes: 1, instruction: '', view: 'free', stage: null, activity: null } as const;
const stepWith = (...tools: ToolGroup[]): Permits =>
  permitsOf({ ...emptyWorkshop, skeletonOpen: false, agenda: [{ ...step, tools }], step: 's' });

interface Held {
  readonly permits: Permits | null;
  readonly voted?: ReadonlySet<string>;
}
async function show({ permits, voted = new Set() }: Held, part: ReactNode, options: ShowOptions = {}): Promise<void> {
  panel = await showPanel(
    <PermitsContext value={permits}>
      <VotedContext value={voted}>{part}</VotedContext>
    </PermitsContext>,
    { isFacilitator: false, ...options },
  );
}

const text = () => panel.place.textContent ?? '';
const buttons = () =>
  [...panel.place.querySelectorAll('button')].map((one) => one.getAttribute('aria-label') ?? one.textContent ?? '');
const offers = (start: string) => buttons().some((one) => one.startsWith(start));
const fields = () => panel.place.querySelectorAll('textarea, input:not([disabled]), select:not([disabled])').length;

/** Opens the menu of a row by key, and closes it again. */
async function menuOf(row: HTMLElement | null | undefined): Promise<readonly string[]> {
  act(() => row?.focus());
  panel.press('F10', { shiftKey: true });
  const names = [...document.querySelectorAll('[role=menuitem]')].map((one) => one.textContent ?? '');
  panel.press('Escape');
  await act(() => new Promise((done) => setTimeout(done)));
  return names;
}

const sheet: readonly Command[] = [
  { type: 'add', collection: 'sheets', id: 's', fields: { question: 'Who pays?' } },
  { type: 'add', collection: 'groups', id: 'g', fields: { sheet_id: 's', title: 'Money' } },
  { type: 'add', collection: 'ideas', id: 'a', fields: { sheet_id: 's', text: 'Banks', group_id: 'g' } },
  { type: 'add', collection: 'ideas', id: 'b', fields: { sheet_id: 's', text: 'Night buses' } },
  { type: 'add', collection: 'ideas', id: 'c', fields: { sheet_id: 's', text: 'Night bus' } },
];
async function showSheet(held: Held, part: ReactNode = <SheetsPanel />): Promise<void> {
  await show(held, part, { template: 'blank' });
  act(() => {
    panel.boardMap.run(...sheet);
  });
  panel.draw();
}
const sheetRow = (name: string) =>
  [...panel.place.querySelectorAll<HTMLElement>('[data-sheet-row]')].find((one) => one.textContent?.startsWith(name));

describe('findings and actions', () => {
  it('[OFFER-1] a step without actions offers neither an action nor accepting, and says so once', async () => {
    await show({ permits: stepWith('people') }, <FindingsPanel onCoverage={() => {}} />);
    expect([offers('Go there'), offers('Make an action'), offers('Accept')]).toEqual([true, false, false]);
    expect(text().split('This step does not include actions and parked things.')).toHaveLength(2);
    expect(panel.place.querySelectorAll('input[type=checkbox]:not([disabled])')).toHaveLength(0);
    panel.close();
    await show({ permits: stepWith('actions') }, <FindingsPanel onCoverage={() => {}} />);
    expect([offers('Make an action'), offers('Accept')]).toEqual([true, true]);
    expect(text()).not.toContain('This step does not include');
  });

  it('[OFFER-1] actions are read, nothing is added or parked, a locked one alone is read among others', async () => {
    await show({ permits: stepWith('people') }, <ActionsPanel />);
    expect(text()).toContain('This step does not include actions and parked things. A facilitator can open it.');
    expect([fields(), offers('New action'), offers('Park')]).toEqual([0, false, false]);
    expect(text()).toContain('no owner yet');
    panel.close();
    const [first] = panel.boardMap.map().actions;
    const locks = new Set([lockKey.entity('actions', first?.id ?? '')]);
    await show({ permits: { ...permitsOf(emptyWorkshop), locks } }, <ActionsPanel />);
    const open = panel.boardMap.map().actions.length;
    expect(panel.place.querySelectorAll('input[type=checkbox]:not([disabled])')).toHaveLength(open - 1);
    expect(offers('New action')).toBe(true);
  });

  it('[OFFER-1] what somebody was writing when the step began stays and cannot be sent', async () => {
    await show({ permits: stepWith('actions') }, <ActionsPanel />);
    panel.type(panel.place.querySelector('input[aria-label="Park a question"]'), 'Who owns the bus?');
    const { drafts } = panel;
    panel.close();
    await show({ permits: stepWith('people') }, <ActionsPanel />, { drafts });
    const field = panel.place.querySelector<HTMLInputElement>('input[aria-label="Park a question"]');
    expect(field?.value).toBe('Who owns the bus?');
    const before = panel.boardMap.map().parking_lot.length;
    act(() => field?.form?.requestSubmit());
    expect(panel.boardMap.map().parking_lot).toHaveLength(before);
    expect(panel.place.querySelector<HTMLButtonElement>('form button')?.disabled).toBe(true);
  });
});

describe('the cycle and numbers', () => {
  it('[OFFER-1] in a step without the cycle notes are read, in one without actions they become none', async () => {
    await show({ permits: stepWith('actions') }, <CyclePanel litStage={null} />);
    expect(text()).toContain('This step does not include the cycle.');
    expect(panel.place.querySelector('textarea')).toBeNull();
    const row = panel.place.querySelector<HTMLElement>('[data-cycle-row]');
    expect(await menuOf(row)).toEqual(['Details', 'Make an action']);
    panel.close();
    await show({ permits: stepWith('cycle') }, <CyclePanel litStage={null} />);
    expect(panel.place.querySelector('textarea')).not.toBeNull();
    const names = await menuOf(panel.place.querySelector<HTMLElement>('[data-cycle-row]'));
    expect(names).not.toContain('Make an action');
    expect(names).toEqual(expect.arrayContaining(['Move up', 'Remove']));
  });

  it('[OFFER-1] in a step without numbers nothing is measured', async () => {
    const details = <InspectorPanel from="Outline" onBack={() => {}} />;
    for (const [tools, count] of [
      ['people', 0],
      ['numbers', 1],
    ] as const) {
      await show({ permits: stepWith(tools) }, details);
      const { indicators } = panel.boardMap.map();
      act(() => panel.selection.open({ collection: 'indicators', id: indicators[0]?.id ?? '' }));
      expect(panel.place.querySelectorAll('input[aria-label="Number"]'), tools).toHaveLength(count);
      if (count === 0) panel.close();
    }
  });
});

describe('tables', () => {
  const csv = <CsvPanel beforeImport={() => Promise.resolve()} />;
  const paste = (table: string) => {
    panel.type(panel.place.querySelector('textarea'), table);
    panel.click([...panel.place.querySelectorAll('button')].find((one) => one.textContent === 'Look at these rows'));
  };
  const take = () => [...panel.place.querySelectorAll('button')].find((one) => one.textContent === 'Import');

  it('[OFFER-2] are not read in where nobody may add organizations', async () => {
    await show({ permits: stepWith('actions') }, csv);
    expect(text()).toContain('This step does not include organizations and people.');
    expect(panel.place.querySelector('textarea')).toBeNull();
  });

  it('[OFFER-2] that would change the closed frame say so, and are not taken', async () => {
    await show({ permits: stepWith('people') }, csv);
    paste('organization,sector\nNight School,education');
    expect(take()?.disabled).toBe(false);
    panel.close();
    await show({ permits: stepWith('people') }, csv);
    paste('organization,sector,interest\nNight School,education,A new interest');
    expect(text()).toContain('The frame (goal, interests, bodies, rounds) is closed just now.');
    expect(take()?.disabled).toBe(true);
  });
});

describe('sheets', () => {
  it('[OFFER-3] without a right to sheets a note still becomes what the step includes, and nothing else is offered', async () => {
    await showSheet({ permits: stepWith('actions') });
    expect(text()).toContain('This step does not include sheets of notes.');
    for (const name of ['Tidy', 'Group them', 'Merge them', 'Move “Banks”', 'Add', 'New sheet'])
      expect(offers(name), name).toBe(false);
    expect(await menuOf(sheetRow('Banks'))).toEqual(['Make it an action', 'Park it', 'Details']);
    panel.close();
    await showSheet({ permits: stepWith('actions') }, <OutlinePanel />);
    const row = [...panel.place.querySelectorAll<HTMLElement>('[role=treeitem]')].find((one) =>
      one.getAttribute('aria-label')?.startsWith('Sheets'),
    );
    expect(await menuOf(row)).toEqual([]);
  });

  it('[OFFER-3] while people vote on a note it is moved, and not merged, parted or deleted', async () => {
    await showSheet({ permits: null, voted: new Set([lockKey.entity('ideas', 'b')]) }, <SheetsPanel />);
    expect([offers('Group them'), offers('Merge them')]).toEqual([true, false]);
    const held = await menuOf(sheetRow('Night buses'));
    expect(held).toEqual(expect.arrayContaining(['Move to group', 'Move up', 'Make it an interest']));
    for (const name of ['Says the same as', 'Delete']) expect(held, name).not.toContain(name);
    expect(await menuOf(sheetRow('Banks'))).toEqual(expect.arrayContaining(['Says the same as', 'Delete']));
  });

  it('[OFFER-3] a key that is refused says why before anything is asked', async () => {
    await show({ permits: stepWith('actions') }, <OutlinePanel />);
    const row = [...panel.place.querySelectorAll<HTMLElement>('[role=treeitem]')].find((one) =>
      one.getAttribute('aria-label')?.startsWith('Large employers'),
    );
    act(() => row?.focus());
    panel.press('Delete');
    expect(panel.place.querySelector('[role=alertdialog]')).toBeNull();
    expect(panel.place.querySelector('[role=alert]')?.textContent).toContain('is closed just now');
  });
});
