// @vitest-environment jsdom
import * as Y from 'yjs';
import { afterEach, expect, it, vi } from 'vitest';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { writeRecord } from '#shared/board/record.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { noCanvas } from '#client/board/CanvasPort.ts';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { act } from 'react';
import { RoomPanel } from './RoomPanel.tsx';

let shown: ShownPanel | null = null;
afterEach(() => shown?.close());

const note = (n: number, raw: string) => ({
  id: `shape:${n}`,
  typeName: 'shape',
  type: n === 0 ? 'note' : 'filler',
  parentId: 'page:page',
  x: 0,
  y: 0,
  meta: { raw },
  props: {},
});

const isElsewhere = () => false;

async function show(mayRemove = true, template?: string) {
  const doc = new Y.Doc();
  const start = template === undefined ? null : readTemplate(template);
  // the panel reads it as the map's own document; the map here has one of the same content
  if (start !== null) Y.applyUpdate(doc, firstDocument(start.map));
  for (let n = 0; n < 4; n += 1) writeRecord(doc.getMap('canvas'), note(n, 'x'.repeat(1_000 * (4 - n))));
  const went: string[] = [];
  const canvas = { ...noCanvas, showRecord: (id: string) => went.push(id) > 0 };
  const unshown = [1, 2, 3].map((n) => ({ id: `shape:${n}`, problem: 'unknown' }));
  shown = await showPanel(<RoomPanel isElsewhere={isElsewhere} />, {
    ...(template !== undefined && { template }),
    board: { view: { doc, mayEdit: mayRemove }, screen: { canvas, unshown } },
  });
  const { place, click } = shown;
  const button = (name: string) =>
    [...place.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  return { doc, place, went, button, press: (name: string) => click(button(name)) };
}

it('[ROOM-1] what cannot be shown stands first, as one, and the largest things follow with their share', async () => {
  const { place, went, press } = await show();
  expect([...place.querySelectorAll('h3')].map((one) => one.textContent)).toEqual([
    '3 things that this page cannot show',
    'The largest things',
  ]);
  const [first] = place.querySelectorAll('li');
  expect(first?.textContent).toMatch(/^note4\.\d kB · \d\d/);
  press('Show note');
  expect(went).toEqual(['shape:0']);
});

it('[ROOM-2] it asks before it removes, says what it did, and looks again', async () => {
  const { doc, place, button, press } = await show();
  press('Remove all 3…');
  expect(place.querySelector('[role=alertdialog]')?.getAttribute('aria-label')).toMatch(
    /^Remove 3 things \(6\.\d kB\)/,
  );
  expect([...doc.getMap('canvas').keys()]).toHaveLength(4);
  press('Cancel');
  press('Remove all 3…');
  await act(async () => press('Remove'));
  expect([...doc.getMap('canvas').keys()]).toEqual(['shape:0']);
  expect(shown?.said).toContain('3 things are removed.');
  expect(button('Remove all 3…')).toBeUndefined();
  expect(place.querySelectorAll('li').length).toBeGreaterThan(0);
});

it('[ROOM-2] what the map lists goes as its commands say, and goal and partnership stay', async () => {
  const { button, press, place } = await show(true, 'blank');
  const { boardMap, doc: own } = shown as ShownPanel;
  const [first] = boardMap.map().interests;
  const label = `Remove ${first?.placeholder}, 1 interest…`;
  // a whole map is read in pieces
  await vi.waitFor(async () => {
    await act(async () => {});
    expect(button(label)).toBeDefined();
  });
  const labels = [...place.querySelectorAll('button')].map((one) => one.getAttribute('aria-label') ?? '');
  expect(labels.filter((one) => /^Remove .*(goal|partnership)…/.test(one))).toEqual([]);
  press(label);
  await act(async () => press('Remove'));
  expect(boardMap.map().interests.some(({ id }) => id === first?.id)).toBe(false);
  expect(
    own
      .getMap<Y.Map<unknown>>('map')
      .get('interests')
      ?.has(first?.id ?? ''),
  ).toBe(false);
});

it('[ROOM-2] while nothing can be removed there are no buttons for it, and it says so', async () => {
  const { place } = await show(false);
  expect(place.textContent).toContain('Nothing can be removed just now.');
  expect([...place.querySelectorAll('button')].some((one) => one.textContent?.startsWith('Remove'))).toBe(false);
});
