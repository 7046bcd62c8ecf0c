/** The problem-solving cycle of one person: the circle on the canvas and its panel. */
import { expect, type Locator, type Page } from '@playwright/test';
import { openFromBar } from './openFromBar.ts';

export type StageName =
  | 'Problem-defining'
  | 'Interpreting and hypothesizing'
  | 'Solution-finding'
  | 'Analyzing and reflecting';

export class CycleView {
  readonly page: Page;
  /** the view that is open beside the canvas */
  readonly view: Locator;
  readonly quarters: Locator;
  readonly cards: Locator;
  readonly lines: Locator;

  constructor(page: Page) {
    this.page = page;
    this.view = page.getByRole('tabpanel');
    this.quarters = page.locator('.tl-shape[data-shape-type="cycle-quarter"]');
    this.cards = page.locator('.tl-shape[data-shape-type="experiment-card"]');
    this.lines = page.locator('.tl-shape[data-shape-type="note-link"]');
  }

  /** Opens a view beside the canvas, also on a phone. */
  async open(view: 'Cycle' | 'Actions' | 'Findings'): Promise<void> {
    const tab = this.page.getByRole('tab', { name: view });
    if (!(await tab.isVisible())) await openFromBar(this.page, { button: 'Findings', entry: view });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  /** A note on the canvas. */
  note(text: string): Locator {
    return this.page.locator('.tl-shape[data-shape-type="stage-note"]').filter({ hasText: text });
  }

  /** A row of the panel. */
  row(start: string): Locator {
    return this.page.locator('[data-cycle-row]').filter({ hasText: start }).first();
  }

  async write(stage: StageName, ...notes: readonly string[]): Promise<void> {
    const field = this.page.getByRole('textbox', { name: `New note: ${stage}` });
    for (const note of notes) {
      await field.fill(note);
      await field.press('Enter');
      await expect(this.row(note)).toBeVisible();
    }
  }

  /** Chooses in the menu of a row by keyboard: one name per level. */
  async choose(row: string, ...path: readonly (string | RegExp)[]): Promise<void> {
    await this.row(row).focus();
    await this.page.keyboard.press('Shift+F10');
    for (const [depth, name] of path.entries()) {
      const entry = this.page.getByRole('menuitem', { name });
      await expect(entry).toBeVisible();
      await entry.focus();
      await this.page.keyboard.press(depth < path.length - 1 ? 'ArrowRight' : 'Enter');
    }
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  async middleOf(shape: Locator): Promise<{ readonly x: number; readonly y: number }> {
    const box = await shape.boundingBox();
    if (box === null) throw new Error('this is not on the screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
}
