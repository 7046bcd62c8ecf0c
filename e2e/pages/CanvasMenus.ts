/** The menus of the canvas itself, as one person works them by mouse or by finger: pages, styles, and the menu of a place. */
import { expect, type Locator } from '@playwright/test';
import { BoardScreen } from './BoardScreen.ts';
import type { MenuWalk } from './MenuWalk.ts';

export class CanvasMenus {
  readonly #menu: MenuWalk;
  readonly #board: BoardScreen;

  constructor(menu: MenuWalk) {
    this.#menu = menu;
    this.#board = new BoardScreen(menu.page);
  }

  /** Places a note in the middle of the canvas, and leaves it chosen. */
  async placeNote(): Promise<void> {
    const { page } = this.#menu;
    await this.#menu.press(page.getByTestId('tools.note'));
    const { x, y } = await this.#middle(this.#board.canvas);
    if (await this.#isTouch()) await page.touchscreen.tap(x, y);
    else await page.mouse.click(x, y);
    await expect(this.#board.notes).toHaveCount(1);
    await page.keyboard.press('Escape');
  }

  async pages(): Promise<void> {
    const { page } = this.#menu;
    const list = page.getByTestId('page-menu.item');
    // the map is alone on its page until somebody asks for another one
    await expect(page.getByTestId('page-menu.button')).toHaveCount(0);
    await this.#menu.choose(page.getByTestId('main-menu.button'), /^Create new page/);
    await this.#menu.press(page.getByTestId('page-menu.button'));
    await expect(list).toHaveCount(2);
    await this.#menu.press(page.getByTestId('page-menu.edit'));
    const more = page.getByTestId('page-menu.list').getByRole('button', { name: 'Menu', exact: true });
    await this.#menu.throughOne(() => this.#menu.press(more.first()));
    await expect(list).toHaveCount(2);
    await this.#menu.choose(more.first(), /^Duplicate/);
    await expect(list).toHaveCount(3);
    await this.#menu.press(page.getByTestId('page-menu.button'));
    await expect(list).toHaveCount(0);
  }

  async styles(): Promise<void> {
    const { page } = this.#menu;
    const opener = page.getByTestId('mobile-styles.button');
    const isFolded = await opener.isVisible();
    if (isFolded) await this.#menu.press(opener);
    const blue = page.getByTestId('style.color.blue');
    await this.#menu.press(blue);
    await expect(blue).toHaveAttribute('data-isactive', 'true');
    const align = page.getByTestId('style.verticalAlign');
    const top = page.getByTestId('style.verticalAlign.start');
    await this.#menu.press(align);
    await this.#menu.drawn();
    await expect(top).toBeVisible();
    await this.#menu.press(top);
    await expect(top).toHaveCount(0);
    await expect(align).toHaveAttribute('title', /Top$/);
    if (isFolded) await this.#menu.press(opener);
  }

  async place(): Promise<void> {
    const { x, y } = await this.#middle(this.#board.notes.first());
    const open = () => this.#menu.pressOther(x, y);
    await this.#menu.throughOne(open);
    await open();
    await this.#menu.press(this.#menu.item(/^Duplicate/));
    await expect(this.#menu.page.getByRole('menu')).toHaveCount(0);
    await expect(this.#board.notes).toHaveCount(2);
  }

  async #middle(of: Locator): Promise<{ readonly x: number; readonly y: number }> {
    const box = await of.boundingBox();
    if (box === null) throw new Error('it is not shown');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  #isTouch(): Promise<boolean> {
    return this.#menu.page.evaluate(() => navigator.maxTouchPoints > 0);
  }
}
