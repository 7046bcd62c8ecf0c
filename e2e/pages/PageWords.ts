/** What a person's page said while a journey went on, kept for the case that it fails. */
import type { Page } from '@playwright/test';

export class PageWords {
  readonly page: Page;
  readonly #lines: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => this.#lines.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.#lines.push(`error: ${error.stack ?? error.message}`));
    page.on('requestfailed', (request) =>
      this.#lines.push(`failed: ${request.method()} ${request.url()}: ${request.failure()?.errorText ?? ''}`),
    );
  }

  /** Where the page is, what it said, and what a screen reader finds on it. */
  async text(): Promise<string> {
    const screen = await this.page
      .locator('body')
      .ariaSnapshot({ timeout: 5_000 })
      .catch((error: unknown) => String(error));
    return [this.page.url(), ...this.#lines, '', screen].join('\n');
  }
}
