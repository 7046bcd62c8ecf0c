/** A board as one person has it open: the bar, the canvas, the panels. */
import { expect, type Locator, type Page } from '@playwright/test';
import { openFromBar } from './openFromBar.ts';
import { writesOnCanvas } from './writesOnCanvas.ts';

export class BoardScreen {
  readonly page: Page;
  /** the state of the line, in words */
  readonly line: Locator;
  readonly canvas: Locator;
  readonly notes: Locator;
  /** Notes on sheets. */
  readonly ideas: Locator;
  readonly drawings: Locator;
  readonly pictures: Locator;
  /** names beside the cursors of the others */
  readonly cursors: Locator;

  constructor(page: Page) {
    this.page = page;
    this.line = page.getByTestId('line');
    this.canvas = page.locator('.tl-canvas');
    this.ideas = page.locator('.tl-shape[data-shape-type="idea-note"]');
    this.notes = page.locator('.tl-shape[data-shape-type="note"]');
    this.pictures = page.locator('.tl-shape[data-shape-type="image"]');
    this.drawings = page.locator('.tl-shape[data-shape-type="draw"]');
    this.cursors = page.locator('.tl-nametag, .tl-nametag-chat');
  }

  async isLive(): Promise<void> {
    await expect(this.canvas).toBeVisible({ timeout: 30_000 });
    await expect(this.line).toHaveText(/Connected|Saved|Look only/, { timeout: 30_000 });
  }

  async isSaved(): Promise<void> {
    await expect(this.line).toHaveText(/Saved/);
  }

  async pointAt(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y, { steps: 4 });
  }

  /** Places a note with tldraw's own letter and types into it. */
  async addNote(x: number, y: number, text: string): Promise<void> {
    const before = await this.notes.count();
    await this.#free();
    await this.page.keyboard.press('n');
    await this.page.mouse.click(x, y);
    await expect(this.notes).toHaveCount(before + 1);
    await writesOnCanvas(this.page);
    await this.page.keyboard.type(text);
    await expect(this.note(text)).toHaveCount(1);
    await this.#free();
  }

  /** A note on a sheet, by plain words. Its lines are elements of their own, with nothing between them. */
  idea(text: string): Locator {
    return this.ideas.filter({ hasText: new RegExp(text.replaceAll(' ', '\\s*')) });
  }

  note(text: string): Locator {
    return this.notes.filter({ hasText: text });
  }

  /** What the open panel of links copies for a role; null where it offers no link. */
  async copiedLink(role: string): Promise<string | null> {
    const copy = this.page.getByRole('button', { name: `Copy link for ${role}` });
    await expect(this.page.getByText('Code for the room')).toBeVisible();
    if (!(await copy.isVisible())) return null;
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await copy.click();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Opens a note for writing, as a double click does: with all of its text chosen. */
  async write(text: string): Promise<void> {
    await this.note(text).dblclick();
    await expect.poll(() => this.page.evaluate(() => String(getSelection()))).toBe(text);
  }

  /**
   * Moves the caret in the open note. An editor that has just got the focus takes a caret at the very start for the browser's
   * own idea and shows its choice again (ProseMirror, for 200 ms); who sees that presses again.
   */
  async caretTo(key: 'Home' | 'End'): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press(key);
      await this.page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
      expect(await this.page.evaluate(() => getSelection()?.type)).toBe('Caret');
    }).toPass({ timeout: 10_000 });
  }

  async draw(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    await this.#free();
    await this.page.keyboard.press('d');
    await this.page.mouse.move(...from);
    await this.page.mouse.down();
    await this.page.mouse.move(...to, { steps: 8 });
    await this.page.mouse.up();
    await this.page.keyboard.press('v');
  }

  /** Places a picture with tldraw's own shortcut, wherever its button stands. */
  async placePicture(buffer: Buffer): Promise<void> {
    await this.#free();
    await expect(async () => {
      // a busy page may not listen yet: who sees that nothing opens presses again
      const chooser = this.page.waitForEvent('filechooser', { timeout: 5_000 });
      await this.page.keyboard.press('ControlOrMeta+u');
      await (await chooser).setFiles({ name: 'map.png', mimeType: 'image/png', buffer });
    }).toPass();
  }

  /**
   * Copies a picture of so many pixels a side and pastes it, by the browser's own clipboard and keys. It is as hard to press
   * together as the grain of a photo: some 4 bytes a pixel.
   */
  async pastePicture(side: number): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.#free();
    await this.page.evaluate(async (pixels) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = pixels;
      const context = canvas.getContext('2d');
      const grain = context?.createImageData(pixels, pixels);
      if (!context || !grain) throw new Error('nothing can be drawn here');
      for (let at = 0; at < grain.data.length; at += 65_536)
        crypto.getRandomValues(grain.data.subarray(at, at + 65_536));
      for (let at = 3; at < grain.data.length; at += 4) grain.data[at] = 255;
      context.putImageData(grain, 0, 0);
      const picture = new Promise<Blob>((done, fail) =>
        canvas.toBlob((blob) => (blob === null ? fail(new Error('there is no picture')) : done(blob)), 'image/png'),
      );
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    }, side);
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+z');
  }

  /** Out of a text and of every selection. */
  async #free(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
  }

  async openPanel(name: 'Share' | 'Settings'): Promise<void> {
    await openFromBar(this.page, { button: name, entry: name });
  }
}
