/** What is asked of whoever came: from the link to one's own actions, on a phone and on a laptop, by finger and by key. */
import { BoardScreen } from '../../pages/BoardScreen.ts';
import { findSerious } from '../../pages/findSerious.ts';
import { expect, linkOf, phone, test } from '../../people.ts';

const city = "City of Riverbend, Mayor's Office";
const laptop = { viewport: { width: 1440, height: 900 } };

test('[JOIN-1] [JOIN-2] [YOURS-4] on a phone one types a few letters, taps one’s organization, and reaches what is asked by one press', async ({
  api,
  openProfile,
  server,
}) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const page = await openProfile(phone);
  await page.goto(linkOf(server, board, 'participant'));
  await page.getByLabel('Your name').fill('Rosa Delgado');
  const field = page.getByRole('combobox', { name: 'Your organization' });
  await field.tap();
  await page.keyboard.type('mayors off');
  await page.getByRole('option', { name: city }).tap();
  await expect(field).toHaveValue(city);
  await expect(page.getByText('This one is on the board.')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
  expect(await findSerious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Join the board' }).tap();
  await new BoardScreen(page).isLive();
  const yours = page.getByRole('banner').getByRole('button', { name: /^Your part ?, 1 action is yours$/ });
  await yours.tap();
  const panel = page.getByRole('tabpanel', { name: 'Your part' });
  await expect(panel.getByRole('button', { name: /^Ask the superintendent of schools/ })).toBeInViewport({
    ratio: 0.9,
  });
  expect(await findSerious(page)).toEqual([]);
  await panel.getByRole('button', { name: /^Paying for the work/ }).tap();
  await expect(page.getByRole('heading', { name: 'Paying for the work' })).toBeVisible();
  await page.getByRole('tab', { name: 'Your part' }).tap();
  await expect(panel).toBeVisible();
});

test('[JOIN-1] [YOURS-4] [YOURS-5] on a laptop it is chosen with keys alone, and the part stands beside the map from the start', async ({
  api,
  openProfile,
  server,
}) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const page = await openProfile({ ...laptop, colorScheme: 'dark' });
  await page.goto(linkOf(server, board, 'participant'));
  await page.getByLabel('Your name').fill('Rosa Delgado');
  await page.keyboard.press('Tab');
  const field = page.getByRole('combobox', { name: 'Your organization' });
  await expect(field).toBeFocused();
  await page.keyboard.type('riverbend may');
  await expect(page.getByRole('option')).toHaveText([city]);
  // takes nothing and clears nothing
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(field).toHaveValue('riverbend may');
  await expect(page.getByText('This one is new to the board.')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(city);
  await page.keyboard.press('Enter');
  await new BoardScreen(page).isLive();
  const panel = page.getByRole('tabpanel', { name: 'Your part' });
  await expect(panel.getByRole('button', { name: /^Ask the superintendent of schools/ })).toBeVisible();
  // nothing was pressed for it
  await expect(panel.locator(':focus')).toHaveCount(0);
  expect(await findSerious(page)).toEqual([]);
  const rail = page.getByRole('navigation', { name: 'Views' });
  const entry = rail.getByRole('button', { name: /^Your part ?, 1 action is yours$/ });
  await expect(entry).toHaveAttribute('aria-expanded', 'true');
  await entry.click();
  await expect(panel).toHaveCount(0);
  await entry.click();
  await panel.getByRole('button', { name: /^Who is missing 13 of 36 chairs are empty/ }).click();
  await expect(page.getByRole('tab', { name: 'Coverage', selected: true })).toBeVisible();
});

test('[YOURS-4] [TAKEPART-15] [TAKEPART-23] in a step where nothing is open it stands below what is asked, and gives way to what is', async ({
  api,
  join,
}) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const profile = { ...phone, colorScheme: 'dark' } as const;
  const rosa = await join('participant', 'Rosa Delgado', { board, organization: city, profile });
  const maya = await join('facilitator', 'Maya Okafor', { board });
  const panel = maya.page.getByRole('complementary', { name: 'Workshop' });
  await maya.page.getByRole('button', { name: 'Workshop', exact: true }).click();
  await panel.getByRole('button', { name: /Who is needed for our goal/ }).click();
  await panel.getByRole('button', { name: 'Start the workshop' }).click();
  await rosa.page.getByRole('button', { name: /^Step 1 of/ }).tap();
  const part = rosa.page.getByRole('complementary', { name: 'Workshop' });
  await expect(part.getByRole('heading', { name: `Actions of ${city}` })).toBeVisible();
  // a sign of somebody passes over it and moves nothing
  const standsAt = await part.boundingBox();
  const jordan = await join('participant', 'Jordan Tate', { board });
  await jordan.page.getByRole('button', { name: 'Signs to the group' }).click();
  await jordan.page.getByRole('button', { name: 'Applause' }).click();
  await expect(rosa.page.getByText(/^Applause ?1$/)).toBeVisible();
  expect(await part.boundingBox()).toEqual(standsAt);
  // another press does not put it away: it begins again
  await part.getByRole('heading', { name: 'Your roles at the table' }).scrollIntoViewIfNeeded();
  await rosa.page.getByRole('button', { name: /^Step 1 of/ }).tap();
  await expect(part.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(part.getByRole('heading', { level: 3 }).first()).toBeInViewport({ ratio: 0.99 });
  expect(await findSerious(rosa.page)).toEqual([]);
});
