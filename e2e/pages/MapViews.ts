/** The frame on one person's canvas and the views of the map beside it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { openFromBar } from './openFromBar.ts';

export class MapViews {
  readonly page: Page;
  readonly wedges: Locator;
  readonly cards: Locator;

  constructor(page: Page) {
    this.page = page;
    this.wedges = page.locator('.tl-shape[data-shape-type="interest-wedge"]');
    this.cards = page.locator('.tl-shape[data-shape-type="organization-card"]');
  }

  async open(view: 'Findings' | 'Coverage' | 'Outline' | 'People'): Promise<void> {
    const tab = this.page.getByRole('tab', { name: view });
    if (!(await tab.isVisible())) await openFromBar(this.page, { button: 'Findings', entry: view });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  /** Chooses a card on the canvas, where it stands. */
  async press(card: string): Promise<void> {
    const place = await this.cards.filter({ hasText: card }).first().boundingBox();
    if (place === null) throw new Error(`there is no card ${card} in sight`);
    await this.page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  }

  row(name: string | RegExp): Locator {
    return this.page.getByRole('treeitem', { name });
  }

  /** Renames the row that has the focus, as the keyboard does it. */
  async type(name: string): Promise<void> {
    const field = this.page.getByRole('treeitem').getByRole('textbox');
    await expect(field).toBeFocused();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(name);
    await this.page.keyboard.press('Enter');
    await expect(field).toHaveCount(0);
  }

  /** Adds an interest from the outline and names it. */
  async addInterest(name: string): Promise<void> {
    const views = this.page.getByRole('complementary', { name: 'Views of the map' });
    await views.getByRole('button', { name: 'Interest', exact: true }).press('Enter');
    await this.type(name);
    await expect(this.row(new RegExp(`^${name}`))).toBeFocused();
  }

  /** Opens the menu of a row by keyboard and walks into it: one name per level. */
  async choose(row: string | RegExp, ...path: string[]): Promise<void> {
    await this.row(row).first().focus();
    await this.page.keyboard.press('Shift+F10');
    for (const [depth, name] of path.entries()) {
      const entry = this.page.getByRole('menuitem', { name, exact: true });
      await expect(entry).toBeVisible();
      await entry.focus();
      await this.page.keyboard.press(depth < path.length - 1 ? 'ArrowRight' : 'Enter');
    }
  }
}
