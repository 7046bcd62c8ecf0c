/** The panel of snapshots as one person has it open. */
import { expect, type Locator, type Page } from '@playwright/test';
import { openFromBar } from './openFromBar.ts';

export class SnapshotsView {
  readonly page: Page;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('list', { name: 'Snapshots, newest first' }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await openFromBar(this.page, { button: 'Snapshots', entry: 'Snapshots' });
    await expect(this.page.getByRole('heading', { name: 'Snapshots', exact: true })).toBeVisible();
  }

  async keep(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Name for this moment' }).fill(name);
    await this.page.getByRole('button', { name: 'Keep this moment' }).click();
    await expect(this.row(name)).toBeVisible();
  }

  row(name: string | RegExp): Locator {
    return this.rows.filter({ has: this.page.getByRole('heading', { name, exact: typeof name === 'string' }) });
  }

  async look(name: string | RegExp): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: /^Look at/ })
      .click();
    await expect(this.page.getByRole('button', { name: 'Back to now' })).toBeVisible();
  }

  async backToNow(): Promise<void> {
    await this.page.getByRole('button', { name: 'Back to now' }).click();
    await expect(this.page.getByRole('button', { name: 'Back to now' })).toHaveCount(0);
  }

  async restore(name: string | RegExp): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: /^Restore/ })
      .click();
    await this.page.getByRole('button', { name: 'Restore for everybody' }).click();
    await expect(this.page.getByText(/^The board is as it was in/)).toBeVisible();
  }

  /** Opens the comparison and chooses its two moments by the beginning of their names. */
  async compare(from: string, to: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Compare…' }).click();
    for (const [label, name] of [
      ['From', from],
      ['To', to],
    ] as const) {
      const field = this.page.getByLabel(label, { exact: true });
      const options = await field.locator('option').allTextContents();
      await field.selectOption({ index: options.findIndex((option) => option.startsWith(name)) });
    }
  }
}
