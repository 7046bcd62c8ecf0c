/** Journey: organizations and people are put onto the table one after the other, and what comes to nothing says why. */
import { MapViews } from '../../pages/MapViews.ts';
import { expect, test } from '../../people.ts';

/** What puts things onto the table comes after the picture of it, with the findings. */
async function isThere(map: MapViews): Promise<void> {
  await expect(map.page.getByText('There is no shared goal on the board yet.')).toBeVisible({ timeout: 30_000 });
}

test('[FRAME-29] who places an organization beside open details writes its name, and is not taken away from it', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const map = new MapViews(maya.page);
  const place = async (x: number, y: number, name: string): Promise<void> => {
    await maya.page.getByRole('button', { name: 'Organization', exact: true }).click();
    await maya.page.mouse.click(x, y);
    await expect(map.cards.getByRole('textbox')).toBeFocused();
    await maya.page.keyboard.type(name);
    await maya.page.keyboard.press('Enter');
    await expect(map.cards.filter({ hasText: name })).toHaveCount(1);
  };
  await isThere(map);
  await place(320, 400, 'Chamber of Commerce');
  await map.open('Outline');
  await map.choose(/^Chamber of Commerce/, 'Details');
  const heading = (name: string) => maya.page.getByRole('heading', { name, exact: true });
  await expect(heading('Chamber of Commerce')).toBeVisible();
  await place(570, 620, 'City Council');
  await expect(heading('City Council')).toBeVisible();
});

test('[FRAME-23] a person who is put where no organization stands springs back, and everybody can read why', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const map = new MapViews(maya.page);
  await isThere(map);
  const why = maya.page.getByText('Drop the person on an organization.').and(maya.page.locator('[aria-hidden]'));
  await maya.page.getByRole('button', { name: 'Doer', exact: true }).click();
  await maya.page.mouse.click(570, 620);
  await expect(why).toBeVisible();
  await expect(why).toHaveCount(0);
  await expect(maya.page.locator('.tl-shape[data-shape-type="representative-token"]')).toHaveCount(0);
});
