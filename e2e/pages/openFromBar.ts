import type { Page } from '@playwright/test';

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
  await page.getByRole('menuitem', { name: entry }).click();
}
