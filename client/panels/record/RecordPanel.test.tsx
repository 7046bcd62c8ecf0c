// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { cast, showWorkshop, type ShownWorkshop, type Someone } from '#client/testing/showWorkshop.tsx';
import { WorkshopPanel } from '#client/facilitation/WorkshopPanel.tsx';
import type { BoardRecord } from '#shared/record/BoardRecord.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { AfterWorkshop } from './AfterWorkshop.tsx';
import { RecordPanel } from './RecordPanel.tsx';

const minute = 60_000;
const noon = Date.UTC(2031, 4, 5, 12);
const step: Step = {
  id: 's1',
  title: 'Goal',
  minutes: 10,
  instruction: '',
  view: 'free',
  stage: null,
  tools: null,
  activity: null,
};
type Entries = BoardRecord['entries'];
const left = (id: string, workshop: string, from: number, took: number): Entries[number] => ({
  id,
  at: from + took,
  content: { kind: 'step', workshop, step: 's1', title: 'Goal', planned: 10, from, to: from + took },
});
const ended: Entries[number] = {
  id: 'end',
  at: noon + 30 * minute,
  content: {
    kind: 'workshop',
    workshop: 'w1',
    from: noon,
    to: noon + 30 * minute,
    ended: true,
    attendance: { roles: [{ role: 'participant', people: 18 }], kinds: [{ kind: 'doer', people: 'fewer' }] },
    outcome: {
      sheets: [],
      pulses: [],
      decisions: [{ what: 'goal', text: '90 of 100 read' }],
      actions: [{ title: 'Ask the drivers', owner: 'Valley Rides', due: null }],
    },
  },
};

let shown: ShownWorkshop;
let entries: Entries = [];
let asked = 0;
afterEach(() => shown.close());

const show = async (who: Someone, part = <RecordPanel />): Promise<void> => {
  let answer = (): void => {};
  const shownFirst = new Promise<void>((resolve) => (answer = resolve));
  const record = async () => {
    asked++;
    await shownFirst;
    return { ok: true as const, value: { entries } };
  };
  shown = await showWorkshop(who, part, { agenda: [step], board: { server: { record } } });
  await act(async () => answer());
};
const text = (): string => shown.place.textContent ?? '';

describe('the record beside the canvas', () => {
  it('[RECORD-3] shows everybody with a seat each workshop, the newest open, and says where there is none yet', async () => {
    entries = [];
    await show(cast.olga);
    expect(text()).toContain('Nothing is in it yet.');
    shown.close();
    entries = [left('a', 'w0', noon - 24 * 60 * minute, 5 * minute), left('b', 'w1', noon, 12 * minute), ended];
    await show(cast.olga);
    const workshops = [...shown.place.querySelectorAll('details')];
    expect(workshops.map(({ open }) => open)).toEqual([true, false]);
    expect(workshops[0]?.textContent).toMatch(
      /May 5, 2031.*18 participants.*fewer than 3 doers.*Goal.*10 min.*12 min.*Goal agreed: 90 of 100 read.*Ask the drivers.*Valley Rides/,
    );
    expect(workshops[1]?.textContent).toContain('It has not ended yet.');
    for (const cell of shown.place.querySelectorAll('th')) expect(cell.scope).toBe('col');
  });

  it('[RECORD-3] reads again when a step is left or the workshop ends', async () => {
    entries = [];
    await show(cast.jordan);
    const before = asked;
    await act(async () => shown.asks(cast.maya, { do: 'goToStep', step: 's1' }));
    entries = [left('b', 'w1', noon, 12 * minute)];
    await act(async () => shown.asks(cast.maya, { do: 'endWorkshop' }));
    expect(asked).toBeGreaterThan(before);
    expect(text()).toContain('12 min');
  });
});

describe('the end of a workshop', () => {
  const panel = <WorkshopPanel after={<AfterWorkshop />} />;

  it('[RECORD-9] facilitators write the next meeting in its last step and after it, and everybody reads it', async () => {
    await show(cast.maya, panel);
    expect(text()).not.toContain('Next meeting');
    shown.asks(cast.maya, { do: 'goToStep', step: 's1' });
    const part = shown.place.querySelector('[type="date"]')?.closest('section');
    const [day, where] = part?.querySelectorAll('input') ?? [];
    shown.type(day, '2031-06-02');
    shown.leave();
    shown.type(where, '2 pm, library');
    shown.leave();
    expect(shown.boardMap.map().partnership).toMatchObject({
      next_meeting_on: '2031-06-02',
      next_meeting_where: '2 pm, library',
    });
    expect(text()).not.toContain('The workshop is done');
    shown.asks(cast.maya, { do: 'endWorkshop' });
    expect(text()).toContain('The workshop is done');
    shown.click(shown.button('Set the next meeting'));
    expect(document.activeElement).toBe(shown.place.querySelector('[type="date"]'));
    shown.click(shown.button('Take it home'));
    expect(shown.screen.state().panel).toBe('takeHome');
    expect(text()).toContain('Next meeting');
    shown.click(shown.button('Open the record'));
    expect(shown.screen.state().panel).toBe('record');
  });

  it('[STEP-17] and from there all that is left to do is one press away', async () => {
    await show(cast.jordan, panel);
    shown.asks(cast.maya, { do: 'goToStep', step: 's1' });
    expect(text()).toContain('The report for participants');
    shown.asks(cast.maya, { do: 'endWorkshop' });
    shown.click(shown.button('Choose what to take home'));
    expect(shown.screen.state().panel).toBe('takeHome');
  });

  it('[RECORD-9] participants have no fields for it', async () => {
    await show(cast.jordan, panel);
    shown.asks(cast.maya, { do: 'goToStep', step: 's1' });
    shown.asks(cast.maya, { do: 'endWorkshop' });
    expect(shown.place.querySelector('[type="date"]')).toBeNull();
    expect(shown.button('Open the record')).toBeDefined();
    const id = shown.boardMap.map().partnership.id;
    act(() => {
      shown.boardMap.run({
        type: 'edit',
        collection: 'partnership',
        id,
        fields: { next_meeting_on: '2031-06-02', next_meeting_where: '2 pm, library' },
      });
      shown.draw();
    });
    expect(text()).toContain('Monday, June 2, 2031, 2 pm, library');
  });
});
