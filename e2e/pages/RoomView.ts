/** The room's screen as a room sees it: what stands on it, in which size, and whether there is anything to press. */
import { expect, type Locator, type Page } from '@playwright/test';

/** A projector. */
export const projector = { viewport: { width: 1920, height: 1080 } };

/** Letters of what is to be read now, and of everything else. */
const least = { now: 32, else: 22 };

export class RoomView {
  readonly page: Page;
  readonly main: Locator;
  readonly clock: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.clock = page.getByRole('timer');
  }

  async isLive(): Promise<void> {
    await expect(this.main).toBeVisible({ timeout: 30_000 });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  /** Nobody in a room has hands. */
  async hasNothingToPress(): Promise<void> {
    await expect(
      this.page.locator('button, a, input, textarea, select, [role="button"], [contenteditable]'),
    ).toHaveCount(0);
  }

  /** Words that are too small for where they stand, or that the edge cuts, with their size or place. */
  async misplaced(): Promise<readonly string[]> {
    return this.page.evaluate((sizes) => {
      const found: string[] = [];
      const words = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
        const [text, holder] = [node.nodeValue?.trim() ?? '', node.parentElement];
        if (text === '' || holder === null || holder.closest('.visually-hidden, title') !== null) continue;
        const picture = holder.closest('svg');
        const scale = picture?.getScreenCTM()?.a ?? 1;
        const size = Number.parseFloat(getComputedStyle(holder).fontSize) * scale;
        const isNow = holder.closest('[data-now]') !== null;
        if (size < (isNow ? sizes.now : sizes.else) - 0.05) found.push(`${text}: ${size.toFixed(1)} px`);
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        if (left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1) found.push(`${text} is cut`);
      }
      return found;
    }, least);
  }
}
