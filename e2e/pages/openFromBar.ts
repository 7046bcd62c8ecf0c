import type { Locator, Page } from '@playwright/test';

export interface InBar {
  /** its button in the bar or the rail, where the window has room */
  readonly button: string;
  /** its entry in the bar's menu */
  readonly entry: string | RegExp;
}

/** Opens a panel from rail or bar, or from the bar's menu, which has what has no button of its own. */
export async function openFromBar(page: Page, { button, entry }: InBar): Promise<void> {
  const own = page
    .locator('header, nav')
    .locator('button[aria-expanded]:not([aria-haspopup])')
    .filter({ hasText: new RegExp(`^${button}`) });
  const menu = page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true });
  await menu.waitFor();
  if (await own.isVisible()) {
    // a panel that is on its way would be closed again
    if ((await own.getAttribute('aria-expanded')) !== 'true') await own.click();
    return;
  }
  await menu.click();
  await chooseInMenu(page, entry);
}

/** Under these titles a narrow window has most of its menu. */
const groups = ['The map in lists', 'Share and take home'];

/** Chooses in the bar's menu, which is open; a part of a name is its beginning. */
export async function chooseInMenu(
  page: Page,
  entry: string | RegExp,
  press: (target: Locator) => Promise<void> = (target) => target.click(),
): Promise<void> {
  const item = page.getByRole('menuitem', {
    name: typeof entry === 'string' ? new RegExp(`^${entry}(?: \\(|:|$)`) : entry,
  });
  await page.getByRole('menuitem').first().waitFor();
  for (const name of groups) {
    if (await item.isVisible()) break;
    const group = page.getByRole('menuitem', { name, exact: true });
    await press(group);
    // out of the one that does not have it
    if (!(await item.isVisible())) await press(group);
  }
  await press(item);
}
