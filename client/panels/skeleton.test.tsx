// @vitest-environment jsdom
/** What a participant is offered in the panels while the skeleton of the map is closed. */
import { act, type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { PermitsContext } from '#client/map/PermitsContext.ts';
import { showPanel, type ShowOptions, type ShownPanel } from '#client/testing/showPanel.tsx';
import { type Permits, permitsOf } from '#shared/workshop/permits.ts';
import { emptyWorkshop } from '#shared/wire/WorkshopState.ts';
import { CyclePanel } from './cycle/CyclePanel.tsx';
import { InspectorPanel } from './inspector/InspectorPanel.tsx';
import { OutlinePanel } from './outline/OutlinePanel.tsx';

const open = permitsOf(emptyWorkshop);
const closed = permitsOf({ ...emptyWorkshop, skeletonOpen: false });
const sentence = 'The frame (goal, interests, bodies, rounds) is closed just now. A facilitator can open it.';

let panel: ShownPanel;
afterEach(() => panel.close());
const show = async (permits: Permits | null, part: ReactNode, options: ShowOptions = {}) => {
  panel = await showPanel(<PermitsContext value={permits}>{part}</PermitsContext>, {
    isFacilitator: false,
    ...options,
  });
};
const text = () => panel.place.textContent ?? '';
const button = (name: string) => [...panel.place.querySelectorAll('button')].find((one) => one.textContent === name);
const row = (start: string) =>
  [...panel.place.querySelectorAll<HTMLElement>('[role=treeitem]')].find((one) =>
    one.getAttribute('aria-label')?.startsWith(start),
  );
/** Opens the menu of a row by key, and closes it again. */
async function menuOf(start: string): Promise<readonly string[]> {
  act(() => row(start)?.focus());
  panel.press('F10', { shiftKey: true });
  const names = [...document.querySelectorAll('[role=menuitem]')].map((one) => one.textContent ?? '');
  panel.press('Escape');
  await act(() => new Promise((done) => setTimeout(done)));
  return names;
}

describe('the outline', () => {
  it('[SESSION-25] says in one line what is closed, and offers only what is not', async () => {
    await show(closed, <OutlinePanel />);
    expect(text()).toContain('Only facilitators change just now: goal, interests, bodies, rounds.');
    expect([button('Interest'), button('Organization') === undefined]).toEqual([undefined, false]);
    const ofInterest = await menuOf('Large employers');
    expect(ofInterest).toEqual(expect.arrayContaining(['Details', 'Add an organization']));
    for (const name of ['Rename', 'Move up', 'Remove']) expect(ofInterest, name).not.toContain(name);
    expect(await menuOf('Bodies and seats')).toEqual([]);
    expect(await menuOf('Agreements')).toHaveLength(1);
    // keys say why
    act(() => row('Large employers')?.focus());
    panel.press('F2');
    expect(panel.place.querySelector('[role=alert]')?.textContent).toBe(sentence);
    expect(panel.place.querySelector('[role=treeitem] input')).toBeNull();
  });

  it('[SESSION-25] while it is open everything is there, and no line', async () => {
    await show(open, <OutlinePanel />);
    expect(text()).not.toContain('Only facilitators change');
    expect(button('Interest')).toBeDefined();
    expect(await menuOf('Large employers')).toEqual(expect.arrayContaining(['Rename', 'Move up', 'Remove']));
    expect(await menuOf('Bodies and seats')).toHaveLength(1);
  });
});

describe('details', () => {
  const details = <InspectorPanel from="Outline" onBack={() => {}} />;
  const writable = () =>
    panel.place.querySelectorAll('input:not([readonly],[disabled]), textarea:not([readonly])').length;

  it.each(['goal', 'interests', 'partnership'] as const)(
    '[SESSION-25] of %s are read, with one line why',
    async (collection) => {
      await show(closed, details);
      const { map } = panel.boardMap;
      const id = collection === 'interests' ? (map().interests[0]?.id ?? '') : map()[collection].id;
      act(() => panel.selection.open({ collection, id }));
      expect(text()).toContain(sentence);
      expect(writable()).toBe(0);
      expect(panel.place.querySelectorAll('select:not([disabled])')).toHaveLength(0);
      expect(button('Remove')).toBeUndefined();
    },
  );

  it('[SESSION-25] of a body are written, and it is not removed', async () => {
    await show(closed, details);
    act(() => panel.selection.open({ collection: 'bodies', id: panel.boardMap.map().bodies[0]?.id ?? '' }));
    expect(text()).not.toContain(sentence);
    expect(writable()).toBeGreaterThan(1);
    expect(button('Remove')).toBeUndefined();
  });

  it('[STEP-6] in a step without people an organization is read, and says so', async () => {
    const step = { id: 's', title: 's', minutes: 1, instruction: '', view: 'free', stage: null } as const;
    await show(
      permitsOf({ ...emptyWorkshop, agenda: [{ ...step, tools: ['actions'], activity: null }], step: 's' }),
      details,
    );
    act(() =>
      panel.selection.open({ collection: 'organizations', id: panel.boardMap.map().organizations[0]?.id ?? '' }),
    );
    expect(text()).toContain('This step does not include that. A facilitator can open it.');
    expect(writable()).toBe(0);
  });
});

describe('the cycle', () => {
  it('[SESSION-26] [OFFER-4] rounds are closed and started by facilitators, whatever is open', async () => {
    await show(open, <CyclePanel litStage={null} />);
    expect(text()).toContain('What keeps people in the eight lowest-income ZIP codes');
    expect(button('Close this round…')).toBeUndefined();
    panel.leave();
    panel.close();
    await show(closed, <CyclePanel litStage={null} />);
    expect(button('Question and title')).toBeUndefined();
    panel.close();
    await show(open, <CyclePanel litStage={null} />);
    expect(button('Question and title')).toBeDefined();
    panel.close();
    await show(open, <CyclePanel litStage={null} />, { template: 'blank' });
    expect(button('Start the first round')).toBeUndefined();
    expect(text()).toContain('No round has been started yet. Only facilitators open, close and remove rounds.');
  });
});
