/** What stands on a page but cannot be pressed: covered, cut off by the window, or to be seen through. */
import type { Locator } from '@playwright/test';

/** Everything within `root` that takes a press, scrolled to and tried where its middle is; by name, for a readable failure. */
export function findUnreachable(root: Locator): Promise<string[]> {
  return root.evaluate(async (within) => {
    // What is still coming in stands where it will be only afterwards.
    const coming = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(coming.map(({ finished }) => finished));
    const controls = within.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary, [role=tab], [role=treeitem], [role=menuitem]',
    );
    return [...controls].flatMap((control) => {
      // A hidden field is pressed at its label.
      const label = control instanceof HTMLInputElement ? control.closest('label') : null;
      const shown = label ?? control;
      if (!shown.checkVisibility({ visibilityProperty: true })) return [];
      shown.scrollIntoView({ block: 'center', inline: 'nearest' });
      const { left, top, width, height } = shown.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      let opacity = 1;
      for (let one: Element | null = shown; one !== null; one = one.parentElement)
        opacity *= Number(getComputedStyle(one).opacity);
      const isHit = there !== null && shown.contains(there);
      const isOff = control.matches(':disabled, [aria-disabled=true]');
      const isSeen = (isOff || opacity > 0.5) && left >= 0 && left + width <= innerWidth + 0.5;
      return isHit && isSeen ? [] : [shown.ariaLabel ?? shown.textContent.trim().slice(0, 60)];
    });
  });
}
