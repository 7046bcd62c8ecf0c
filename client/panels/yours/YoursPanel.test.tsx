// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cast, showWorkshop, type ShownWorkshop, type WorkshopOptions } from '#client/testing/showWorkshop.tsx';
import { InspectorPanel } from '#client/panels/inspector/InspectorPanel.tsx';
import type { ComesFor } from '#shared/wire/people.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { ActionsPanel } from '../actions/ActionsPanel.tsx';
import { YoursPanel } from './YoursPanel.tsx';

const city = "City of Riverbend, Mayor's Office";
const step: Step = {
  id: 'chairs',
  title: 'Empty chairs',
  minutes: 12,
  instruction: 'Who is missing at this table? Look at the dashed signs.',
  view: 'free',
  stage: null,
  tools: [],
  activity: null,
};

let shown: ShownWorkshop;
beforeEach(() => void vi.stubGlobal('matchMedia', () => ({ matches: false })));
afterEach(() => {
  shown.close();
  vi.unstubAllGlobals();
});

async function show(comesFor: ComesFor, part = <YoursPanel />, options: WorkshopOptions = {}) {
  shown = await showWorkshop(cast.jordan, part, { agenda: [step], ...options, board: { comesFor, ...options.board } });
  await act(async () => {});
}
const text = () => shown.place.textContent ?? '';
const section = (heading: string) =>
  [...shown.place.querySelectorAll('section')].find((one) => one.querySelector('h3')?.textContent === heading);
const rows = (heading: string) => [...(section(heading)?.querySelectorAll('li') ?? [])].map((row) => row.textContent);
const way = (start: string) =>
  [...shown.place.querySelectorAll('button')].find((one) => one.textContent?.startsWith(start));
const field = () => shown.place.querySelector<HTMLInputElement>('[role=combobox]');

describe('one’s own part', () => {
  it('[YOURS-1] has actions with role, day and state, who is missing, and roles; each leads to its thing', async () => {
    await show({ organization: city, kind: null });
    expect(rows(`Actions of ${city}`)).toEqual([
      'Ask the superintendent of schools to send somebody who can decideas Policy adviser on jobs · by Mar 31, 2026 · open',
    ]);
    expect(rows('Who is missing where you stand')).toEqual([
      'Paying for the workmissing: designee',
      'Growing the regional economymissing: designee',
    ]);
    expect(rows('Your roles at the table')[0]).toBe('Mayordecision-maker, for Making the rules, Paying for the work');
    shown.click(way('Ask the superintendent'));
    expect(shown.selection.chosen()).toEqual([{ collection: 'actions', id: 'act1' }]);
    shown.click(way('Paying for the work'));
    expect(shown.selection.chosen()).toEqual([{ collection: 'interests', id: 'money' }]);
  });

  it('[YOURS-1] says what is overdue, and what is nobody’s yet', async () => {
    await show({ organization: 'United Fund of Riverbend (backbone)', kind: null });
    expect(rows('Actions of United Fund of Riverbend (backbone)')[0]).toContain('overdue since Feb 13, 2026');
    shown.close();
    await show({ organization: 'Castellano Builders', kind: null });
    expect(text()).toContain('No open action is yours.');
    expect(rows('Nobody’s yet, where you stand')).toEqual([
      'Find two small firms that will come to an evening meetingby Apr 15, 2026 · open',
    ]);
  });

  it('[YOURS-3] begins with what the step asks, and ends with the goal, where it stands, and the empty chairs', async () => {
    await show({ organization: city, kind: null });
    expect(section('Asked just now')).toBeUndefined();
    shown.asks(cast.maya, { do: 'goToStep', step: 'chairs' });
    expect(section('Asked just now')?.textContent).toContain('Who is missing at this table?');
    shown.click(way('Take part in'));
    expect(shown.screen.state().panel).toBe('workshop');
    const goal = section('What all of this is for')?.textContent;
    expect(goal).toContain('90 percent of our region');
    expect(goal).toContain(
      '79.3 percent of the labor force now, 80.72 expected by today, behind the straight line to the target',
    );
    expect(goal).toContain('13 of 36 chairs are empty');
    shown.click(way('Who is missing'));
    expect(shown.screen.state().panel).toBe('coverage');
  });

  it('[YOURS-6] [JOIN-3] asks who said none, and offers the names on the board; what was said holds at once', async () => {
    const asked: unknown[] = [];
    await show({ organization: null, kind: null }, <YoursPanel />, {
      board: {
        sayOrganization: async (organization) => {
          asked.push(organization);
          return { ok: true, value: { organization, kind: null } };
        },
      },
    });
    expect(text()).toContain('Which organization do you come for?');
    shown.type(field(), 'mayor');
    expect([...shown.place.querySelectorAll('[role=option]')].map((one) => one.textContent)).toEqual([city]);
    shown.press('ArrowDown');
    shown.press('Enter');
    expect(field()?.value).toBe(city);
    expect(text()).toContain('This one is on the board.');
    await act(async () => shown.button('Save')?.click());
    expect(asked).toEqual([city]);
    expect(rows(`Actions of ${city}`)).toHaveLength(1);
    expect(shown.said.at(-1)).toBe(`You come for ${city}.`);
  });

  it('[YOURS-6] [JOIN-3] tells who wrote it otherwise than the map, and keeps what was when it is not taken', async () => {
    await show({ organization: 'Town Hall', kind: null }, <YoursPanel />, {
      board: { sayOrganization: async () => ({ ok: false, code: 'unreachable' }) },
    });
    expect(text()).toContain('“Town Hall” does not stand on this board by that name.');
    shown.click(shown.button('Change your organization'));
    shown.type(field(), 'Somewhere new');
    expect(text()).toContain('This one is not on the board yet.');
    await act(async () => shown.button('Save')?.click());
    expect(shown.place.querySelector('[role=alert]')?.textContent).toContain('It is as it was.');
    shown.click(shown.button('Cancel'));
    expect(text()).toContain('“Town Hall” does not stand');
  });

  it('[YOURS-7] own actions go first among all, marked in words, and details of a role and an organization have theirs', async () => {
    await show({ organization: city, kind: null }, <ActionsPanel />);
    const first = shown.place.querySelector('ul > li');
    expect(first?.textContent).toContain('Ask the superintendent');
    expect(first?.textContent).toContain('Your organization’s');
    expect(text().split('Your organization’s')).toHaveLength(2);
    for (const chosen of [
      { collection: 'organizations', id: 'mayor-office' },
      { collection: 'representatives', id: 'r11' },
    ] as const) {
      shown.close();
      await show({ organization: null, kind: null }, <InspectorPanel from="Outline" onBack={() => {}} />, { chosen });
      shown.click(way('Ask the superintendent'));
      expect(shown.selection.chosen()).toEqual([{ collection: 'actions', id: 'act1' }]);
    }
    shown.close();
    await show({ organization: null, kind: null }, <InspectorPanel from="Outline" onBack={() => {}} />, {
      chosen: { collection: 'representatives', id: 'r10' },
    });
    expect(text()).toContain('No action is theirs.');
  });
});
