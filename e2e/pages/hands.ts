/** How somebody works a page: with a mouse, with a finger, or with keys alone. */
import { expect, type Locator } from '@playwright/test';

export interface Hand {
  press(target: Locator): Promise<void>;
  /** One of several answers of a scale: what is seen of it, and the control behind it. */
  answer(seen: Locator, control: Locator): Promise<void>;
}

export const mouse: Hand = {
  press: (target) => target.click(),
  answer: (seen) => seen.click(),
};

export const finger: Hand = {
  press: (target) => target.tap(),
  answer: (seen) => seen.tap(),
};

export const keys: Hand = {
  press: (target) => pressKey(target, 'Enter'),
  answer: (_seen, control) => pressKey(control, 'Space'),
};

async function pressKey(target: Locator, key: string): Promise<void> {
  await target.focus();
  await expect(target).toBeFocused();
  await target.page().keyboard.press(key);
}
