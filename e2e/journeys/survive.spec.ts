/** A workshop goes on whatever breaks: the facilitator's browser is closed and the server is killed while all of it runs. */
import { Overheard } from '../pages/Overheard.ts';
import { RoundsView } from '../pages/RoundsView.ts';
import { WorkshopView } from '../pages/WorkshopView.ts';
import { expect, ownServerTest as test, phone } from '../people.ts';

/** Half a minute is the longest wait between two tries. */
const backWithin = { timeout: 40_000 };

test('[SESSION-6] [SEALED-1] clock, private writing and a vote outlive the facilitator and the server: nothing lost, nothing revealed, everybody back', async ({
  join,
  server,
  board,
}) => {
  test.setTimeout(240_000);
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const ines = await join('participant', 'Ines Marsh', { profile: phone });
  const [mayaView, jordanView, inesView] = [maya, jordan, ines].map(({ page }) => new WorkshopView(page)) as [
    WorkshopView,
    WorkshopView,
    WorkshopView,
  ];
  const [a, b, c] = [maya, jordan, ines].map(({ page }) => new RoundsView(page)) as [
    RoundsView,
    RoundsView,
    RoundsView,
  ];
  const inesHears = await Overheard.to(ines);

  await mayaView.choose(/Who is needed for our goal/);
  await mayaView.start();
  await mayaView.goTo('Interests');
  await beginBoth(a, b, c);

  // The facilitator's laptop is gone: clock and rounds go on.
  const mayaContext = maya.page.context();
  await maya.page.close();
  const before = await inesView.secondsLeft();
  await expect.poll(() => inesView.secondsLeft()).toBeLessThan(before);
  await b.write('Parents without a car');

  // The server is gone too, without a word: what is written meanwhile waits.
  await server.kill();
  await expect(jordan.line).toHaveText(/Offline/);
  await jordanView.shows('Interests');
  await b.idea.fill('Written in between');
  await b.idea.press('Enter');
  await expect(b.own('Written in between')).toContainText('Not on the server yet.');
  await c.more('Schools').tap();
  await expect(c.vote.getByText('Not on the server yet.')).toBeVisible();
  await server.restart();
  for (const { line } of [jordan, ines]) await expect(line).toHaveText(/Connected|Saved/, backWithin);

  // Everybody stands where they stood, on the same clock.
  await expect(b.own('Written in between')).not.toContainText('Not on the server yet.');
  await expect(c.vote.getByText('Your vote counts as it stands.')).toBeVisible();
  await jordan.page.reload();
  await jordan.isLive();
  for (const view of [jordanView, inesView]) await view.shows('Interests');
  await b.takePart('Write');
  const [here, there] = [await jordanView.secondsLeft(), await inesView.secondsLeft()];
  expect(Math.abs(here - there)).toBeLessThanOrEqual(1);
  expect(here).toBeLessThan(before);
  expect(here).toBeGreaterThan(10 * 60);
  await expect(b.ideas.getByRole('listitem')).toHaveCount(3);
  await expect(b.dotsOn('Schools')).toHaveText('1');
  const written = ['Night shift workers', 'Parents without a car', 'Written in between'];
  expect(await inesHears.find(...written)).toEqual([]);

  // She comes back as the facilitator she was, and leads on.
  const again = await mayaContext.newPage();
  await again.goto(`${server.origin}/b/${board.id}`);
  const [againView, againRounds] = [new WorkshopView(again), new RoundsView(again)];
  await againView.shows('Interests');
  await againRounds.open();
  await expect(againRounds.ideas.getByText('3 ideas from 1 person')).toBeVisible();
  await closeVote(againRounds, [b, c]);
  expect(await inesHears.find(...written)).toEqual([]);
  await againRounds.panel.getByRole('button', { name: 'Reveal all ideas' }).click();
  await expect(againRounds.panel.getByText(/Only 1 person who had joined before it began wrote/)).toBeVisible();
  await againRounds.panel.getByRole('button', { name: 'Reveal anyway' }).click();
  await expect(ines.ideas).toHaveCount(3);
  await againView.next();
  for (const view of [jordanView, inesView]) await view.shows('Essential interests');
});

/** Private writing of one, and a vote of all three: the facilitator takes part as well. */
async function beginBoth(a: RoundsView, b: RoundsView, c: RoundsView): Promise<void> {
  await a.startIdeas('Who lives with it?');
  await a.startVote('Which are essential?', ['Schools', 'Housing'], 2);
  await b.takePart('Write');
  await b.write('Night shift workers');
  await b.more('Schools').click();
  await expect(b.vote.getByText('Your vote counts as it stands.')).toBeVisible();

  await c.takePart('Vote');
  await a.vote.getByRole('button', { name: 'Take part after all' }).click();
  await a.vote.getByRole('button', { name: 'Show my dots' }).click();
  await a.more('Housing').click();
  await expect(a.vote.getByText('Your vote counts as it stands.')).toBeVisible();
}

async function closeVote(leading: RoundsView, others: readonly RoundsView[]): Promise<void> {
  await leading.panel.getByRole('button', { name: 'Close and show totals' }).click();
  await leading.panel.getByRole('button', { name: 'Close now' }).click();
  for (const view of others) {
    const card = view.panel.getByRole('region', { name: 'The vote is closed' });
    await expect(card).toBeVisible();
    expect(await view.result(card)).toEqual(['Schools 2 dots', 'Housing 1 dot']);
  }
}
