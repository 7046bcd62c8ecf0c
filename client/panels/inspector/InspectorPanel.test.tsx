// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { act } from 'react';
import { isField, schemaOf } from '#shared/map/collections.ts';
import { inspected } from '#client/panels/things/entityName.ts';
import { showPanel, type ShowOptions, type ShownPanel } from '#client/testing/showPanel.tsx';
import { boardWords } from '#client/locales/boardWords.ts';
import { createTexts, takeBoardTexts } from '#client/locales/createTexts.ts';
import { compareWords } from '../snapshots/compareWords.ts';
import { caretAfter } from './caretAfter.ts';
import { fieldsOf } from './entityFields.ts';
import { InspectorPanel } from './InspectorPanel.tsx';

let panel: ShownPanel;
const field = (label: string) => {
  const found = [...panel.place.querySelectorAll('label')].find((one) => one.textContent === label);
  return found ? document.getElementById(found.htmlFor) : null;
};
const open = async (collection: (typeof inspected)[number], id: string, options: ShowOptions = {}) => {
  panel = await showPanel(<InspectorPanel from="Outline" onBack={() => {}} />, options);
  act(() => panel.selection.open({ collection, id }));
};
const entity = (collection: 'organizations' | 'representatives' | 'interests', id: string) =>
  panel.boardMap.map()[collection].find((one) => one.id === id);

describe('details', () => {
  afterEach(() => panel.close());

  it('[OUTLINE-8] every field of the table is a field of its collection, and every field of the frame is there', async () => {
    await open('goal', 'goal');
    const left = inspected.flatMap((collection) =>
      fieldsOf(collection)
        .filter(({ field: name }) => !isField(collection, name))
        .map(({ field: name }) => name),
    );
    expect(left).toEqual([]);
    const kept = ['id', 'order', 'created_on', 'changed_on', 'placeholder', 'version', 'source_variants', 'position'];
    const own: readonly string[] = [...kept, 'kind_since', 'organization_id', 'source'];
    for (const collection of ['goal', 'interests', 'organizations', 'placements', 'representatives'] as const) {
      const shown = new Set<string>(fieldsOf(collection).map((one) => one.field));
      const missing = Object.keys(schemaOf(collection).entries).filter((name) => !shown.has(name));
      expect(missing.filter((name) => !own.includes(name))).toEqual([]);
    }
  });

  it('[OUTLINE-8] a line counts when its field is left, and also when the panel closes', async () => {
    await open('organizations', 'united-fund');
    panel.type(field('Name'), 'United Fund');
    expect(entity('organizations', 'united-fund')).not.toMatchObject({ name: 'United Fund' });
    panel.leave();
    expect(entity('organizations', 'united-fund')).toMatchObject({ name: 'United Fund' });
    panel.type(field('Name'), 'The Fund');
    act(() => panel.selection.choose([]));
    expect(entity('organizations', 'united-fund')).toMatchObject({ name: 'The Fund' });
  });

  it('[OUTLINE-8] what is no number says so and writes nothing', async () => {
    await open('goal', 'goal');
    const value = field('Number');
    panel.type(value, 'ninety');
    panel.leave();
    expect(panel.place.querySelector('[role=alert]')?.textContent).toBe('This needs a number.');
    expect(panel.boardMap.map().goal).toMatchObject({ baseline: { value: 78.4 }, version: 2 });
    panel.type(value, '77,5 %');
    panel.leave();
    expect(panel.boardMap.map().goal).toMatchObject({ baseline: { value: 77.5 }, version: 3 });
  });

  it('[OUTLINE-8] both numbers of the employment example are told', async () => {
    await open('goal', 'goal');
    expect(panel.place.textContent).toContain('99 percent in: caption of Figure 1');
    expect(panel.place.textContent).toContain('90 percent in: article text (used here)');
  });

  it('[OUTLINE-8] a kind is defined where it is chosen, and changing it is dated', async () => {
    await open('representatives', 'r01');
    expect(panel.place.textContent).toContain('authority or influence to make the organization change');
    panel.type(field('Kind'), 'doer');
    expect(entity('representatives', 'r01')).toMatchObject({ kind: 'doer', kind_since: '2026-03-02' });
    expect(panel.place.textContent).toContain('but cannot order them');
  });

  it('[OUTLINE-9] influence and stake are for facilitators only', async () => {
    await open('organizations', 'united-fund', { isFacilitator: false });
    expect(panel.place.textContent).not.toMatch(/Influence|Stake/);
    const rated = fieldsOf('organizations')
      .filter((one) => one.facilitatorsOnly)
      .map((one) => one.field);
    expect(rated).toEqual(['influence', 'stake']);
  });

  it('[OUTLINE-6] removing an organization tells what goes with it first', async () => {
    await open('organizations', 'halden-manufacturing');
    panel.click([...panel.place.querySelectorAll('button')].find((one) => one.textContent === 'Remove'));
    const dialog = panel.place.querySelector('[role=alertdialog]');
    expect(dialog?.textContent).toMatch(/This also removes \d placements?, \d representatives?/);
    panel.click(dialog?.querySelector('button'));
    expect(entity('organizations', 'halden-manufacturing')).toBeUndefined();
    expect(panel.place.textContent).toContain('This is no longer on the board.');
  });

  it('[OUTLINE-8] a long text keeps what others wrote into it meanwhile', async () => {
    await open('interests', 'adult-skills');
    const area = field('What part it has in the goal');
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('there is no text');
    const { value } = area;
    panel.type(area, `${value} Evenings, too.`);
    const text = entity('interests', 'adult-skills');
    expect(text).toMatchObject({ description: `${value} Evenings, too.` });
  });

  it('[OUTLINE-8] a caret that a letter has just moved stays behind it when others write', async () => {
    await open('interests', 'adult-skills');
    const area = field('What part it has in the goal');
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('there is no text');
    const { value } = area;
    area.focus();
    panel.type(area, `Y${value}`);
    area.setSelectionRange(1, 1);
    const fields = { description: `Y${value} In May.` };
    act(() => void panel.boardMap.run({ type: 'edit', collection: 'interests', id: 'adult-skills', fields }));
    expect(area.value).toBe(`Y${value} In May.`);
    expect([area.selectionStart, area.selectionEnd]).toEqual([1, 1]);
  });

  it('[OUTLINE-8] the caret stays at its letters when others write before or behind it', async () => {
    await open('goal', 'goal');
    expect(caretAfter('one three', 'one two three', 9)).toBe(13);
    expect(caretAfter('one three', 'one three four', 3)).toBe(3);
    expect(caretAfter('one two three', 'one three', 6)).toBe(5);
  });

  it('[OUTLINE-13] a card that others move stays in the details, with what is being typed there', async () => {
    const [first] = (await open('goal', 'goal'), panel.boardMap.map().placements);
    const placed = new Set(
      panel.boardMap
        .map()
        .placements.filter((one) => one.organization_id === first?.organization_id)
        .map((one) => one.interest_id),
    );
    const elsewhere = panel.boardMap.map().interests.find(({ id }) => !placed.has(id))?.id ?? '';
    act(() => panel.selection.open({ collection: 'placements', id: first?.id ?? '' }));
    const contribution = field('What it brings');
    panel.type(contribution, 'Two vans');
    act(() => void panel.boardMap.run({ type: 'movePlacement', id: first?.id ?? '', interest_id: elsewhere }));
    expect([document.activeElement, field('What it brings')]).toEqual([contribution, contribution]);
    panel.leave();
    const moved = panel.boardMap.map().placements.find(({ id }) => id === panel.selection.chosen()[0]?.id);
    expect(moved).toMatchObject({
      organization_id: first?.organization_id,
      interest_id: elsewhere,
      contribution: 'Two vans',
    });
    expect(panel.words.list()).toEqual([]);
  });

  it('[OUTLINE-13] a day that is being typed stays, though others set another one', async () => {
    await open('goal', 'goal');
    const day = field('Agreed on');
    if (!(day instanceof HTMLInputElement)) throw new Error('there is no day');
    const set = (agreed_on: string) =>
      act(() => void panel.boardMap.run({ type: 'edit', collection: 'goal', id: 'goal', fields: { agreed_on } }));
    set('2026-01-05');
    expect(day.value).toBe('2026-01-05');
    panel.type(day, '2026-02-03');
    set('2026-01-06');
    expect(field('Agreed on')).toBe(day);
    expect([document.activeElement, day.value]).toEqual([day, '2026-02-03']);
    panel.leave();
    expect(panel.boardMap.map().goal.agreed_on).toBe('2026-02-03');
  });

  it('[OUTLINE-13] a sentence that is being typed stays in its place while others add one and take one out', async () => {
    await open('goal', 'goal');
    const stage = panel.boardMap.map().trust_stages[0]?.id ?? '';
    const evidence = () => panel.boardMap.map().trust_stages[0]?.evidence;
    const set = (...sentences: string[]) => {
      const fields = { evidence: sentences };
      act(() => void panel.boardMap.run({ type: 'edit', collection: 'trust_stages', id: stage, fields }));
    };
    set('One', 'Two');
    act(() => panel.selection.open({ collection: 'trust_stages', id: stage }));
    const second = field('Line 2');
    panel.type(second, 'Two and a half');
    set('Zero', 'One', 'Two');
    expect([document.activeElement, field('Line 3')]).toEqual([second, second]);
    set('Two');
    expect(field('Line 1')).toBe(second);
    panel.leave();
    expect(evidence()).toEqual(['Two and a half']);
    panel.type(field('Line 1'), 'Mine');
    set('Theirs');
    expect(evidence()).toEqual(['Theirs', 'Mine']);
  });

  it('[OWN-1] words in a field whose thing others remove are offered, and nothing else is', async () => {
    await open('organizations', 'united-fund');
    panel.type(field('Name'), 'United Fund of the seven');
    const remove = (id: string) =>
      act(() => void panel.boardMap.run({ type: 'remove', collection: 'organizations', id }));
    remove('halden-manufacturing');
    expect(panel.words.list()).toEqual([]);
    remove('united-fund');
    expect(panel.words.list()).toMatchObject([{ text: 'United Fund of the seven', why: 'removed' }]);
    expect(panel.words.isHolding()).toBe(true);
  });

  it('[OWN-1] words that a lock or another role refuses are offered; closing the panel oneself offers nothing', async () => {
    await open('organizations', 'united-fund');
    panel.type(field('Name'), 'United Fund');
    act(() => panel.selection.choose([]));
    expect(panel.words.list()).toEqual([]);
    act(() => panel.selection.open({ collection: 'interests', id: 'adult-skills' }));
    panel.boardMap.setPermit(() => 'locked');
    panel.type(field('What part it has in the goal'), 'Said too late');
    expect(panel.words.list()).toMatchObject([{ text: 'Said too late', why: 'locked' }]);
    panel.type(field('Title'), 'Skills');
    act(() => panel.boardMap.setReadOnly(true));
    panel.leave();
    expect(panel.words.list()).toMatchObject([{ text: 'Skills', why: 'readOnly' }]);
  });

  it('[OUTLINE-1] what a closed round holds is read, not changed, but for the insight that it carries on', async () => {
    await open('goal', 'goal');
    const { notes, iterations } = panel.boardMap.map();
    const choose = (collection: 'notes' | 'iterations', id = '') => act(() => panel.selection.open({ collection, id }));
    choose('notes', notes.find(({ iteration }) => iteration === 1)?.id);
    expect(field('Text')).toHaveProperty('readOnly', true);
    expect(panel.place.textContent).toContain('This round is closed. It can be read, not changed.');
    expect([...panel.place.querySelectorAll('button')].map((one) => one.textContent)).not.toContain('Remove');
    choose('iterations', iterations.find(({ status }) => status === 'closed')?.id);
    expect(field('Focus question')).toHaveProperty('readOnly', true);
    expect(field('The sentence that is carried on')).toHaveProperty('readOnly', false);
    choose('notes', notes.find(({ iteration }) => iteration === 2)?.id);
    expect(field('Text')).toHaveProperty('readOnly', false);
  });

  it('[OUTLINE-1] an observer reads everything and changes nothing', async () => {
    await open('organizations', 'united-fund', { readOnly: true, isFacilitator: false });
    expect(field('Name')).toHaveProperty('readOnly', true);
    expect(field('Sector')).toHaveProperty('disabled', true);
    expect([...panel.place.querySelectorAll('button')].map((one) => one.textContent)).not.toContain('Remove');
  });

  it('[OUTLINE-8] [COMPARE-2] interests of a body are called what they are, in its details and in a comparison', async () => {
    await open('bodies', '');
    const body = panel.boardMap.map().bodies[0]?.id ?? '';
    act(() => panel.selection.open({ collection: 'bodies', id: body }));
    expect(panel.place.textContent).toContain('Takes care of these interests');
    expect(panel.place.textContent).not.toContain('Speaks for these interests');
    const texts = await createTexts('en');
    await takeBoardTexts(texts, boardWords);
    const words = compareWords(texts, '2026-03-02');
    expect(words.field('interest_ids', 'bodies')).toBe('Takes care of these interests');
    expect(words.field('interest_ids', 'representatives')).toBe('Speaks for these interests');
  });
});
