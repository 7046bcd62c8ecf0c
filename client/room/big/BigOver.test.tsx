// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { cast, showWorkshop, type ShownWorkshop, type Someone } from '#client/testing/showWorkshop.tsx';
import { BigOver } from './BigOver.tsx';

let shown: ShownWorkshop;
afterEach(() => shown.close());

/** Maya shows the actions large; what one of them has before them. */
async function largeFor(who: Someone): Promise<void> {
  shown = await showWorkshop(who, <BigOver isWriting={() => false} />);
  shown.asks(cast.maya, { do: 'showBig', sheet: { kind: 'actions', page: 0 } });
  await vi.waitFor(() => expect(dialog()).not.toBeNull(), { timeout: 10_000 });
}

const dialog = () => document.querySelector('[role="dialog"]');
const big = () => shown.state().showing.big;
const buttonOn = (name: RegExp) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => name.test(textContent ?? ''));
const escape = () =>
  act(async () => {
    dialog()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  });

it('[SCREEN-10] Escape closes it for all where the facilitator who opened it presses it, and so does its one button', async () => {
  await largeFor(cast.maya);
  expect(buttonOn(/^Put away/)).toBeUndefined();
  await escape();
  expect(big()).toBeNull();
  await vi.waitFor(() => expect(dialog()).toBeNull());
  shown.asks(cast.maya, { do: 'showBig', sheet: { kind: 'actions', page: 0 } });
  await vi.waitFor(() => expect(buttonOn(/^Close for all/)).toBeDefined());
  await act(async () => buttonOn(/^Close for all/)?.click());
  expect(big()).toBeNull();
});

it('[SCREEN-10] another facilitator who puts it away reads that the room still sees it, and closes it for all there', async () => {
  await largeFor({ ...cast.amina, role: 'facilitator' } as unknown as Someone);
  await escape();
  expect(big()).not.toBeNull();
  expect(dialog()).toBeNull();
  expect(shown.place.textContent).toMatch(/The room still sees the actions\./);
  shown.click(shown.button('Look'));
  expect(dialog()).not.toBeNull();
  await escape();
  await act(async () => shown.button('Close for all')?.click());
  expect(big()).toBeNull();
  expect(shown.place.textContent).toBe('');
});

it('[SCREEN-10] for everybody else it goes from their own device, and leaves nothing', async () => {
  await largeFor(cast.jordan);
  expect(buttonOn(/^Close for all/)).toBeUndefined();
  await escape();
  expect(big()).not.toBeNull();
  expect([dialog(), shown.place.textContent]).toEqual([null, '']);
});
