/**
 * What one person's hands do on a page, counted in the page itself: a click, a tap, or a key that is no text is one press; a field
 * is one press whatever is written into it.
 */
import type { Page } from '@playwright/test';

export class Presses {
  #count = 0;
  #atStep = 0;
  readonly steps: { readonly step: string; readonly presses: number }[] = [];

  static async of(page: Page): Promise<Presses> {
    const presses = new Presses();
    await page.exposeFunction('roundtablePressed', () => void presses.#count++);
    await page.addInitScript(countPresses);
    await page.evaluate(countPresses);
    return presses;
  }

  get count(): number {
    return this.#count;
  }

  /** What was pressed since the last step ended belongs to this one. */
  endStep(step: string): void {
    this.steps.push({ step, presses: this.#count - this.#atStep });
    this.#atStep = this.#count;
  }
}

/** Runs in the page. */
function countPresses(): void {
  const pressed = (): void => void Reflect.get(window, 'roundtablePressed')();
  let field: EventTarget | null = null;
  const isField = (target: EventTarget | null): target is HTMLElement =>
    target instanceof HTMLElement &&
    target.matches('textarea, input:not([type=checkbox]):not([type=radio]), [contenteditable=true]');
  const once = (target: EventTarget): void => {
    if (field === target) return;
    field = target;
    pressed();
  };
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (isField(target)) return once(target);
      field = null;
      pressed();
    },
    true,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      const isModifier = ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key);
      if (isModifier || (isText && isField(event.target))) return;
      pressed();
    },
    true,
  );
  document.addEventListener('input', ({ target }) => target && isField(target) && once(target), true);
  // a list of choices is opened and one of them pressed
  document.addEventListener(
    'change',
    ({ target }) => {
      if (!(target instanceof HTMLSelectElement)) return;
      pressed();
      pressed();
    },
    true,
  );
}
