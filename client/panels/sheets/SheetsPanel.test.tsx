// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#shared/map/commands/Command.ts';
import { sheetOf } from '#shared/map/readings/sheets.ts';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { chosenOn } from './SheetActs.ts';
import { SheetsPanel } from './SheetsPanel.tsx';

let panel: ShownPanel;
beforeEach(async () => {
  panel = await showPanel(<SheetsPanel />, { template: 'blank' });
  fill();
});
afterEach(() => panel.close());

const idea = (id: string, text: string, group_id: string | null = null): Command => ({
  type: 'add',
  collection: 'ideas',
  id,
  fields: { sheet_id: 's', text, group_id },
});

function run(...commands: readonly Command[]): void {
  act(() => {
    expect(panel.boardMap.run(...commands).ok).toBe(true);
  });
  panel.draw();
}

function fill(): void {
  run(
    { type: 'add', collection: 'sheets', id: 's', fields: { question: 'Who pays?' } },
    { type: 'add', collection: 'groups', id: 'g', fields: { sheet_id: 's', title: 'Money' } },
    { type: 'add', collection: 'groups', id: 'h', fields: { sheet_id: 's', title: 'Time' } },
    idea('a', 'Banks', 'g'),
    idea('b', 'Night buses'),
    idea('c', 'Night bus'),
    idea('d', 'Schools'),
  );
}

const text = () => panel.place.textContent ?? '';
const button = (name: string) => {
  const found = [...panel.place.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
  );
  if (!found) throw new Error(`there is no button ${name}`);
  return found;
};
const row = (name: string) =>
  [...panel.place.querySelectorAll<HTMLElement>('[data-sheet-row]')].find((one) => one.textContent?.startsWith(name));
const box = (name: string) => panel.place.querySelector<HTMLInputElement>(`input[aria-label="Choose “${name}”"]`);

/** Ids of the notes by the id of their group. */
function groups(): Record<string, readonly string[]> {
  const sheet = sheetOf(panel.boardMap.map(), 's');
  const parts = sheet?.groups.map(({ group, notes }) => [group.id, notes.map((note) => note.idea.id)]) ?? [];
  return Object.fromEntries([...parts, ['none', sheet?.ungrouped.map((note) => note.idea.id)]]) as Record<
    string,
    string[]
  >;
}

/** By key where a menu was open before: browsers' own trigger listens to the pointer. */
async function choose(label: string, ...path: readonly string[]): Promise<void> {
  if (label.startsWith('row ')) {
    act(() => row(label.slice(4))?.focus());
    panel.press('F10', { shiftKey: true });
  } else panel.click(button(label));
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

describe('SheetsPanel', () => {
  it('[SHEET-40] tells the sheet as text: question, groups with their notes, what is in none', () => {
    expect(text()).toContain('Who pays?');
    expect(text()).toContain('4 notes · 2 groups');
    expect([...panel.place.querySelectorAll('h3')].map((one) => one.textContent)).toEqual([
      '2 notes say nearly the same',
      'Money',
      'Time',
      'Not grouped yet 3 notes',
    ]);
    run({ type: 'mergeIdeas', ideas: ['b', 'c'] });
    expect(row('Night buses')?.textContent).toContain('Written twice · also written: Night bus');
  });

  it('[SHEET-42] notes that were merged while they were chosen are one', () => {
    run({ type: 'mergeIdeas', ideas: ['b', 'c'] });
    const refs = ['b', 'c'].map((id) => ({ collection: 'ideas', id }) as const);
    expect(chosenOn(panel.boardMap.map(), refs)?.ideas).toEqual(['b']);
  });

  it('[SHEET-41] a note is moved with two presses, by key, and what was done is taken back with one', async () => {
    await choose('Move “Schools” to a group', 'Money');
    expect(groups()).toMatchObject({ g: ['a', 'd'], none: ['b', 'c'] });
    expect(panel.said).toContain('Moved to Money.');
    panel.click(button('Take back'));
    expect(groups()).toMatchObject({ g: ['a'], none: ['b', 'c', 'd'] });
    act(() => row('Banks')?.focus());
    panel.press('ArrowLeft', { altKey: true });
    expect(groups()).toMatchObject({ g: [], none: ['b', 'c', 'd', 'a'] });
    panel.press('ArrowUp', { altKey: true });
    expect(groups()['none']).toEqual(['b', 'c', 'a', 'd']);
  });

  it('[SHEET-41] a new group takes the note, and its title is written at once', async () => {
    await choose('Move “Schools” to a group', 'New group');
    const field = panel.place.querySelector<HTMLInputElement>('input[aria-label="Title of the group"]');
    expect(document.activeElement).toBe(field);
    panel.type(field, 'Learning');
    panel.press('Enter');
    expect(panel.boardMap.map().groups.at(-1)?.title).toBe('Learning');
    await choose('What to do with “Learning”', 'Rename');
    panel.press('Escape');
    expect(panel.boardMap.map().groups.at(-1)?.title).toBe('Learning');
  });

  it('[SHEET-42] several are chosen by box or key, and grouped, merged or turned into things in one act', async () => {
    panel.click(box('Night buses'));
    act(() => row('Schools')?.focus());
    panel.press(' ');
    expect(panel.selection.chosen().map(({ id }) => id)).toEqual(['b', 'd']);
    expect(text()).toContain('2 chosen');
    panel.click(button('Group'));
    expect(groups()).toMatchObject({ none: ['c'], new1: ['b', 'd'] });
    panel.press('Escape');
    panel.click(box('Night buses'));
    panel.click(box('Schools'));
    panel.click(box('Night buses'));
    panel.click(box('Night bus'));
    await choose('More', 'Merge the 2 notes');
    expect(sheetOf(panel.boardMap.map(), 's')?.count).toBe(3);
  });

  it('[SHEET-42] the groups become interests at one press, and a note what is chosen in its menu', async () => {
    run({ type: 'moveIdeas', ideas: ['d'], group_id: 'h' });
    panel.click(button('Make the 2 groups interests'));
    expect(panel.boardMap.map().interests.map(({ title }) => title)).toEqual(expect.arrayContaining(['Money', 'Time']));
    expect(() => button('Make the 2 groups interests')).toThrow();
    expect(text()).toContain('Now an interest');
    await choose('What to do with “Banks”', 'Make it an organization', 'philanthropy');
    const organization = panel.boardMap.map().organizations.at(-1);
    expect(organization).toMatchObject({ name: 'Banks', sector: 'philanthropy', source: 'ideas/a' });
    await choose('What to do with “Schools”', 'Make it a role', 'Banks', 'Doer');
    expect(panel.boardMap.map().representatives.at(-1)).toMatchObject({
      kind: 'doer',
      organization_id: organization?.id,
    });
    let shown: unknown = null;
    panel.selection.onReveal((ref) => (shown = ref));
    await choose('row Banks', 'Go there: Banks');
    expect(shown).toEqual({ collection: 'organizations', id: organization?.id });
  });

  it('[SHEET-43] what says nearly the same is offered, and not again after "Not now"', () => {
    panel.click(button('Group them'));
    expect(groups()).toMatchObject({ new1: ['b', 'c'] });
    panel.press('Escape');
    panel.click(button('Not now'));
    expect(text()).not.toContain('nearly the same');
  });

  it('[SHEET-44] sorting, color and tidying are of the sheet, for everybody', () => {
    panel.type(panel.place.querySelector('select'), 'length');
    expect(panel.boardMap.map().sheets[0]?.sort).toBe('length');
    expect(groups()['none']).toEqual(['d', 'c', 'b']);
    panel.click([...panel.place.querySelectorAll('label')].find((one) => one.textContent === 'Color by group'));
    expect(panel.boardMap.map().sheets[0]?.color_by).toBe('group');
    panel.click(button('Tidy'));
    expect(panel.boardMap.map().sheets[0]?.sort).toBe('groups');
    expect(groups()['none']).toEqual(['d', 'c', 'b']);
  });

  it('[SHEET-23] from 40 notes on groups are folded in the list, too, and notes come eight at a time', () => {
    run(...Array.from({ length: 37 }, (_, at) => idea(`n${at}`, `Number ${at} ${'x'.repeat(at)}`)));
    expect(row('Banks')).toBeUndefined();
    expect(panel.place.querySelectorAll('[data-sheet-row]')).toHaveLength(8);
    panel.click(button('Show more notes (32 left)'));
    expect(panel.place.querySelectorAll('[data-sheet-row]')).toHaveLength(16);
    panel.click(button('Money'));
    expect(row('Banks')).toBeDefined();
  });

  it('[SHEET-40] an observer reads all of it and gets nothing that changes it', async () => {
    panel.close();
    panel = await showPanel(<SheetsPanel />, { template: 'blank', readOnly: true });
    expect(panel.place.querySelector('textarea, input')).toBeNull();
    expect(text()).toContain('There is no sheet yet.');
  });

  it('[SHEET-41] notes and sheets are written in the list', () => {
    panel.type(panel.place.querySelector('textarea'), 'Grandparents');
    panel.press('Enter');
    expect(panel.boardMap.map().ideas.at(-1)).toMatchObject({ text: 'Grandparents', sheet_id: 's', group_id: null });
    panel.type(panel.place.querySelector('input[aria-label="Question of a new sheet"]'), 'And who gains?');
    panel.click(button('New sheet'));
    expect(panel.boardMap.map().sheets.at(-1)?.question).toBe('And who gains?');
  });

  it('[SHEET-42] what was grouped is not chosen any more, so that the next group is of what is chosen then', async () => {
    for (const name of ['Night buses', 'Night bus']) panel.click(box(name));
    panel.click(button('Group'));
    for (const name of ['Schools', 'Banks']) panel.click(box(name));
    panel.click(button('Group'));
    const made = Object.entries(groups()).filter(([id]) => !['g', 'h', 'none'].includes(id));
    expect(made.map(([, notes]) => notes.toSorted())).toEqual([
      ['b', 'c'],
      ['a', 'd'],
    ]);
  });
});
