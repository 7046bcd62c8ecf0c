// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act } from 'react';
import { indexMap } from '#shared/map/MapIndex.ts';
import { computeFindings } from '#shared/map/rules/computeFindings.ts';
import { subjectOf } from '#shared/map/rules/Finding.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { templateIds } from '#shared/templates/templates.ts';
import { destinationOf } from '../findings/subjectRef.ts';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { OutlinePanel } from './OutlinePanel.tsx';

let panel: ShownPanel;
const rows = () => [...panel.place.querySelectorAll<HTMLElement>('[role=treeitem]')];
const row = (start: string) => rows().find((one) => one.getAttribute('aria-label')?.startsWith(start));
const focused = () => document.activeElement?.getAttribute('aria-label');
const item = (text: string) =>
  [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find((one) => one.textContent === text);
const map = () => panel.boardMap.map();
const choose = async (start: string, ...path: string[]): Promise<void> => {
  act(() => row(start)?.focus());
  panel.press('F10', { shiftKey: true });
  for (const text of path.slice(0, -1)) {
    act(() => item(text)?.focus());
    panel.press('ArrowRight');
  }
  panel.click(item(path.at(-1) ?? ''));
  // the menu gives up the focus in a task of its own
  await act(() => new Promise((done) => setTimeout(done)));
};

describe('structure in the outline', () => {
  beforeEach(async () => {
    panel = await showPanel(<OutlinePanel />);
  });
  afterEach(() => panel.close());

  it('[OUTLINE-11] bodies stand with their seats, lines with both ends, papers and trust with their state', () => {
    for (const group of ['Bodies and seats', 'Who answers to whom', 'Agreements', 'Trust stages']) {
      act(() => row(group)?.focus());
      panel.press('ArrowRight');
    }
    expect(row('Policy board, decides')).toBeDefined();
    const names = rows().map((one) => one.getAttribute('aria-label') ?? '');
    expect(names.some((name) => /answers to Senior staff group, .*(agreed|proposed)$/.test(name))).toBe(true);
    expect(names.some((name) => name.startsWith('performing, Apr 8, 2025'))).toBe(true);
    act(() => row('Policy board')?.focus());
    panel.press('ArrowRight');
    expect(rows().some((one) => one.getAttribute('aria-label')?.endsWith(' with a vote'))).toBe(true);
  });

  it('[OUTLINE-11] a body is added, named, given a seat and removed', async () => {
    await choose('Bodies and seats', 'Add a body');
    panel.draw();
    expect(focused()).toBe('Name of New body');
    panel.type(document.activeElement, 'Youth council');
    panel.press('Enter');
    const body = map().bodies.find((one) => one.name === 'Youth council');
    expect(body).toBeDefined();
    expect(focused()).toMatch(/^Youth council, 0 seats/);
    const [person] = map().representatives;
    const organization = map().organizations.find((one) => one.id === person?.organization_id)?.name;
    await choose('Youth council', 'Give a seat to…', `${person?.role_title}, ${organization}`);
    expect(map().seats.filter((seat) => seat.body_id === body?.id)).toMatchObject([{ representative_id: person?.id }]);
    act(() => row('Youth council')?.focus());
    panel.press('Delete');
    panel.click(document.querySelector('[role=alertdialog] button'));
    expect(map().bodies.some((one) => one.id === body?.id)).toBe(false);
  });

  it('[OUTLINE-11] a new line is proposed between two ends, and its details open', async () => {
    const before = map().lines.length;
    await choose('Who answers to whom', 'Add a line');
    const line = map().lines.at(-1);
    expect(map().lines).toHaveLength(before + 1);
    expect(line).toMatchObject({ status: 'proposed' });
    expect(line?.from).not.toBe(line?.to);
    expect(panel.selection.chosen()).toEqual([{ collection: 'lines', id: line?.id }]);
  });

  it('[OUTLINE-11] back from its details a thing is in sight again, though its group was folded', async () => {
    const [seat] = map().seats;
    panel.close();
    panel = await showPanel(<OutlinePanel />, { chosen: { collection: 'seats', id: seat?.id ?? '' } });
    expect(rows().filter((one) => one.getAttribute('aria-selected') === 'true')).toHaveLength(1);
    expect(row('Numbers we watch')?.getAttribute('aria-expanded')).toBe('false');
  });

  it('[OUTLINE-4] [OUTLINE-12] Alt with an arrow moves an organization within its interest', () => {
    act(() => row('Skills for adults')?.focus());
    panel.press('ArrowRight');
    const order = () =>
      rows()
        .filter((one) => one.dataset['kind'] === 'organization')
        .map((one) => one.getAttribute('aria-label') ?? '');
    const [first = '', second = '', ...rest] = order();
    act(() => row(first)?.focus());
    panel.press('ArrowDown', { altKey: true });
    expect(order()).toEqual([second, first, ...rest]);
    expect(focused()).toBe(first);
    panel.press('ArrowUp', { altKey: true });
    expect(order()).toEqual([first, second, ...rest]);
  });
});

it('[FIND-9] every finding about goal, interests, people, structure, trust and the whole has a place to go to', () => {
  const later = new Set(['iteration', 'experiment', 'parking', 'note']);
  for (const id of templateIds) {
    const template = readTemplate(id);
    if (!template) throw new Error(id);
    for (const finding of computeFindings(indexMap(template.map, template.asOf))) {
      if (later.has(subjectOf(finding).type)) continue;
      expect(destinationOf(template.map, finding), `${id} ${finding.rule} ${finding.subject}`).not.toBeNull();
    }
  }
});
