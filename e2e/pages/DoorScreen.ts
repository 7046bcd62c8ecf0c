/** The page that a link opens: the board's name, one name field, one button. */
import type { Page } from '@playwright/test';

export class DoorScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(link: string): Promise<void> {
    await this.page.goto(link);
  }

  async join(name: string, organization?: string): Promise<void> {
    await this.page.getByLabel('Your name').fill(name);
    if (organization) await this.page.getByRole('combobox', { name: 'Your organization' }).fill(organization);
    await this.page.getByRole('button', { name: 'Join the board' }).click();
  }
}
