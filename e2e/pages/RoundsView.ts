/** Private ideas, votes and pulses as one person has them before them: the banner, and the cards in the workshop's panel. */
import { expect, type Locator, type Page } from '@playwright/test';
import { type Hand, mouse } from './hands.ts';
import { WorkshopView } from './WorkshopView.ts';

/** The title of one's own part where it is folded. */
const ownPart = /^Your (ideas|vote|answers|own part)$/;

export class RoundsView {
  readonly page: Page;
  readonly panel: Locator;
  readonly ideas: Locator;
  readonly vote: Locator;
  readonly pulse: Locator;
  readonly idea: Locator;
  readonly #workshop: WorkshopView;

  constructor(page: Page) {
    this.page = page;
    this.#workshop = new WorkshopView(page);
    this.panel = this.#workshop.panel;
    this.ideas = this.panel.getByRole('region', { name: 'Private ideas', exact: true });
    this.vote = this.panel.getByRole('region', { name: 'Dot vote', exact: true });
    this.pulse = this.panel.getByRole('region', { name: 'Trust pulse', exact: true });
    this.idea = this.panel.getByLabel('Your idea');
  }

  open(): Promise<void> {
    return this.#workshop.open();
  }

  /** The form of another activity, by hand. */
  async begin(kind: 'Private ideas' | 'Dot vote' | 'Trust pulse'): Promise<void> {
    await this.open();
    await this.#workshop.unfold('Activities');
    await this.panel.getByRole('button', { name: kind, exact: true }).click();
  }

  /** One's own part in what runs; whoever leads a step has it folded. */
  async showOwn(): Promise<void> {
    const folded = this.panel.getByRole('button', { name: ownPart });
    await expect(folded.or(this.ideas).or(this.vote).or(this.pulse).first()).toBeVisible();
    if ((await folded.count()) > 0 && (await folded.getAttribute('aria-expanded')) === 'false') await folded.click();
  }

  /** The form goes, and what it began is there. */
  async #start(name: string): Promise<void> {
    const start = this.panel.getByRole('button', { name, exact: true });
    await start.click();
    await expect(start).toHaveCount(0);
    await this.showOwn();
  }

  async startIdeas(prompt: string, options: { where?: string; named?: boolean } = {}): Promise<void> {
    await this.begin('Private ideas');
    await this.panel.getByLabel('What shall people write about?').fill(prompt);
    if (options.where !== undefined)
      await this.panel.getByLabel('Where the ideas stand after the reveal').selectOption({ label: options.where });
    if (options.named === true) await this.panel.getByLabel('With the name of whoever wrote it').check();
    await this.#start('Start private writing');
    await expect(this.ideas.getByText(prompt)).toBeVisible();
  }

  async startVote(question: string, options: readonly string[], dots: number): Promise<void> {
    await this.begin('Dot vote');
    await this.panel.getByLabel('What do we vote on?').fill(question);
    for (const [index, option] of options.entries()) {
      if (index > 1) await this.panel.getByRole('button', { name: 'Add an option' }).click();
      await this.panel.getByLabel(`Option ${index + 1}`, { exact: true }).fill(option);
    }
    await this.panel.getByLabel('Dots per person').fill(String(dots));
    await this.panel.getByLabel('I run it and do not take part myself').check();
    await this.#start('Start the vote');
    await expect(this.vote.getByText(question)).toBeVisible();
  }

  /**
   * Their own part opens by itself; where they were busy, or have closed it, a line over the canvas leads there. Whoever leads has
   * it folded.
   */
  async takePart(act: 'Write' | 'Vote' | 'Answer', hand: Hand = mouse): Promise<void> {
    const part = { Write: this.ideas, Vote: this.vote, Answer: this.pulse }[act];
    const banner = this.banner(act);
    const folded = this.panel.getByRole('button', { name: ownPart, expanded: false });
    await expect(async () => {
      if (await folded.isVisible()) await hand.press(folded);
      if (!(await part.isVisible())) await this.floats(banner, hand);
      if (!(await part.isVisible())) await hand.press(banner);
      await expect(part).toBeVisible({ timeout: 2_000 });
    }).toPass();
  }

  /** The way to it over the canvas. */
  banner(act: 'Write' | 'Vote' | 'Answer'): Locator {
    return this.page.getByRole('main').getByRole('button', { name: act, exact: true });
  }

  /** What floats over the canvas one after the other, until this does. */
  async floats(target: Locator, hand: Hand = mouse): Promise<void> {
    const others = this.page.getByRole('main').getByRole('button', { name: /^\d+ more$/ });
    await expect(target.or(others).first()).toBeVisible({ timeout: 2_000 });
    for (let n = 0; n < 12 && !(await target.isVisible()); n += 1) await hand.press(others);
  }

  /** In its own form. */
  async takeAway(text: string, hand: Hand = mouse): Promise<void> {
    await hand.press(this.own(text).getByRole('button', { name: `Change “${text}”` }));
    await hand.press(this.ideas.getByRole('button', { name: `Remove “${text}”` }));
    await expect(this.own(text)).toHaveCount(0);
  }

  /** The same value for each sentence of the pulse, one after the other; not sent. */
  async answerAll(value: number, hand: Hand = mouse): Promise<void> {
    for (let number = 1; number <= 6; number += 1) {
      await expect(this.pulse.getByText(`Sentence ${number} of 6`)).toBeVisible();
      const scale = this.pulse.getByRole('group');
      const control = scale.getByRole('radio', { name: new RegExp(`^${value},`) });
      await hand.answer(scale.getByText(String(value), { exact: true }), control);
      await expect(control).toBeChecked();
      if (number < 6) await hand.press(this.pulse.getByRole('button', { name: 'Next', exact: true }));
    }
  }

  /** By keyboard alone. */
  async write(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await this.idea.focus();
      await this.page.keyboard.type(text);
      await this.page.keyboard.press('Enter');
      await expect(this.idea).toHaveValue('');
      await expect(this.own(text)).toBeVisible();
    }
    await expect(this.panel.getByText('Not on the server yet.')).toHaveCount(0);
  }

  own(text: string): Locator {
    return this.ideas.getByRole('listitem').filter({ hasText: text });
  }

  more(option: string): Locator {
    return this.vote.getByRole('button', { name: `One dot more for “${option}”` });
  }

  less(option: string): Locator {
    return this.vote.getByRole('button', { name: `One dot less for “${option}”` });
  }

  dotsOn(option: string): Locator {
    return this.vote.getByRole('group', { name: `Your dots on “${option}”` }).getByRole('status');
  }

  /** Label, number and tie of each option, in the order of the result. */
  async result(card: Locator): Promise<string[]> {
    const rows = await card.getByRole('listitem').allInnerTexts();
    return rows.map((row) => row.replace(/\s+/g, ' ').trim());
  }
}
