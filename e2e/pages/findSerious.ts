/** What axe finds on a page that somebody with a screen reader or a keyboard would stumble over. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** Serious and critical violations as `rule: element`, for a readable failure. Nothing is left out. */
export async function findSerious(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // What is still fading in has colors that nobody will read it in.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  return page.evaluate(async () => {
    // What is in order need not be listed element by element.
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return violations
      .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
      .flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)}`));
  });
}
