// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { CyclePanel } from './CyclePanel.tsx';

let panel: ShownPanel;
beforeEach(async () => {
  panel = await showPanel(<CyclePanel litStage={null} />);
});
afterEach(() => panel.close());

const text = () => panel.place.textContent ?? '';
const button = (name: string | RegExp) =>
  [...panel.place.querySelectorAll('button')].find((one) => {
    const own = one.getAttribute('aria-label') ?? one.textContent ?? '';
    return typeof name === 'string' ? own === name : name.test(own);
  });
const row = (name: RegExp) =>
  [...panel.place.querySelectorAll<HTMLElement>('[data-cycle-row]')].find((one) => name.test(one.textContent ?? ''));
const field = (label: string) => panel.place.querySelector<HTMLElement>(`[aria-label="${label}"]`);
const note = (id: string) => panel.boardMap.map().notes.find((one) => one.id === id);

/** Opens the menu of a row and chooses; `path` leads through its submenus. */
async function choose(start: RegExp, ...path: readonly (string | RegExp)[]): Promise<void> {
  act(() => row(start)?.focus());
  panel.press('F10', { shiftKey: true });
  for (const [depth, name] of path.entries()) {
    const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const item = items.find((one) =>
      typeof name === 'string' ? one.textContent === name : name.test(one.textContent ?? ''),
    );
    if (!item) throw new Error(`no ${String(name)} among ${items.map((one) => one.textContent).join(' | ')}`);
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

describe('CyclePanel', () => {
  it('[CYCLE-30] shows the open round: question, carried sentence, shares in words, notes by stage, lines said', () => {
    expect(text()).toContain('What keeps people in the eight lowest-income ZIP codes');
    expect(text()).toContain('Carried on from the round before: “Getting a job was never the hard part.');
    expect(text()).toContain('6 of 14, 43 percent');
    expect(text()).toContain('0 of 14, 0 percent · thin');
    expect(row(/^Early run on line 40/)?.textContent).toContain(
      'mixed · 11 votes · builds on “If the first bus ran at 4:30, more people would take early shifts.”',
    );
    expect(row(/^Line 40 starts/)?.textContent).toContain('(round 1)”');
    expect(row(/^In the eight ZIP codes/)?.textContent).toContain('rests on: Gainful employment rate');
    expect(row(/^Child care vouchers from day one/)?.textContent).toContain('has no measure yet');
    expect(row(/^Hiring fair/)?.textContent).toContain('was to end on Oct 31, 2025, no result yet');
  });

  it('[CYCLE-31] one question of a stage at a time, another one on request', () => {
    expect(text()).toContain('What happens, to whom, how often, since when?');
    expect(text()).not.toContain('Whose words are we using?');
    panel.click(button('Another question for Problem-defining'));
    expect(text()).toContain('How do we know?');
    expect(text()).not.toContain('What happens, to whom');
  });

  it('[CYCLE-32] Enter adds one note after the other', () => {
    const write = 'New note: Analyzing and reflecting';
    for (const words of ['The fair brought 31 offers.', 'Nobody asked the shift leaders.']) {
      panel.type(field(write), words);
      panel.press('Enter');
    }
    const added = panel.boardMap
      .map()
      .notes.filter((one) => one.stage === 'analyzing_reflecting' && one.iteration === 2);
    expect(added.map((one) => one.text)).toEqual(['The fair brought 31 offers.', 'Nobody asked the shift leaders.']);
    expect(document.activeElement).toBe(field(write));
    expect(panel.said).toContain('Note added to Analyzing and reflecting.');
  });

  it('[CYCLE-33] a note is joined to what it builds on by its menu, and parted again', async () => {
    await choose(/^A hiring fair/, 'Builds on…', /La gente no sabe/);
    expect(note('s203')?.links).toEqual(['p205']);
    expect(panel.said.at(-1)).toMatch(/^Joined: “A hiring fair/);
    expect(row(/^A hiring fair/)?.textContent).toContain('builds on “La gente');
    await choose(/^A hiring fair/, 'No longer builds on…', /La gente/);
    expect(note('s203')?.links).toEqual([]);
    await choose(/^A hiring fair/, 'Rests on experiment…', /Hiring fair on the East Side/);
    expect(note('s203')?.evidence).toBe('experiment:e5');
  });

  it('[CYCLE-34] one press makes an experiment of an idea and an action of a note', async () => {
    await choose(/^Ask the state to soften/, 'Make an experiment');
    const made = panel.boardMap.map().experiments.at(-1);
    expect(made).toMatchObject({
      title: 'Ask the state to soften the benefit cliff.',
      hypothesis_note_id: 'h203',
      iteration: 2,
      level: 'system',
      conditions: ['policies', 'power'],
      status: 'proposed',
    });
    expect(note('s204')?.evidence).toBe(`experiment:${made?.id}`);
    expect(panel.selection.chosen()).toEqual([{ collection: 'experiments', id: made?.id }]);
    await choose(/^We hear very little/, 'Make an action');
    expect(panel.boardMap.map().actions.at(-1)).toMatchObject({
      title: 'We hear very little from people under 25.',
      source: 'note:p206',
    });
  });

  it('[CYCLE-35] keys: arrows walk, Alt moves, Delete removes, Enter opens', () => {
    row(/^In the eight/)?.focus();
    panel.press('ArrowDown');
    expect(document.activeElement).toBe(row(/^Line 40/));
    panel.press('ArrowDown', { altKey: true });
    const order = () => panel.boardMap.map().notes.flatMap((one) => (one.stage === 'problem_defining' ? one.id : []));
    expect(order().slice(-6, -2)).toEqual(['p201', 'p203', 'p202', 'p204']);
    const opened: unknown[] = [];
    panel.selection.onOpen((ref) => opened.push(ref));
    panel.press('Enter');
    expect(opened).toEqual([{ collection: 'notes', id: 'p202' }]);
    panel.press('Delete');
    expect(note('p202')).toBeUndefined();
    expect(panel.said.at(-1)).toContain('Undo brings it back.');
  });

  it('[CYCLE-36] set aside it stays readable and does not count', async () => {
    await choose(/^A hiring fair/, 'Set aside');
    expect(note('s203')?.parked).toBe(true);
    expect(text()).toContain('6 of 13, 46 percent');
    expect(row(/^A hiring fair/)?.textContent).toContain('set aside');
  });

  it('[CYCLE-37] a round is closed with one sentence that stands at the head of the next one', () => {
    panel.click(button('Close this round…'));
    expect(button('Close the round')?.disabled).toBe(true);
    panel.type(panel.place.querySelector('form textarea[aria-describedby]'), 'Ask before we build.');
    panel.click(button('Close the round'));
    // once, with the questions of the findings
    expect(text()).toContain('No result is written down for');
    expect(text()).toContain('What did we see? Write one sentence, even if it failed.');
    expect(panel.boardMap.map().iterations[1]?.status).toBe('open');
    panel.click(button('Close the round'));
    expect(panel.boardMap.map().iterations[1]).toMatchObject({
      status: 'closed',
      carried_insight: 'Ask before we build.',
    });
    expect(text()).toContain('This round is closed');
    expect(field('New note: Problem-defining')).toBeNull();
    panel.click(button('Start round 3'));
    expect(panel.boardMap.map().iterations[2]).toMatchObject({ number: 3, status: 'open', carries_from: 2 });
    expect(text()).toContain('Carried on from the round before: “Ask before we build.”');
  });

  it('[CYCLE-38] earlier rounds can be read, and shares compared in a table', () => {
    panel.type(panel.place.querySelector('select'), '1');
    expect(row(/^With a coach 61 of 92/)?.textContent).toContain('rests on the experiment “Job coach');
    expect(row(/^Coaches spent most of their time/)?.textContent).toContain('taken up by “In the eight ZIP codes');
    expect(field('New note: Problem-defining')).toBeNull();
    const cells = [...panel.place.querySelectorAll('tbody tr')].map((line) =>
      [...line.children].map((cell) => cell.textContent),
    );
    expect(cells[3]).toEqual(['Analyzing and reflecting', '19% 3 notes', '0% 0 notes']);
  });

  it('[CYCLE-39] what is chosen elsewhere is marked here, and brings its round', () => {
    act(() => panel.selection.choose([{ collection: 'notes', id: 'a102' }]));
    expect(row(/^One form saved/)?.getAttribute('aria-current')).toBe('true');
    panel.click(row(/^One intake form/));
    expect(panel.selection.chosen()).toEqual([{ collection: 'notes', id: 's102' }]);
  });

  it('[CYCLE-20] the running stage is marked by word', async () => {
    panel.close();
    panel = await showPanel(<CyclePanel litStage="solution_finding" />);
    expect(panel.place.querySelector('[data-lit] h3')?.textContent).toBe('Solution-findingruns now');
  });

  it('[CYCLE-21] before the first round there is an invitation, and one press begins', async () => {
    panel.close();
    panel = await showPanel(<CyclePanel litStage={null} />, { template: 'blank' });
    expect(text()).toContain('Most skip the last step.');
    panel.click(button('Start the first round'));
    expect(panel.boardMap.map().iterations).toHaveLength(1);
    expect(text()).toContain('What happens, to whom, how often, since when?');
  });

  it('[CYCLE-40] an observer reads and cannot change', async () => {
    panel.close();
    panel = await showPanel(<CyclePanel litStage={null} />, { readOnly: true });
    expect(row(/^Early run/)).toBeDefined();
    expect(panel.place.querySelector('textarea')).toBeNull();
    expect(button(/^What to do with/)).toBeUndefined();
    expect(button('Close this round…')).toBeUndefined();
  });
});
