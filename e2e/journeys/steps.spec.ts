/** Journey 5: everybody is in the same step with the same clock, whoever leads, comes late or goes away. */
import { BoardScreen } from '../pages/BoardScreen.ts';
import { DoorScreen } from '../pages/DoorScreen.ts';
import { WorkshopView } from '../pages/WorkshopView.ts';
import { expect, linkOf, test } from '../people.ts';

test('[SESSION-3] [SESSION-8] [SESSION-20] a step starts for everybody with its tools, hands and the ready check, a latecomer lands in it with the right time, a second facilitator goes on', async ({
  join,
  server,
  board,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const amina = await join('participant', 'Amina Reyes', {
    profile: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  });
  const priya = await join('facilitator', 'Priya Shah');
  const [mayaView, jordanView, aminaView, priyaView] = [maya, jordan, amina, priya].map(
    ({ page }) => new WorkshopView(page),
  ) as [WorkshopView, WorkshopView, WorkshopView, WorkshopView];

  await mayaView.choose(/Who is needed for our goal/);
  await mayaView.start();
  await mayaView.goTo('Organizations and people');
  for (const view of [jordanView, aminaView, priyaView]) await view.shows('Organizations and people');
  await expect(jordan.page.getByText('Place the organizations in the interests they stand for').first()).toBeVisible();

  // a step offers participants its tools only, and the facilitator all of them
  const tools = (page: typeof maya.page) => page.getByRole('toolbar', { name: 'Tools' });
  await expect(tools(jordan.page).getByRole('button', { name: /^Arrow/ })).toHaveCount(0);
  await expect(tools(maya.page).getByRole('button', { name: /^Arrow/ })).toBeVisible();
  await expect(tools(jordan.page).getByRole('button', { name: /^Note/ })).toBeVisible();

  // hands stand in their order, and a ready check counts who is here
  await aminaView.bar.getByRole('button', { name: 'Raise your hand' }).click();
  const hands = mayaView.panel.getByRole('region', { name: 'Raised hands' }).getByRole('listitem');
  await expect(hands).toHaveText([/Amina Reyes/]);
  await jordan.page.keyboard.press('u');
  await expect(hands).toHaveText([/Amina Reyes/, /Jordan Tate/]);
  await mayaView.press('Lower the hand of Amina Reyes');
  await expect(aminaView.bar.getByRole('button', { name: 'Raise your hand' })).toBeVisible();
  await mayaView.press('Ask');
  await jordanView.open();
  await jordanView.press('I am ready');
  await expect(mayaView.panel.getByRole('button', { name: 'End the check, 1 of 2 ready' })).toBeVisible();

  const lee = await join('participant', 'Lee Novak');
  const leeView = new WorkshopView(lee.page);
  await leeView.shows('Organizations and people');
  const [late, there] = [await leeView.secondsLeft(), await jordanView.secondsLeft()];
  expect(Math.abs(late - there)).toBeLessThanOrEqual(1);
  expect(late).toBeGreaterThan(10 * 60);

  const mayaContext = maya.page.context();
  await maya.page.close();
  await priyaView.next();
  for (const view of [jordanView, aminaView, leeView]) await view.shows('Coverage check');

  const mayaAgain = await mayaContext.newPage();
  await mayaAgain.goto(`${server.origin}/b/${board.id}`);
  const back = new WorkshopView(mayaAgain);
  await back.shows('Coverage check');
  await back.next();
  await jordanView.shows('One question of the cycle');
});

test('[SESSION-6] the clock is the same on a device whose own clock is wrong, stands still for all and goes on', async ({
  join,
  openProfile,
  server,
  board,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const wrong = await openProfile();
  await wrong.addInitScript(() => {
    const right = Date.now;
    Date.now = () => right.call(Date) + 1_000 * 86_400_000;
  });
  const door = new DoorScreen(wrong);
  await door.open(linkOf(server, board, 'participant'));
  await door.join('Jordan Tate');
  await new BoardScreen(wrong).isLive();
  const [mayaView, jordanView] = [new WorkshopView(maya.page), new WorkshopView(wrong)];
  await mayaView.open();
  await mayaView.press('10 min');
  await expect(jordanView.clock).toBeVisible();
  expect(Math.abs((await jordanView.secondsLeft()) - (await mayaView.secondsLeft()))).toBeLessThanOrEqual(1);
  await mayaView.panel.getByRole('button', { name: 'Pause the clock' }).click();
  await expect(mayaView.panel.getByRole('button', { name: 'Go on' })).toBeVisible();
  const paused = await mayaView.secondsLeft();
  await expect.poll(() => jordanView.secondsLeft()).toBe(paused);
  await mayaView.press('5 min');
  await expect.poll(() => jordanView.secondsLeft()).toBe(paused + 300);
  await mayaView.panel.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => jordanView.secondsLeft(), { timeout: 20_000 }).toBeLessThan(paused + 300);
});

test('[SESSION-13] a participant who becomes facilitator leads without reloading, until it is taken back', async ({
  join,
  server,
  board,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const jordanView = new WorkshopView(jordan.page);
  await maya.page.getByRole('button', { name: /^Show people/ }).click();
  await maya.page.getByRole('button', { name: 'Make Jordan Tate a facilitator' }).click();
  await maya.page.getByRole('button', { name: 'Make facilitator' }).click();
  await jordanView.choose(/Who is needed/);
  await jordanView.start();
  await new WorkshopView(maya.page).shows('Welcome');

  // the link by which they came brings them back as the facilitator they are now
  await jordan.page.goto('about:blank');
  await jordan.page.goto(linkOf(server, board, 'participant'));
  await jordan.isLive();
  await expect(jordanView.bar.getByRole('button', { name: 'On to the next step' })).toBeVisible();

  // the step brought her its own panel
  await expect(new WorkshopView(maya.page).panel).toBeVisible();
  await maya.page.getByRole('button', { name: /^Show people/ }).click();
  await maya.page.getByRole('button', { name: 'Take the facilitator role back from Jordan Tate' }).click();
  await maya.page.getByRole('button', { name: 'Take back', exact: true }).click();
  await expect(jordanView.bar.getByRole('button', { name: 'On to the next step' })).toHaveCount(0);
});
