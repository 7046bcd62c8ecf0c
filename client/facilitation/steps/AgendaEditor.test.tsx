// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cast, showWorkshop, type ShownWorkshop } from '#client/facilitation/testing/showWorkshop.tsx';
import { runSheets } from '#shared/session/runSheets.ts';
import { AgendaEditor } from './AgendaEditor.tsx';

const sheet = [...(runSheets[0]?.steps ?? [])];
let shown: ShownWorkshop;
let isDone = false;
const titles = () => shown.session().agenda.map(({ title }) => title);
const field = (label: string) => shown.place.querySelector(`[aria-label="${label}"]`);
const saved = () => expect.poll(() => isDone).toBe(true);

describe('the agenda of one’s own', () => {
  beforeEach(async () => {
    isDone = false;
    shown = await showWorkshop(cast.maya, <AgendaEditor onDone={() => (isDone = true)} />);
  });
  afterEach(() => shown.close());

  it('[STEP-1] begins with one open step that needs a name before it can be saved', async () => {
    expect(shown.button('Save')?.disabled).toBe(true);
    expect(shown.place.textContent).toContain('Every step needs a name.');
    shown.type(field('Name of step 1'), '  Round of names ');
    shown.type(field('Minutes of “  Round of names ”'), '7');
    shown.click(shown.button('Save'));
    await saved();
    expect(shown.session().agenda).toMatchObject([{ title: 'Round of names', minutes: 7, tools: null, view: 'frame' }]);
  });

  it('[STEP-6] a tool less is a limit, all tools again are none', async () => {
    shown.type(field('Name of step 1'), 'Talk');
    const boxes = [...shown.place.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    expect(boxes.every(({ checked }) => checked)).toBe(true);
    shown.click(boxes[2]);
    shown.click(boxes[1]);
    shown.click(boxes[1]);
    shown.click(shown.button('Save'));
    await saved();
    expect(shown.session().agenda[0]?.tools).toEqual(['map', 'notes', 'cycle', 'actions']);
  });
});

describe('a ready agenda, changed', () => {
  beforeEach(async () => {
    isDone = false;
    shown = await showWorkshop(cast.maya, <AgendaEditor onDone={() => (isDone = true)} />, { agenda: sheet });
  });
  afterEach(() => shown.close());

  it('[STEP-1] steps are put in order with buttons, which say where the step stands now', async () => {
    shown.click(shown.button('Details of “Interests”'));
    shown.click(shown.button('Move “Interests” up'));
    await expect.poll(shown.spokenNow).toContain('“Interests” is now 2 of 9');
    shown.click(shown.button('Move “Interests” up'));
    expect(shown.button('Move “Interests” up')?.disabled).toBe(true);
    shown.click(shown.button('Save'));
    await saved();
    expect(titles().slice(0, 3)).toEqual(['Interests', 'Welcome', 'Goal']);
  });

  it('[STEP-1] a step is taken out, another added at the end, and nothing is kept when one cancels', async () => {
    shown.click(shown.button('Details of “Goal”'));
    shown.click(shown.button('Remove “Goal”'));
    shown.click(shown.button('Add a step'));
    shown.type(field('Name of step 9'), 'One word each');
    expect(titles()).toHaveLength(9);
    shown.click(shown.button('Save'));
    await saved();
    expect(titles()).not.toContain('Goal');
    expect(titles().at(-1)).toBe('One word each');
  });

  it('[SESSION-3] the step that runs cannot be taken out', () => {
    shown.asks(cast.maya, { do: 'goToStep', step: 'n2' });
    shown.click(shown.button('Details of “Goal”'));
    expect(shown.button('Remove “Goal”')?.disabled).toBe(true);
  });
});
