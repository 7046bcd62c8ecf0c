// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#shared/map/commands/Command.ts';
import { sheetOf } from '#shared/map/readings/sheets.ts';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { OutlinePanel } from './OutlinePanel.tsx';

let panel: ShownPanel;
beforeEach(async () => {
  panel = await showPanel(<OutlinePanel />, { template: 'blank' });
  const idea = (id: string, text: string, group_id: string | null): Command => ({
    type: 'add',
    collection: 'ideas',
    id,
    fields: { sheet_id: 's', text, group_id },
  });
  act(() => {
    panel.boardMap.run(
      { type: 'add', collection: 'sheets', id: 's', fields: { question: 'Who pays?' } },
      { type: 'add', collection: 'groups', id: 'g', fields: { sheet_id: 's', title: 'Money' } },
      idea('a', 'Banks', 'g'),
      idea('b', 'Schools', null),
      idea('c', 'Buses', null),
    );
  });
  panel.draw();
});
afterEach(() => panel.close());

const rows = () => [...panel.place.querySelectorAll<HTMLElement>('[role=treeitem]')];
const row = (name: string) => {
  const found = rows().find((one) => one.getAttribute('aria-label')?.startsWith(name));
  if (!found) throw new Error(`there is no row ${name}`);
  return found;
};
const go = (name: string) => act(() => row(name).focus());
const notes = () => {
  const sheet = sheetOf(panel.boardMap.map(), 's');
  return [
    sheet?.groups.map((part) => part.notes.map(({ idea }) => idea.id)),
    sheet?.ungrouped.map(({ idea }) => idea.id),
  ];
};

async function choose(...path: readonly string[]): Promise<void> {
  panel.press('F10', { shiftKey: true });
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

describe('sheets in the outline', () => {
  it('[SHEET-45] stand with their groups and notes, and what is known about them', () => {
    go('Sheets');
    panel.press('ArrowRight');
    expect(row('Who pays?').getAttribute('aria-label')).toBe('Who pays?, 3 notes, 1 group');
    expect(row('Money').getAttribute('aria-label')).toBe('Money, 1 note');
    expect(rows().filter((one) => one.getAttribute('aria-level') === '4')).toHaveLength(1);
    expect(row('Schools').getAttribute('aria-level')).toBe('3');
  });

  it('[SHEET-45] notes are moved, grouped and turned into things there, and the focus stays on them', async () => {
    go('Sheets');
    panel.press('ArrowRight');
    go('Schools');
    await choose('Move to group', 'Money');
    expect(notes()).toEqual([[['a', 'b']], ['c']]);
    expect(document.activeElement).toBe(row('Schools'));
    panel.press('ArrowUp', { altKey: true });
    expect(notes()).toEqual([[['b', 'a']], ['c']]);
    go('Buses');
    await choose('Move to group', 'New group');
    const field = panel.place.querySelector<HTMLInputElement>('[role=treeitem] input');
    panel.type(field, 'Ways');
    panel.press('Enter');
    expect(panel.boardMap.map().groups.at(-1)?.title).toBe('Ways');
    go('Ways');
    await choose('Make it an interest');
    expect(panel.boardMap.map().interests.at(-1)).toMatchObject({ title: 'Ways' });
    expect(row('Ways, 1 note').getAttribute('aria-label')).toBe('Ways, 1 note, Now an interest');
  });

  it('[SHEET-45] a sheet is added and named', async () => {
    go('Sheets');
    await choose('New sheet');
    panel.type(panel.place.querySelector('[role=treeitem] input'), 'And who gains?');
    panel.press('Enter');
    expect(panel.boardMap.map().sheets.at(-1)?.question).toBe('And who gains?');
  });
});
