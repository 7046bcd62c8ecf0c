// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act } from 'react';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { OutlinePanel } from './OutlinePanel.tsx';

let panel: ShownPanel;
const rows = () => [...panel.place.querySelectorAll<HTMLElement>('[role=treeitem]')];
const row = (start: string) => rows().find((one) => one.getAttribute('aria-label')?.startsWith(start));
const names = () => rows().map((one) => one.getAttribute('aria-label'));
const focused = () => document.activeElement?.getAttribute('aria-label');
const button = (text: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === text);
const item = (text: string) =>
  [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find((one) => one.textContent === text);

describe('outline', () => {
  beforeEach(async () => {
    panel = await showPanel(<OutlinePanel />);
    act(() => row('90 percent')?.focus());
  });
  afterEach(() => panel.close());

  it('[OUTLINE-3] says goal, interests with what is missing, and organizations without a place', () => {
    expect(names()[0]).toMatch(/^90 percent of our region's labor force.*behind the straight line/);
    expect(names()).toContain('Small and local employers, essential, missing: doer, decision-maker');
    expect(names()).toContain('Matching people and jobs, essential, all three kinds are here');
    expect(names()[13]).toBe('Not placed, Every organization is placed.');
    expect(names().slice(14)).toEqual([
      'Sheets, none yet',
      expect.stringMatching(/^Riverbend Works, active/),
      'Numbers we watch, 5',
      'Story behind the number, none yet',
      expect.stringMatching(/^Bodies and seats, \d/),
      expect.stringMatching(/^Who answers to whom, \d/),
      expect.stringMatching(/^Agreements, \d/),
      expect.stringMatching(/^Trust stages, \d/),
      'Notes on trust, none yet',
      'Trust pulses, 2',
    ]);
  });

  it('[OUTLINE-4] arrows walk, unfold and fold; one row is in the tab order', () => {
    panel.press('ArrowDown');
    expect(focused()).toMatch(/^Large employers/);
    panel.press('ArrowRight');
    expect(row('Large employers')?.getAttribute('aria-expanded')).toBe('true');
    panel.press('ArrowRight');
    expect(focused()).toMatch(/^Halden Manufacturing, business/);
    panel.press('ArrowRight');
    expect(focused()).toBe('Plant manager, decision-maker');
    panel.press('ArrowLeft');
    panel.press('ArrowLeft');
    panel.press('ArrowLeft');
    panel.press('ArrowLeft');
    expect(row('Large employers')?.getAttribute('aria-expanded')).toBe('false');
    panel.press('End');
    expect(focused()).toMatch(/^Trust pulses/);
    expect(rows().filter((one) => one.tabIndex === 0)).toHaveLength(1);
  });

  it('[OWN-1] a name that is typed in a row which others remove is offered', () => {
    const [first] = panel.boardMap.map().interests;
    panel.press('ArrowDown');
    panel.press('Enter');
    panel.type(document.activeElement, 'Evening cla');
    panel.boardMap.run({ type: 'remove', collection: 'interests', id: first?.id ?? '' });
    panel.draw();
    expect(panel.words.list()).toMatchObject([{ text: 'Evening cla', why: 'removed' }]);
    expect(panel.words.isHolding()).toBe(true);
  });

  it('[OWN-1] a name that was typed in a row which others lock is offered, and keys go on', () => {
    panel.press('ArrowDown');
    panel.press('Enter');
    panel.type(document.activeElement, 'Employers');
    panel.boardMap.setPermit(() => 'locked');
    panel.press('Enter');
    expect(panel.words.list().at(-1)).toMatchObject({ text: 'Employers', why: 'refused' });
    expect(panel.words.isHolding()).toBe(false);
  });

  it('[OUTLINE-4] Enter renames in place, Escape keeps the old name', () => {
    panel.press('ArrowDown');
    panel.press('Enter');
    panel.type(document.activeElement, 'Big employers');
    panel.press('Enter');
    expect(focused()).toMatch(/^Big employers/);
    expect(panel.boardMap.map().interests[0]?.title).toBe('Big employers');
    expect(panel.said).toContain('Now called Big employers.');
    panel.press('F2');
    panel.type(document.activeElement, 'Nonsense');
    panel.press('Escape');
    expect(panel.boardMap.map().interests[0]?.title).toBe('Big employers');
  });

  it('[OUTLINE-4] adds an interest, an organization and a doer without a mouse, and says so', async () => {
    panel.click(button('Interest'));
    panel.type(document.activeElement, 'Child care');
    panel.press('Enter');
    expect(focused()).toMatch(/^Child care, missing: designee, doer, decision-maker/);
    panel.click(button('Organization'));
    panel.type(document.activeElement, 'Little School');
    panel.press('Enter');
    expect(focused()).toBe('Little School, no sector yet, not contacted, nobody yet');
    panel.press('F10', { shiftKey: true });
    panel.click(item('Is at the table now'));
    await act(() => new Promise((done) => setTimeout(done)));
    expect(focused()).toBe('Little School, no sector yet, nobody yet');
    panel.press('F10', { shiftKey: true });
    act(() => item('Add a representative…')?.focus());
    panel.press('ArrowRight');
    panel.click(item('Doer'));
    // the menu gives up the focus in a task of its own
    await act(() => new Promise((done) => setTimeout(done)));
    expect(document.activeElement?.tagName).toBe('INPUT');
    panel.press('Enter');
    expect(row('Child care')?.getAttribute('aria-label')).toBe('Child care, missing: designee, decision-maker');
    expect(panel.said).toEqual(expect.arrayContaining(['New interest added.', 'Now called Little School.']));
    const { interests, placements, representatives } = panel.boardMap.map();
    expect([interests.at(-1)?.title, placements.at(-1)?.interest_id, representatives.at(-1)?.kind]).toEqual([
      'Child care',
      interests.at(-1)?.id,
      'doer',
    ]);
  });

  it('[OUTLINE-4] Alt with an arrow moves an interest and keeps the focus on it', () => {
    panel.press('ArrowDown');
    panel.press('ArrowDown');
    panel.press('ArrowUp', { altKey: true });
    expect(focused()).toMatch(/^Small and local employers/);
    expect(names()[1]).toMatch(/^Small and local employers/);
    panel.press('ArrowDown', { altKey: true });
    expect(names()[2]).toMatch(/^Small and local employers/);
    expect(panel.said.slice(-2)).toEqual([
      'Small and local employers moved up.',
      'Small and local employers moved down.',
    ]);
  });

  it('[OUTLINE-6] Delete on an interest asks first and says what follows; its organizations stay', () => {
    const before = panel.boardMap.map().organizations.length;
    act(() => row('From school to work')?.focus());
    panel.press('Delete');
    const dialog = document.querySelector('[role=alertdialog]');
    expect(dialog?.textContent).toContain('2 organizations become “not placed”');
    panel.click(dialog?.querySelector('button'));
    expect(row('From school to work')).toBeUndefined();
    expect(panel.boardMap.map().organizations).toHaveLength(before);
    expect(row('Not placed')?.getAttribute('aria-label')).toBe('Not placed, 2');
  });

  it('[OUTLINE-6] Delete on an organization takes it out of the interest only', () => {
    act(() => row('From school to work')?.focus());
    panel.press('ArrowRight');
    panel.press('ArrowRight');
    const name = focused()?.split(',')[0] ?? '';
    panel.press('Delete');
    expect(panel.said.at(-1)).toBe(`${name} taken out of From school to work.`);
    expect(panel.boardMap.map().organizations.some((one) => one.name === name)).toBe(true);
    expect(row(name)?.getAttribute('aria-level')).toBe('2');
  });

  it('[PAGE-15] a press in the menu of a row leaves the focus in the menu', () => {
    panel.press('ArrowDown');
    panel.press('F10', { shiftKey: true });
    const inner = item('Place an organization here…');
    panel.click(inner);
    expect(document.activeElement).not.toBe(row('Large employers'));
    expect(inner?.getAttribute('aria-expanded')).toBe('true');
    expect(document.querySelectorAll('[role=menu]')).toHaveLength(2);
  });

  it('[OUTLINE-7] search and filter show what matches, and what leads to it', () => {
    panel.type(panel.place.querySelector('input[type=search]'), 'castellano');
    expect(names().some((name) => name?.startsWith('Castellano Builders'))).toBe(true);
    expect(names().some((name) => name?.startsWith('Skills for adults'))).toBe(false);
    panel.type(panel.place.querySelector('input[type=search]'), '');
    panel.type(panel.place.querySelector('select'), 'gaps');
    expect(names().some((name) => name?.startsWith('Matching people'))).toBe(false);
    expect(names().every((name) => !name?.startsWith('90 percent'))).toBe(true);
  });

  it('[OUTLINE-5] what has the focus is chosen, and what is chosen elsewhere is marked here', () => {
    panel.press('ArrowDown');
    expect(panel.selection.chosen()).toEqual([{ collection: 'interests', id: 'large-employers' }]);
    act(() => panel.selection.choose([{ collection: 'interests', id: 'adult-skills' }]));
    expect(row('Skills for adults')?.getAttribute('aria-selected')).toBe('true');
    expect(row('Large employers')?.getAttribute('aria-selected')).toBe('false');
  });

  it('[UNDO-1] a deletion in the outline can be taken back there', () => {
    act(() => row('From school to work')?.focus());
    panel.press('Delete');
    panel.click(document.querySelector('[role=alertdialog] button'));
    panel.click(panel.place.querySelector('[aria-label="Undo your last act"]'));
    expect(row('From school to work')).toBeDefined();
    expect(row('Not placed')?.getAttribute('aria-label')).toBe('Not placed, Every organization is placed.');
  });

  it('[OUTLINE-1] who may not edit gets no buttons, menus or keys that change', async () => {
    panel.close();
    panel = await showPanel(<OutlinePanel />, { readOnly: true });
    expect(panel.place.querySelectorAll('[aria-haspopup=menu]')).toHaveLength(0);
    expect(button('Interest')).toBeUndefined();
    act(() => row('From school to work')?.focus());
    panel.press('Delete');
    panel.press('Enter');
    expect(row('From school to work')).toBeDefined();
    expect(panel.place.querySelector('[role=tree] input')).toBeNull();
  });

  it('[OUTLINE-3] interests without a name are told apart by their questions, which never become names by themselves', async () => {
    panel.close();
    panel = await showPanel(<OutlinePanel />, { template: 'blank' });
    const questions = panel.boardMap.map().interests.map(({ placeholder }) => placeholder);
    expect(new Set(questions).size).toBe(6);
    for (const question of questions) expect(row(question)).toBeDefined();
    act(() => row(questions[0] ?? '')?.focus());
    panel.press('F2');
    panel.press('Enter');
    expect(panel.boardMap.map().interests[0]?.title).toBe('');
  });
});
