/** Somebody in a workshop, with everything of it that stands before them. */
import { expect, type Locator } from '@playwright/test';
import type { BoardScreen } from './BoardScreen.ts';
import { CycleView } from './CycleView.ts';
import { MapViews } from './MapViews.ts';
import { openFromBar } from './openFromBar.ts';
import { RoundsView } from './RoundsView.ts';
import { WorkshopView } from './WorkshopView.ts';

export class WorkshopPerson {
  readonly board: BoardScreen;
  readonly step: WorkshopView;
  readonly rounds: RoundsView;
  readonly map: MapViews;
  readonly cycle: CycleView;
  /** beside the canvas */
  readonly panel: Locator;

  constructor(board: BoardScreen) {
    const { page } = board;
    this.board = board;
    this.step = new WorkshopView(page);
    this.rounds = new RoundsView(page);
    this.map = new MapViews(page);
    this.cycle = new CycleView(page);
    this.panel = page.getByRole('complementary');
  }

  get page(): BoardScreen['page'] {
    return this.board.page;
  }

  async write(...ideas: readonly string[]): Promise<void> {
    await this.rounds.takePart('Write');
    await this.rounds.write(...ideas);
    await this.close();
  }

  async close(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Close', exact: true }).click();
  }

  /** The panel of this view of the map, wherever its button is on this screen. */
  async openView(view: string): Promise<void> {
    const tab = this.page.getByRole('tab', { name: view });
    if (!(await tab.isVisible()))
      await openFromBar(this.page, { button: 'Open findings, coverage and outline', entry: view });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  /** The one next thing, in the bar. */
  async press(name: string | RegExp): Promise<void> {
    await this.step.bar.getByRole('button', { name }).click();
  }

  /** Chooses notes in the list of a sheet, groups them, and writes the title. */
  async group(title: string, texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.panel.getByRole('checkbox', { name: `Choose “${text}”` }).click();
    await this.panel.getByRole('toolbar').getByRole('button', { name: 'Group', exact: true }).click();
    await this.entitle(title);
  }

  /** The same with keys alone. */
  async groupByKeys(title: string, texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await this.sheetRow(text).focus();
      await this.page.keyboard.press('Space');
    }
    await this.page.keyboard.press('Shift+F10');
    await this.page
      .getByRole('menuitem', { name: /^Move to group/ })
      .first()
      .waitFor();
    await this.page.keyboard.press('Escape');
    const group = this.panel.getByRole('toolbar').getByRole('button', { name: 'Group', exact: true });
    await group.focus();
    await this.page.keyboard.press('Enter');
    await this.entitle(title);
  }

  sheetRow(text: string): Locator {
    return this.panel.locator('[data-sheet-row]').filter({ hasText: text });
  }

  /** Two taps. */
  async moveToGroup(text: string, group: string): Promise<void> {
    await this.panel.getByRole('button', { name: `Move “${text}” to a group` }).click();
    await this.page.getByRole('menuitem', { name: group, exact: true }).click();
  }

  private async entitle(title: string): Promise<void> {
    const field = this.panel.getByRole('textbox', { name: 'Title of the group' });
    await expect(field).toBeFocused();
    await this.page.keyboard.type(title);
    await this.page.keyboard.press('Enter');
    await expect(this.panel.getByRole('region', { name: title })).toBeVisible();
  }

  /** An organization of an interest with its people by kind, from the outline and with keys alone; at the table. */
  async place(
    interest: string,
    organization: string,
    ...people: readonly (readonly [kind: string, role: string])[]
  ): Promise<void> {
    await this.map.choose(new RegExp(`^${interest}`), 'Add an organization');
    await this.map.type(organization);
    for (const [kind, role] of people) {
      await this.map.choose(new RegExp(`^${organization}`), 'Add a representative…', kind);
      await this.map.type(role);
      const yes = this.page.getByRole('button', { name: 'Yes, at the table' });
      if (await yes.isVisible()) await yes.press('Enter');
    }
  }
}
