/** The workshop as one person has it before them: the bar with step and clock, the panel, what floats over the canvas. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Under which title the panel of whoever leads has what is not pressed all the time. */
const parts: readonly (readonly [part: string, buttons: RegExp])[] = [
  ['Agenda', /^(Change the agenda|Keep this agenda|Go to “)/],
  ['Clock', /^(\d+ min|Start the clock|Pause the clock|Go on|Put the clock away)$/],
  ['Ready check', /^(Ask|End the check)$/],
  ['Spotlight', /^(Bring everyone here|Stop leading)$/],
  ['Frame and locks', /^(Lock|Unlock|Take all locks|Everyone may change)/],
];

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
    await this.showStep(title);
    await this.press(`Go to “${title}”`);
    await this.shows(title);
  }

  /** Its words, in the agenda. */
  async showStep(title: string): Promise<void> {
    await this.unfold('Agenda');
    await this.panel
      .getByRole('listitem')
      .getByRole('button', { name: new RegExp(`^${title}`) })
      .click();
  }

  /** A part of the open panel, where it is folded. */
  async unfold(part: string): Promise<void> {
    const title = this.panel.getByRole('button', { name: new RegExp(`^${part}\\s*(,|$)`), expanded: false });
    if (await title.isVisible()) await title.click();
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

  async press(name: string | RegExp): Promise<void> {
    const [part] = parts.find(([, buttons]) => typeof name === 'string' && buttons.test(name)) ?? [];
    if (part !== undefined) await this.unfold(part);
    await this.panel.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();
  }
}
