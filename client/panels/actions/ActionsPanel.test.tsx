// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { ActionsPanel } from './ActionsPanel.tsx';

let panel: ShownPanel;
beforeEach(async () => {
  panel = await showPanel(<ActionsPanel />);
});
afterEach(() => {
  vi.useRealTimers();
  panel.close();
});

const text = () => panel.place.textContent ?? '';
const labeled = (label: string) => panel.place.querySelector<HTMLElement>(`[aria-label="${label}"]`);
const button = (name: string) =>
  [...panel.place.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
const action = (id: string) => panel.boardMap.map().actions.find((one) => one.id === id);
const parked = (id: string) => panel.boardMap.map().parking_lot.find((one) => one.id === id);
const firms = 'Find two small firms that will come to an evening meeting';

async function choose(name: string, ...path: readonly string[]): Promise<void> {
  panel.click(button(`What to do with “${name}”`));
  for (const [depth, entry] of path.entries()) {
    const item = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(
      (one) => one.textContent === entry,
    );
    if (!item) throw new Error(`there is no ${entry}`);
    if (depth === path.length - 1) panel.click(item);
    else {
      act(() => item.focus());
      panel.press('ArrowRight');
    }
  }
  // the menu gives up the focus in a task of its own
  await act(() => new Promise((done) => setTimeout(done)));
  panel.draw();
}

describe('ActionsPanel', () => {
  it('[ACT-7] a day counts for everybody when it has stood whole for a moment, and when its panel goes', () => {
    vi.useFakeTimers();
    panel.click(button(`Change “${firms}”`));
    const field = labeled(`By when: ${firms}`);
    panel.type(field, '2026-05-01');
    panel.type(field, '2026-05-12');
    act(() => void vi.advanceTimersByTime(900));
    expect(action('act3')?.due_on).toBe('2026-04-15');
    act(() => void vi.advanceTimersByTime(200));
    panel.draw();
    expect(action('act3')?.due_on).toBe('2026-05-12');
    // still the same field, for whoever goes on typing in it
    expect(labeled(`By when: ${firms}`)).toBe(field);
    expect(document.activeElement).toBe(field);
    panel.type(field, '2026-06-01');
    panel.close();
    expect(action('act3')?.due_on).toBe('2026-06-01');
  });

  it('[ACT-1] what is due first stands first, late is said in words, done is folded away', () => {
    const titles = [...panel.place.querySelectorAll('section')][0]?.querySelectorAll('ul > li button:first-of-type');
    expect([...(titles ?? [])][0]?.textContent).toBe('Write the result of the hiring fair in one page');
    expect(text()).toContain('was due on Feb 13, 2026');
    expect(text()).toContain('1 done or dropped');
  });

  it('[ACT-2] it is read first; one owner, a role of that organization, a day and a status are changed in place', () => {
    expect(panel.place.querySelector('select')).toBeNull();
    expect(text()).toContain(`${firms}no owner yet · by Apr 15, 2026 · open`);
    panel.click(button(`Change “${firms}”`));
    expect(panel.place.querySelectorAll('li select').length).toBeGreaterThan(1);
    panel.type(labeled(`Owner of “${firms}”`), 'united-fund');
    expect(action('act3')?.owner_org_id).toBe('united-fund');
    expect(panel.said.at(-1)).toMatch(/owns “Find two small firms/);
    panel.type(labeled(`Role that does “${firms}”`), 'r24');
    expect(action('act3')?.owner_representative_id).toBe('r24');
    panel.type(labeled(`By when: ${firms}`), '2026-05-01');
    panel.leave();
    expect(action('act3')?.due_on).toBe('2026-05-01');
    panel.type(labeled(`By when: ${firms}`), '0203-05-02');
    panel.leave();
    expect(action('act3')?.due_on).toBe('2026-05-01');
    panel.type(labeled(`Owner of “${firms}”`), 'labor-council');
    expect(action('act3')).toMatchObject({ owner_org_id: 'labor-council', owner_representative_id: null });
    panel.type(labeled(`Status of “${firms}”`), 'doing');
    expect(action('act3')?.status).toBe('doing');
    panel.click(button(`Close what changes “${firms}”`));
    expect(panel.place.querySelector('select')).toBeNull();
    panel.click(labeled(`Mark as done: ${firms}`));
    expect(action('act3')?.status).toBe('done');
    expect(text()).toContain('2 done or dropped');
  });

  it('[ACT-3] a new action says what, and may say who and when', () => {
    panel.click(button('New action'));
    panel.type(panel.place.querySelector('form textarea'), 'Call the school district');
    panel.type(panel.place.querySelector('form select'), 'mayor-office');
    panel.click(button('Add action'));
    expect(panel.boardMap.map().actions.at(-1)).toMatchObject({
      title: 'Call the school district',
      owner_org_id: 'mayor-office',
      due_on: null,
      source: 'session',
    });
    panel.draw();
    expect(document.activeElement?.textContent).toBe('Call the school district');
  });

  it('[ACT-4] an action says where it came from, and leads there', () => {
    panel.boardMap.run({
      type: 'add',
      collection: 'actions',
      fields: { title: 'Try the early bus', source: 'experiment:e3' },
    });
    panel.draw();
    panel.click(button('Go to where it came from: the experiment “Bus line 40 at 4:30”'));
    expect(panel.selection.chosen()).toEqual([{ collection: 'experiments', id: 'e3' }]);
    panel.click(button('Go to where it came from: a finding about “From school to work”'));
    expect(panel.selection.chosen()).toEqual([{ collection: 'interests', id: 'school-to-work' }]);
    panel.boardMap.run(
      { type: 'add', collection: 'sheets', id: 's', fields: { question: 'What next?' } },
      { type: 'add', collection: 'ideas', id: 'i', fields: { sheet_id: 's', text: 'An early bus' } },
      { type: 'make', sources: ['ideas/i'], to: { collection: 'actions' } },
    );
    panel.draw();
    panel.click(button('Go to where it came from: “An early bus”, written on a sheet'));
    expect(panel.selection.chosen()).toEqual([{ collection: 'ideas', id: 'i' }]);
    panel.boardMap.run({ type: 'remove', collection: 'ideas', id: 'i' });
    panel.draw();
    expect(text()).toContain('from what people wrote on a sheet');
    // what it was about has no place of its own
    expect(text()).toContain('from a finding');
    expect(text()).not.toMatch(/TRUST-7|INT-1/);
  });

  it('[ACT-5] a question is parked, taken up as an action or as a note, let go, and parked again', async () => {
    panel.type(labeled('Park a question'), 'Who pays for the bus in year two?');
    panel.click(button('Park'));
    expect(panel.boardMap.map().parking_lot.at(-1)).toMatchObject({
      text: 'Who pays for the bus in year two?',
      status: 'parked',
    });
    await choose('Who pays for the bus in year two?', 'Take up as an action');
    const made = panel.boardMap.map().actions.at(-1);
    expect(made?.title).toBe('Who pays for the bus in year two?');
    expect(panel.boardMap.map().parking_lot.at(-1)).toMatchObject({
      status: 'taken_up',
      moved_to: `action:${made?.id}`,
    });
    await choose('Is 90 percent enough if most of the new jobs pay badly?', 'Take up as a note…', 'Problem-defining');
    const note = panel.boardMap.map().notes.at(-1);
    expect(note).toMatchObject({ stage: 'problem_defining', iteration: 2 });
    expect(parked('park1')?.moved_to).toBe(`note:${note?.id}`);
    await choose('Should the two other counties across the river be part of this?', 'Let it go');
    expect(parked('park2')?.status).toBe('closed');
    await choose('Should the two other counties across the river be part of this?', 'Park again');
    expect(parked('park2')).toMatchObject({ status: 'parked', moved_to: '' });
  });

  it('[ACT-6] an observer reads and cannot change', async () => {
    panel.close();
    panel = await showPanel(<ActionsPanel />, { readOnly: true });
    expect(text()).toContain('no owner yet');
    expect(panel.place.querySelector('select')).toBeNull();
    expect(button('Park')).toBeUndefined();
  });
});
