/** Menus as one person works them, by mouse or by finger: each press is one that the page must take where it lands. */
import { expect, type Locator, type Page } from '@playwright/test';

export class MenuWalk {
  readonly page: Page;
  readonly #isTouch: boolean;

  constructor(page: Page, isTouch: boolean) {
    this.page = page;
    this.#isTouch = isTouch;
  }

  /** A mouse goes there bit by bit: menus look at its way. */
  async press(target: Locator): Promise<void> {
    if (this.#isTouch) return target.tap();
    await target.scrollIntoViewIfNeeded();
    const place = await target.boundingBox();
    if (place !== null)
      await this.page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 12 });
    return target.click();
  }

  /** What opens the menu of a place on the canvas: the other button of a mouse, a finger that stays. */
  async pressOther(x: number, y: number): Promise<void> {
    if (!this.#isTouch) {
      await this.page.mouse.click(x, y, { button: 'right' });
      return expect(this.page.getByRole('menu')).toBeVisible();
    }
    const finger = await this.page.context().newCDPSession(this.page);
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await expect(this.page.getByRole('menu')).toBeVisible();
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await finger.detach();
  }

  item(name: string | RegExp): Locator {
    return this.page.getByRole('menuitem', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  /** Opens a menu, every menu in it one after the other, and closes it again; `times` over, since each press counts. */
  async through(button: Locator, times = 2): Promise<void> {
    for (let time = 1; time <= times; time += 1) await this.throughOne(() => this.press(button));
  }

  /** The same for a menu that `open` opens. */
  async throughOne(open: () => Promise<void>): Promise<void> {
    await open();
    const menus = this.page.getByRole('menu');
    await expect(menus).toHaveCount(1);
    await this.drawn();
    await this.#isInSight(menus.first());
    const openers = menus.first().locator('[aria-haspopup=menu]:not([aria-disabled=true])');
    for (const name of await openers.allInnerTexts()) {
      await this.press(menus.first().getByRole('menuitem', { name, exact: true }));
      await this.#stays(name);
    }
    await this.page.keyboard.press('Escape');
    await expect(menus).toHaveCount(0);
    await this.drawn();
  }

  /** Opens a menu and chooses: one name per level. */
  async choose(button: Locator, ...path: readonly (string | RegExp)[]): Promise<void> {
    await this.press(button);
    for (const name of path) await this.press(this.item(name));
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  /**
   * The menu behind an entry is there, also when all that follows a press has happened: beside the first one, or in its place
   * below its name, which leads back.
   */
  async #stays(name: string): Promise<void> {
    const menus = this.page.getByRole('menu');
    const back = menus.locator('[data-back]');
    await expect(menus.nth(1).or(back)).toBeVisible();
    await this.drawn();
    await this.#isInSight(menus.last());
    if (await back.isVisible()) {
      await expect(back).toBeFocused();
      await this.press(back);
    }
    await expect(this.item(name)).toBeFocused();
  }

  /** All that follows a press has happened. */
  async drawn(): Promise<void> {
    await this.page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
  }

  /** Nothing of it beyond the edges of the window. */
  async #isInSight(menu: Locator): Promise<void> {
    await expect
      .poll(() =>
        menu.evaluate((element) => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          return left >= 0 && top >= 0 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5;
        }),
      )
      .toBe(true);
  }
}
