// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Answer } from '#client/connection/api/Api.ts';
import type { ThingAct, ThingActs } from '#shared/wire/thingActs.ts';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { WhoChanged } from './WhoChanged.tsx';

let panel: ShownPanel;
afterEach(() => panel.close());

const at = Date.UTC(2026, 2, 2, 15, 4);
const done = (more: Partial<ThingAct>): ThingAct => ({
  kind: 'changed',
  at,
  name: 'Jordan Tate',
  role: 'participant',
  fields: [],
  ...more,
});

async function open(acts: readonly ThingAct[]): Promise<readonly string[]> {
  let asked = 0;
  const read = (): Promise<Answer<ThingActs>> => {
    asked += 1;
    return Promise.resolve({ ok: true, value: { acts: [...acts] } });
  };
  panel = await showPanel(<WhoChanged read={read} />);
  expect(asked).toBe(0);
  await act(async () => panel.place.querySelector('summary')?.click());
  // a browser tells of the opening in a task of its own
  await vi.waitFor(() => act(async () => expect(asked).toBe(1)));
  return [...panel.place.querySelectorAll('li')].map((line) => line.firstChild?.textContent ?? '');
}

it('[ACTS-6] says who did what in the words of the fields, and by role where the name is no longer known', async () => {
  expect(
    await open([
      done({ kind: 'tookBack', name: null, role: 'facilitator' }),
      done({ fields: ['title', 'order', 'why'] }),
      done({ fields: ['order', 'position'] }),
      done({ name: null, role: 'observer', fields: ['own_word'] }),
      done({ kind: 'server', name: null, role: null }),
      done({ kind: 'made' }),
    ]),
  ).toEqual([
    'A facilitator took back what somebody had done.',
    'Jordan Tate changed: Title and Why it matters.',
    'Jordan Tate moved it.',
    'An observer changed: own word.',
    'It came from a round of ideas, a vote or a pulse.',
    'Jordan Tate added it.',
  ]);
  expect(panel.place.querySelector('li')?.textContent).toContain('2026');
});

it('[ACTS-6] says that nothing is known', async () => {
  expect(await open([])).toEqual([]);
  expect(panel.place.textContent).toContain('Nothing is known about it.');
});
