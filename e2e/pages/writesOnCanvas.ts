/** Waits until letters go into what was just put down on the canvas; before that they are keys of tools. */
import { expect, type Page } from '@playwright/test';

export async function writesOnCanvas(page: Page): Promise<void> {
  await expect(page.locator('.tl-canvas :is(textarea, [contenteditable="true"]):focus')).toHaveCount(1);
}
