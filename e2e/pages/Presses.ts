/**
 * What one person's hands do on a page, counted in the page itself: a click, a tap, or a key that is no text is one press; a field
 * is one press whatever is written into it.
 */
import type { Page } from '@playwright/test';

interface Counted {
  readonly presses: number;
  /** of them by mouse */
  readonly mouse: number;
  /** of them by finger */
  readonly touch: number;
}

export class Presses {
  readonly #page: Page;
  #before = 0;
  readonly steps: { readonly step: string; readonly presses: number }[] = [];

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Counts from now on, until the page is loaded anew. */
  static async of(page: Page): Promise<Presses> {
    await page.evaluate(countPresses);
    return new Presses(page);
  }

  async counted(): Promise<Counted> {
    return this.#page.evaluate(() => Reflect.get(globalThis, 'countedPresses'));
  }

  /** What was pressed since the last one ended belongs to this one. */
  async endStep(step: string): Promise<void> {
    const { presses } = await this.counted();
    this.steps.push({ step, presses: presses - this.#before });
    this.#before = presses;
  }
}

/** Runs in the page. */
function countPresses(): void {
  const counted = { presses: 0, mouse: 0, touch: 0 };
  Reflect.set(globalThis, 'countedPresses', counted);
  let field: EventTarget | null = null;
  const isField = (target: EventTarget | null): target is HTMLElement =>
    target instanceof HTMLElement &&
    target.matches('textarea, input:not([type=checkbox]):not([type=radio]), [contenteditable=true]');
  const enter = (target: EventTarget): void => {
    if (field !== target) counted.presses++;
    field = target;
  };
  const onPointer = ({ target, pointerType }: PointerEvent): void => {
    if (pointerType === 'touch') counted.touch++;
    else counted.mouse++;
    if (isField(target)) return enter(target);
    field = null;
    counted.presses++;
  };
  const onKey = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): void => {
    const isText = key.length === 1 && !ctrlKey && !metaKey && !altKey;
    const isModifier = ['Control', 'Shift', 'Alt', 'Meta'].includes(key);
    if (!isModifier && !(isText && isField(target))) counted.presses++;
  };
  const onInput = ({ target }: Event): void => {
    if (target !== null && isField(target)) enter(target);
  };
  // a list of choices is opened, and one of them pressed
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) counted.presses += 2;
  };
  document.addEventListener('pointerdown', onPointer, true);
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('input', onInput, true);
  document.addEventListener('change', onChange, true);
}
