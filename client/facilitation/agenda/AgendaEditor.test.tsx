// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cast, showWorkshop, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
import { toolGroups } from '#shared/kinds/toolGroups.ts';
import { runSheets } from '#shared/testing/english.ts';
import { AgendaEditor } from './AgendaEditor.tsx';

const sheet = [...(runSheets[0]?.steps ?? [])];
let shown: ShownWorkshop;
let isDone = false;
const titles = () => shown.state().agenda.map(({ title }) => title);
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
    expect(shown.state().agenda).toMatchObject([{ title: 'Round of names', minutes: 7, view: 'frame' }]);
  });

  it('[STEP-6] a tool less is a limit, all tools again are none', async () => {
    shown.type(field('Name of step 1'), 'Talk');
    const boxes = [...shown.place.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    const off = () => boxes.filter(({ checked }) => !checked);
    // the frame is changed in steps that say so
    expect(off().map((box) => box.parentElement?.textContent)).toEqual([
      'the goal',
      'the interests',
      'what rounds are about',
    ]);
    for (const box of off()) shown.click(box);
    expect(off()).toEqual([]);
    shown.click(boxes[4]);
    shown.click(boxes[1]);
    shown.click(boxes[1]);
    shown.click(shown.button('Save'));
    await saved();
    expect(shown.state().agenda[0]?.tools).toEqual(toolGroups.filter((group) => group !== 'structure'));
  });

  it('[STEP-6] with all of them there is no limit', async () => {
    shown.type(field('Name of step 1'), 'Talk');
    for (const box of shown.place.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
      if (!box.checked) shown.click(box);
    shown.click(shown.button('Save'));
    await saved();
    expect(shown.state().agenda[0]?.tools).toBeNull();
  });
});

describe('an agenda that two facilitators change at once', () => {
  beforeEach(async () => {
    isDone = false;
    shown = await showWorkshop(cast.maya, <AgendaEditor onDone={() => (isDone = true)} />, { agenda: sheet });
  });
  afterEach(() => shown.close());
  const another = { ...sheet[0], id: 'theirs', title: 'Round of thanks' } as (typeof sheet)[number];
  const theySave = (agenda: typeof sheet): void => {
    const from = shown.state().agendaVersion;
    shown.asks(cast.maya, { do: 'setAgenda', agenda, from });
  };

  it('[SESSION-15] both keep the steps they added, and whoever has the editor open is told', async () => {
    shown.click(shown.button('Add a step'));
    shown.type(field('Name of step 11'), 'One word each');
    theySave([another, ...sheet]);
    await expect.poll(() => shown.spokenNow().join()).toContain('Somebody else changed the agenda meanwhile.');
    expect(field('Name of step 1')).toHaveProperty('value', 'Round of thanks');
    expect(field('Name of step 12')).toHaveProperty('value', 'One word each');
    shown.click(shown.button('Save'));
    await saved();
    expect(titles()).toHaveLength(12);
    expect([titles()[0], titles().at(-1)]).toEqual(['Round of thanks', 'One word each']);
  });

  it('[SESSION-15] where both wrote in one field mine stands, theirs is shown, and I take or leave it', async () => {
    const theirs = sheet.map((step, n) => (n === 0 ? { ...step, title: 'Arrival', minutes: 3 } : step));
    shown.type(field('Name of step 1'), 'Hello');
    theySave(theirs);
    expect(field('Name of step 1')).toHaveProperty('value', 'Hello');
    await expect.poll(() => field('Minutes of “Hello”')).toHaveProperty('value', '3');
    expect(shown.place.textContent).toContain('Somebody else calls this step “Arrival”.');
    shown.click(shown.button('Take theirs'));
    expect(shown.place.textContent).not.toContain('Somebody else calls this step');
    shown.type(field('Minutes of “Arrival”'), '4');
    shown.click(shown.button('Save'));
    await saved();
    expect(shown.state().agenda[0]).toMatchObject({ title: 'Arrival', minutes: 4 });
  });

  it('[SESSION-15] a step that they removed while I wrote in it stays until I remove it, too; one that runs always stays', async () => {
    shown.type(field('Name of step 2'), 'Our goal');
    theySave(sheet.toSpliced(1, 1));
    await expect.poll(() => shown.place.textContent).toContain('Somebody else removed this step.');
    shown.click(shown.button('Remove it here, too'));
    expect(field('Name of step 2')).toHaveProperty('value', sheet[2]?.title);
    shown.click(shown.button(`Details of “${sheet[2]?.title}”`));
    shown.click(shown.button(`Remove “${sheet[2]?.title}”`));
    shown.asks(cast.maya, { do: 'goToStep', step: sheet[2]?.id ?? '' });
    theySave([...shown.state().agenda, another]);
    await expect.poll(() => field('Name of step 10')).toHaveProperty('value', 'Round of thanks');
    expect(field('Name of step 2')).toHaveProperty('value', sheet[2]?.title);
  });

  it('[SESSION-15] a step that I removed while they wrote in it is back, which is said, until I remove it again', async () => {
    shown.click(shown.button('Details of “Goal”'));
    shown.click(shown.button('Remove “Goal”'));
    theySave(sheet.map((step) => (step.title === 'Goal' ? { ...step, minutes: 25 } : step)));
    await expect.poll(() => field('Minutes of “Goal”')).toHaveProperty('value', '25');
    expect(shown.place.textContent).toContain('You removed this step. It is back because somebody else wrote in it.');
    shown.click(shown.button('Remove it again'));
    expect(shown.place.textContent).not.toContain('You removed this step.');
    shown.click(shown.button('Save'));
    await saved();
    expect(titles()).not.toContain('Goal');
  });

  it('[DRAFT-1] what was changed is there when the editor comes back, and gone when one cancels', async () => {
    shown.type(field('Name of step 1'), 'Hello');
    const { drafts } = shown;
    shown.close();
    shown = await showWorkshop(cast.maya, <AgendaEditor onDone={() => (isDone = true)} />, { agenda: sheet, drafts });
    expect(field('Name of step 1')).toHaveProperty('value', 'Hello');
    shown.click(shown.button('Cancel'));
    expect(drafts.all().size).toBe(0);
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
    await expect.poll(shown.spokenNow).toContain('“Interests” is now 2 of 10');
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
    expect(document.activeElement).toBe(field('Name of step 10'));
    shown.type(field('Name of step 10'), 'One word each');
    expect(titles()).toHaveLength(10);
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
