/** Somebody in a workshop, with everything of it that stands before them, and the hand with which they work it. */
import { expect, type Locator } from '@playwright/test';
import type { BoardScreen } from './BoardScreen.ts';
import { CycleView } from './CycleView.ts';
import { finger, type Hand, keys, mouse } from './hands.ts';
import { MapViews } from './MapViews.ts';
import { RoundsView } from './RoundsView.ts';
import { WorkshopView } from './WorkshopView.ts';
import { chooseInMenu } from './openFromBar.ts';

type Representative = readonly [kind: string, role: string];

export class WorkshopPerson {
  readonly board: BoardScreen;
  readonly step: WorkshopView;
  readonly rounds: RoundsView;
  readonly map: MapViews;
  readonly cycle: CycleView;
  /** beside the canvas */
  readonly panel: Locator;
  readonly #hand: Hand;

  constructor(board: BoardScreen, hand: Hand = mouse) {
    const { page } = board;
    this.board = board;
    this.step = new WorkshopView(page);
    this.rounds = new RoundsView(page);
    this.map = new MapViews(page);
    this.cycle = new CycleView(page);
    this.panel = page.getByRole('complementary');
    this.#hand = hand;
  }

  get page(): BoardScreen['page'] {
    return this.board.page;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  async press(target: Locator | string | RegExp): Promise<void> {
    await this.#hand.press(typeof target === 'string' || target instanceof RegExp ? this.button(target) : target);
  }

  /** The one next thing, in the bar. */
  async next(name: string | RegExp): Promise<void> {
    await this.press(this.step.bar.getByRole('button', { name }));
  }

  async close(): Promise<void> {
    await this.press(this.panel.getByRole('button', { name: 'Close', exact: true }));
  }

  /** The panel of this view of the map, wherever its button is on this screen. */
  async openView(view: string): Promise<void> {
    const tab = this.page.getByRole('tab', { name: view });
    if (!(await tab.isVisible())) {
      const menu = this.page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true });
      const findings = this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Findings/ });
      await menu.waitFor();
      if (await findings.isVisible()) await this.press(findings);
      else {
        await this.press(menu);
        await chooseInMenu(this.page, view, (target) => this.press(target));
      }
    }
    await expect(tab).toBeVisible();
    if ((await tab.getAttribute('aria-selected')) !== 'true') await this.press(tab);
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  /** Opens their own part of the activity, writes, and closes it. */
  async write(...ideas: readonly string[]): Promise<void> {
    await this.#takePart('Write');
    for (const text of ideas) await this.#writeOne(text);
    await this.close();
  }

  async writeAndTakeBack(text: string): Promise<void> {
    await this.#takePart('Write');
    await this.#writeOne(text);
    await this.rounds.takeAway(text, this.#hand);
    await this.close();
  }

  #takePart(act: 'Write' | 'Vote' | 'Answer'): Promise<void> {
    return this.rounds.takePart(act, this.#hand);
  }

  async #writeOne(text: string): Promise<void> {
    const { idea } = this.rounds;
    if (this.#hand === keys) await idea.focus();
    else await this.press(idea);
    await this.page.keyboard.type(text);
    if (this.#hand === finger) await this.press(this.rounds.ideas.getByRole('button', { name: 'Write', exact: true }));
    else await this.page.keyboard.press('Enter');
    await expect(idea).toHaveValue('');
    await expect(this.rounds.own(text)).toBeVisible();
    await expect(this.panel.getByText('Not on the server yet.')).toHaveCount(0);
  }

  /** One dot on each. */
  async vote(...options: readonly string[]): Promise<void> {
    await this.#takePart('Vote');
    await expect(this.rounds.vote).toBeVisible();
    // who runs it has the dots hidden at first
    const show = this.button('Show my dots');
    if (await show.isVisible()) await this.press(show);
    for (const option of options) await this.press(this.rounds.more(option));
    await expect(this.rounds.vote.getByText('Your vote counts as it stands.')).toBeVisible();
  }

  /** The same value for each sentence of the pulse. */
  async answer(value: number): Promise<void> {
    await this.#takePart('Answer');
    await this.rounds.answerAll(value, this.#hand);
    await this.press('Send my answers');
    await expect(this.rounds.panel.getByText('Thank you.')).toBeVisible();
  }

  /** Chooses notes in the list of a sheet, groups them, and writes the title. */
  async group(title: string, texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      if (this.#hand === keys) {
        await this.#sheetRow(text).focus();
        await this.page.keyboard.press('Space');
      } else await this.press(this.panel.getByRole('checkbox', { name: `Choose “${text}”` }));
    }
    await this.press(this.panel.getByRole('toolbar').getByRole('button', { name: 'Group', exact: true }));
    await expect(this.panel.getByRole('textbox', { name: 'Title of the group' })).toBeFocused();
    await this.page.keyboard.type(title);
    await this.page.keyboard.press('Enter');
    await expect(this.panel.getByRole('region', { name: title })).toBeVisible();
  }

  /** Two presses. */
  async moveToGroup(text: string, group: string): Promise<void> {
    await this.press(`Move “${text}” to a group`);
    await this.press(this.page.getByRole('menuitem', { name: group, exact: true }));
    await expect(this.panel.getByRole('region', { name: group }).getByText(text)).toBeVisible();
  }

  #sheetRow(text: string): Locator {
    return this.panel.locator('[data-sheet-row]').filter({ hasText: text });
  }

  /** An organization of an interest with its people by kind, from the outline, with keys alone; at the table. */
  async place(interest: string, organization: string, ...people: readonly Representative[]): Promise<void> {
    await this.map.choose(new RegExp(`^${interest}`), 'Add an organization');
    await this.map.type(organization);
    for (const [at, [kind, role]] of people.entries()) {
      await this.map.choose(new RegExp(`^${organization}`), 'Add a representative…', kind);
      await this.map.type(role);
      if (at === 0) await this.isAtTheTable();
    }
  }

  async isAtTheTable(): Promise<void> {
    const yes = this.button('Yes, at the table');
    await this.press(yes);
    await expect(yes).toHaveCount(0);
  }
}
