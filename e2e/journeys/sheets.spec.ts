/** A sheet on the canvas by mouse, finger and key: what a drop will do is seen, and its menu has the acts of the panel. */
import type { Locator, Page } from '@playwright/test';
import { MapViews } from '../pages/MapViews.ts';
import { MenuWalk } from '../pages/MenuWalk.ts';
import { expect, test } from '../people.ts';

const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true };

class SheetOnCanvas {
  readonly page: Page;
  readonly #menu: MenuWalk;

  constructor(page: Page, isTouch = false) {
    this.page = page;
    this.#menu = new MenuWalk(page, isTouch);
  }

  /** Writes a sheet in the panel and goes to it. */
  async write(question: string, ...notes: readonly string[]): Promise<void> {
    const { page } = this;
    await new MapViews(page).open('Outline');
    await page.getByRole('tab', { name: 'Sheets' }).click();
    await page.getByRole('textbox', { name: 'Question of a new sheet' }).fill(question);
    await page.keyboard.press('Enter');
    for (const note of notes) {
      await page.getByRole('textbox', { name: 'Write a note' }).fill(note);
      await page.keyboard.press('Enter');
      await expect(this.note(note)).toHaveCount(1);
    }
    await page.getByRole('button', { name: 'Show on the board' }).click();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(this.note(notes[0] ?? '')).toBeInViewport();
  }

  note(text: string): Locator {
    return this.page.locator('.tl-shape[data-shape-type="idea-note"]').filter({ hasText: text });
  }

  get groups(): Locator {
    return this.page.locator('.tl-shape[data-shape-type="idea-group"]');
  }

  /** What letting go would do, at what receives it. */
  get word(): Locator {
    return this.page.locator('.sheet-word');
  }

  async middle(of: Locator): Promise<{ readonly x: number; readonly y: number }> {
    const box = await of.boundingBox();
    if (box === null) throw new Error('it is not shown');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async choose(...notes: readonly string[]): Promise<void> {
    // a press on what is chosen already would write in it
    await this.page.mouse.click(1_300, 300);
    for (const [at, note] of notes.entries()) {
      const { x, y } = await this.middle(this.note(note));
      if (at > 0) await this.page.keyboard.down('Shift');
      await this.page.mouse.click(x, y);
      if (at > 0) await this.page.keyboard.up('Shift');
    }
  }

  async menuOf(note: string): Promise<void> {
    const { x, y } = await this.middle(this.note(note));
    await this.#menu.pressOther(x, y);
  }

  async pick(...path: readonly string[]): Promise<void> {
    for (const name of path) await this.#menu.press(this.#menu.item(name));
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  /** Of a group that was just made. */
  async title(words: string): Promise<void> {
    await expect(this.page.getByRole('textbox', { name: 'Title of the group' })).toBeFocused();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
    await expect(this.groups).toContainText(words);
  }

  /** With the pointer still down over it. */
  async dragOver(note: string, onto: { readonly x: number; readonly y: number }): Promise<void> {
    const { x, y } = await this.middle(this.note(note));
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(onto.x, onto.y, { steps: 8 });
  }
}

test('[SHEET-30] [SHEET-38] [SHEET-39] a note makes a group, a group makes room for the next, and what is held on a note is merged', async ({
  join,
}) => {
  const { page } = await join('facilitator', 'Ana');
  const sheet = new SheetOnCanvas(page);
  await sheet.write('Who pays?', 'Banks', 'Buses', 'Schools', 'A bus');
  const banks = await sheet.middle(sheet.note('Banks'));
  // not on its middle, where a hand that is slow would merge
  await sheet.dragOver('Schools', { x: banks.x - 55, y: banks.y });
  await expect(sheet.word).toHaveText('Let go for a group of both; stay on the middle to merge them');
  await page.mouse.up();
  await sheet.title('Money');

  const before = await sheet.middle(sheet.note('Schools'));
  await sheet.dragOver('Buses', { x: before.x - 50, y: before.y });
  await expect(page.locator('.sheet-slot')).toHaveCount(1);
  await expect.poll(async () => (await sheet.middle(sheet.note('Schools'))).x !== before.x).toBe(true);
  await page.mouse.up();
  await expect(sheet.groups).toContainText('3 notes');
  await expect(page.locator('.sheet-slot')).toHaveCount(0);

  await sheet.dragOver('A bus', await sheet.middle(sheet.note('Buses')));
  await expect(sheet.word).toHaveText('Let go: they are one note, written twice');
  await page.mouse.up();
  await expect(sheet.note('Buses')).toContainText('Written twice');
  await expect(sheet.note('A bus')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(sheet.note('A bus')).toHaveCount(1);
});

test('[SHEET-48] the menu of the canvas has the acts of the panel, by mouse and by key', async ({ join }) => {
  const { page } = await join('facilitator', 'Ana');
  const sheet = new SheetOnCanvas(page);
  await sheet.write('Who pays?', 'Banks', 'Buses', 'Schools', 'A bus');
  await sheet.choose('Banks', 'Schools');
  await sheet.menuOf('Schools');
  await sheet.pick('Group the 2 notes');
  await sheet.title('Money');

  await sheet.choose('Buses');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await sheet.pick('Move to group', 'Money');
  await expect(sheet.groups).toContainText('3 notes');
  await sheet.menuOf('Buses');
  await sheet.pick('Take out of group');
  await expect(sheet.groups).toContainText('2 notes');
  await sheet.choose('Buses', 'A bus');
  await sheet.menuOf('A bus');
  await sheet.pick('Merge the 2 notes');
  await expect(sheet.note('Buses')).toContainText('Written twice');
  await sheet.menuOf('Buses');
  await sheet.pick('Make it…', 'Make it an action');
  await expect(sheet.note('Buses')).toContainText('Now an action');
  await sheet.menuOf('Banks');
  await sheet.pick('Tidy');
});

test('[SHEET-48] [SHEET-38] [FRAME-91] on a tablet the menu opens under a finger that stays, and a finger drags', async ({
  join,
}) => {
  const { page } = await join('facilitator', 'Ana', { profile: tablet });
  const sheet = new SheetOnCanvas(page, true);
  await sheet.write('Who pays?', 'Banks', 'Buses', 'Schools');
  await sheet.menuOf('Schools');
  await sheet.pick('Move to group', 'New group');
  await expect(sheet.groups).toHaveCount(1);
  await page.keyboard.press('Escape');
  // a tap chooses what a finger then drags; on anything else it moves the board
  const from = await sheet.middle(sheet.note('Banks'));
  await page.touchscreen.tap(from.x, from.y);
  await expect(page.getByRole('toolbar', { name: 'What is chosen on the sheet' })).toBeVisible();
  const finger = await page.context().newCDPSession(page);
  const to = await sheet.middle(sheet.note('Schools'));
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { readonly x: number; readonly y: number }) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  await touch('touchStart', from);
  for (let part = 1; part <= 8; part += 1)
    await touch('touchMove', {
      x: from.x + ((to.x - 50 - from.x) * part) / 8,
      y: from.y + ((to.y - from.y) * part) / 8,
    });
  await expect(page.locator('.sheet-slot')).toHaveCount(1);
  await touch('touchEnd');
  await expect(sheet.groups).toContainText('2 notes');
});
