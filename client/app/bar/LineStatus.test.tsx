// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Line } from '#client/connection/line/Line.ts';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { LineStatus } from './LineStatus.tsx';

let panel: ShownPanel;
afterEach(() => {
  panel.close();
  vi.unstubAllGlobals();
});

const live: Line = { kind: 'live', saving: false, savedAt: Date.UTC(2026, 2, 2, 9, 5) };
const offline: Line = { kind: 'offline', reason: 'network', kept: 2 };

async function show(line: Line, { isNarrow = true, isShort = false } = {}): Promise<HTMLElement> {
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: isNarrow }));
  panel = await showPanel(<LineStatus line={line} isShort={isShort} onRetry={() => {}} />);
  const status = panel.place.querySelector<HTMLElement>('[data-testid=line]');
  if (status === null) throw new Error('the line is not shown');
  return status;
}

it('[PAGE-10] a narrow bar shows a sign while all is well; its words are spoken, and one tap away', async () => {
  const status = await show(live);
  expect(status.querySelector('svg')).not.toBeNull();
  expect(status.querySelector('span')?.className).toBe('visually-hidden');
  expect(status.getAttribute('aria-label')).toMatch(/^Line to the server: Saved at/);
  act(() => status.click());
  expect(document.querySelector('[role=dialog]')?.textContent).toMatch(/Saved at/);
});

it('[PAGE-10] it says in words that something is wrong', async () => {
  const status = await show(offline);
  expect(status.querySelector('span')?.className).not.toBe('visually-hidden');
  expect(status.textContent).not.toBe('');
});

it('[PAGE-10] beside the step of a workshop one word is enough, and the whole is spoken', async () => {
  const status = await show(live, { isNarrow: false, isShort: true });
  expect(status.textContent).toBe('Saved');
  expect(status.querySelector('span')?.className).not.toBe('visually-hidden');
  expect(status.getAttribute('aria-label')).toMatch(/^Line to the server: Saved at/);
});
