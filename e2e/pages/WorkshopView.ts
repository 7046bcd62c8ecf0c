/** The workshop as one person has it before them: the bar with step and clock, the panel, what floats over the canvas. */
import { expect, type Locator, type Page } from '@playwright/test';

export class WorkshopView {
  readonly page: Page;
  readonly panel: Locator;
  readonly bar: Locator;
  /** time left, in figures */
  readonly clock: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: 'Workshop' });
    this.bar = page.getByRole('group', { name: 'Running workshop' });
    this.clock = page.getByRole('timer');
  }

  /** The panel: by its button before a workshop, by the running step afterwards. It may open by itself just then. */
  async open(): Promise<void> {
    const start = this.page.getByRole('button', { name: 'Workshop', exact: true });
    const step = this.bar.getByRole('button', { name: /^Step \d+ of/ });
    await expect(async () => {
      if (!(await this.panel.isVisible())) await start.or(step).first().click();
      await expect(this.panel).toBeVisible({ timeout: 2_000 });
    }).toPass();
  }

  async choose(agenda: RegExp): Promise<void> {
    await this.open();
    await this.panel.getByRole('button', { name: agenda }).click();
    await expect(this.panel.getByRole('heading', { name: 'Agenda' })).toBeVisible();
  }

  async start(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Start the workshop' }).click();
    await expect(this.bar).toBeVisible();
  }

  async goTo(title: string): Promise<void> {
    await this.open();
    await this.panel
      .getByRole('listitem')
      .getByRole('button', { name: new RegExp(`^${title}`) })
      .click();
    await this.press(`Go to “${title}”`);
    await this.shows(title);
  }

  async next(): Promise<void> {
    await this.bar.getByRole('button', { name: 'On to the next step' }).click();
  }

  async shows(title: string): Promise<void> {
    await expect(this.bar.getByText(title, { exact: true })).toBeVisible();
  }

  /** Whole seconds left on the clock as this screen shows it. */
  async secondsLeft(): Promise<number> {
    const [, minutes, seconds] = /(\d+):(\d\d)/.exec(await this.clock.innerText()) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  }

  press(name: string | RegExp): Promise<void> {
    return this.panel.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();
  }
}
