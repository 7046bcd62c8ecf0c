/** What a facilitator gets without looking for it: the step's words and notes with each step, and a picture that nothing covers. */
import type { Locator } from '@playwright/test';
import { MapViews } from '../../pages/MapViews.ts';
import { WorkshopView } from '../../pages/WorkshopView.ts';
import { expect, test } from '../../people.ts';

async function boxOf(of: Locator): Promise<{ x: number; y: number; right: number; bottom: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('it is not in sight');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

test('[COCKPIT-6] [TAKEPART-20] steps bring their words and notes over any other panel, and what is open covers nothing of the table', async ({
  join,
}) => {
  const { page } = await join('facilitator', 'Maya Okafor');
  const [view, views] = [new WorkshopView(page), new MapViews(page)];
  const notes = view.panel.getByRole('region', { name: 'Notes for facilitators' });
  await view.choose(/Who is needed for our goal/);
  await view.start();
  await views.open('Outline');
  await expect(view.panel).toHaveCount(0);
  await view.next();
  await view.shows('Goal');
  await expect(notes).toBeInViewport();

  await view.goTo('Interests');
  await view.bar.getByRole('button', { name: /^Start: alone/ }).click();
  await views.open('Outline');
  const banner = page.getByText('Private writing is on; only you see your ideas.').locator('..').locator('..');
  await expect(banner).toBeVisible();
  const [menu, line] = [await boxOf(page.locator('.tlui-menu-zone')), await boxOf(banner)];
  expect(line.x, 'beside the menu').toBeGreaterThan(menu.right);
  // views are fitted that far below the menu
  expect(line.bottom, 'above the view').toBeLessThan(menu.bottom + 24);

  await view.goTo('Coverage check');
  const above = page.getByRole('tabpanel').getByRole('region', { name: 'Step 6 of 10: Coverage check' });
  await expect(above).toContainText('We read the first findings aloud.');
  await above.getByRole('button', { name: 'Notes and what comes next' }).press('Enter');
  await expect(notes).toBeVisible();
});
