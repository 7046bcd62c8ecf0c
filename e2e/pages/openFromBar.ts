import type { Page } from '@playwright/test';

export interface InBar {
  /** its button, where the bar has room */
  readonly button: string;
  /** its entry in the bar's menu */
  readonly entry: string | RegExp;
}

/** Opens a panel from the bar, or from the menu that the bar of a narrow window has instead. */
export async function openFromBar(page: Page, { button, entry }: InBar): Promise<void> {
  const inBar = page.getByRole('button', { name: button, exact: true });
  const menu = page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true });
  await inBar.or(menu).first().waitFor();
  if (await inBar.isVisible()) {
    // a panel that is on its way would be closed again
    if ((await inBar.getAttribute('aria-expanded')) !== 'true') await inBar.click();
    return;
  }
  await menu.click();
  await page.getByRole('menuitem', { name: entry }).click();
}
