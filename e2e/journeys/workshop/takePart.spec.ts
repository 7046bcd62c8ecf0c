/** Taking part in what a step asks: on a phone by touch, from the link on; on a laptop with keys alone; one thing at a time. */
import type { Locator, Page } from '@playwright/test';
import { beginEverything } from '../../pages/beginEverything.ts';
import { BoardScreen } from '../../pages/BoardScreen.ts';
import { findSerious } from '../../pages/findSerious.ts';
import { finger, keys } from '../../pages/hands.ts';
import { RoundsView } from '../../pages/RoundsView.ts';
import { expect, linkOf, phone, test } from '../../people.ts';

/** Every press of a finger, from the page's first moment on. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    addEventListener(
      'pointerup',
      () => sessionStorage.setItem('taps', `${Number(sessionStorage.getItem('taps')) + 1}`),
      true,
    );
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('taps')));
}

/** Where an element stands, from above. */
async function edges(target: Locator): Promise<{ readonly top: number; readonly bottom: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('it is not there');
  return { top: box.y, bottom: box.y + box.height };
}

const question = 'Who lives with it, and who pays for it?';

test('[TAKEPART-4] [TAKEPART-8] [TAKEPART-14] [TAKEPART-11] [TAKEPART-12] [TAKEPART-13] a phone writes its first idea within six presses from the link, and the field stays', async ({
  join,
  openProfile,
  server,
  board,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  await new RoundsView(maya.page).startIdeas(question);
  const page = await openProfile({ ...phone, colorScheme: 'dark' });
  const taps = await countTaps(page);
  await page.goto(linkOf(server, board, 'participant'));
  await page.getByLabel('Your name').tap();
  await page.keyboard.type('Ines Marsh');
  await page.getByRole('button', { name: 'Join the board' }).tap();
  const rounds = new RoundsView(page);
  await expect(rounds.ideas.getByRole('heading', { name: question })).toBeVisible({ timeout: 30_000 });
  const write = rounds.ideas.getByRole('button', { name: 'Write', exact: true });
  await rounds.idea.tap();
  await page.keyboard.type('Grandparents who watch the kids');
  await write.tap();
  await expect(rounds.own('Grandparents who watch the kids')).toContainText('Saved');
  expect(await taps()).toBeLessThanOrEqual(6);

  await expect(rounds.idea).toBeFocused();
  for (const text of ['Churches on the East Side', 'First bus at 5:40']) {
    await page.keyboard.type(text);
    await write.tap();
    await expect(rounds.own(text)).toContainText('Saved');
    await expect(rounds.idea).toBeFocused();
  }
  await expect(rounds.ideas.getByRole('listitem').first()).toContainText('First bus at 5:40');
  const whole = await edges(rounds.ideas.getByRole('heading', { name: question }));
  const docked = await edges(write);
  expect(whole.top).toBeGreaterThan((await edges(page.getByRole('banner'))).bottom);
  expect(docked.bottom).toBeGreaterThan(844 - 40);
  for (const one of await rounds.ideas.getByRole('button').all())
    expect((await one.boundingBox())?.height ?? 0, await one.innerText()).toBeGreaterThanOrEqual(48);
  expect(await findSerious(page)).toEqual([]);

  // as with an open keyboard: one line stays, and the field is reached
  await page.setViewportSize({ width: 390, height: 420 });
  await rounds.idea.tap();
  await expect(rounds.idea).toBeInViewport({ ratio: 0.99 });
  await expect(write).toBeInViewport({ ratio: 0.99 });
  await expect(rounds.ideas.locator(`[data-asked="${question}"]`)).toBeInViewport({ ratio: 0.99 });
  const head = await edges(rounds.panel.getByRole('heading', { level: 2 }));
  expect(head.bottom).toBeLessThanOrEqual(56);
  await page.setViewportSize({ width: 390, height: 844 });

  await rounds.takeAway('Churches on the East Side', finger);
  await expect(rounds.idea).toBeFocused();
});

test('[TAKEPART-5] [TAKEPART-7] a phone votes and answers with a finger, the dots that are left in sight', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const ines = await join('participant', 'Ines Marsh', { profile: { ...phone, colorScheme: 'light' } });
  const [a, c] = [new RoundsView(maya.page), new RoundsView(ines.page)];
  const options = ['Schools', 'Housing', 'Transport', 'Child care', 'Wages', 'Training', 'Health', 'Elder care'];
  await a.startVote('Which of these are essential for our goal?', options, 3);
  await c.more('Elder care').tap();
  await expect(c.vote.getByText('2 of 3 dots left.')).toBeInViewport({ ratio: 0.99 });
  for (const stepper of [c.more('Elder care'), c.less('Elder care')]) {
    const box = await stepper.boundingBox();
    expect([box?.width, box?.height]).toEqual([48, 48]);
  }
  await c.less('Elder care').tap();
  await expect(c.less('Elder care')).toBeFocused();
  expect(await findSerious(ines.page)).toEqual([]);
  await a.panel.getByRole('button', { name: 'Close and show totals' }).click();
  await a.panel.getByRole('button', { name: 'Close now' }).click();
  await expect(c.panel.getByRole('region', { name: 'The vote is closed' })).toBeVisible();

  await a.panel.getByRole('button', { name: 'Trust pulse', exact: true }).click();
  await a.panel.getByRole('button', { name: 'Start the pulse' }).click();
  await c.answerAll(4, finger);
  expect(await findSerious(ines.page)).toEqual([]);
  await c.pulse.getByRole('button', { name: 'Send my answers' }).tap();
  await expect(c.pulse.getByText('Thank you.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[TAKEPART-1] [TAKEPART-12] with keys alone on a laptop: the part comes, and all of it is reached (${colorScheme})`, async ({
    join,
  }) => {
    const maya = await join('facilitator', 'Maya Okafor');
    const lee = await join('participant', 'Lee Novak', {
      profile: { viewport: { width: 1440, height: 900 }, colorScheme },
    });
    const [a, b] = [new RoundsView(maya.page), new RoundsView(lee.page)];
    await lee.canvas.focus();
    await a.startIdeas(question);
    await expect(b.ideas.getByRole('heading', { name: question })).toBeVisible();
    // nothing was pressed: the focus is where it was
    await expect(b.panel.locator(':focus')).toHaveCount(0);
    await b.write('Night shift workers', 'Landlords');
    await b.takeAway('Landlords', keys);
    await expect(b.idea).toBeFocused();
    expect(await findSerious(lee.page)).toEqual([]);
    await a.startVote('Which are essential?', ['Schools', 'Housing'], 2);
    await keys.press(b.more('Schools'));
    await keys.press(b.more('Schools'));
    await keys.press(b.less('Schools'));
    await expect(b.dotsOn('Schools')).toHaveText('1');
    await a.panel.getByRole('button', { name: 'Trust pulse', exact: true }).click();
    await a.panel.getByRole('button', { name: 'Start the pulse' }).click();
    await b.answerAll(3, keys);
    await keys.press(b.pulse.getByRole('button', { name: 'Send my answers' }));
    await expect(b.pulse.getByText('Thank you.')).toBeVisible();
    expect(await findSerious(lee.page)).toEqual([]);
  });
}

test('[TAKEPART-20] [TAKEPART-22] on a phone one thing floats at a time, above the part and never over it', async ({
  join,
  api,
  board,
}) => {
  await beginEverything(api, board);
  const ines = await join('participant', 'Ines Marsh', { profile: phone });
  const rounds = new RoundsView(ines.page);
  const main = ines.page.getByRole('main');
  await expect(rounds.panel).toBeVisible();
  const ask = ines.page.getByRole('alertdialog');
  await expect(ask).toBeInViewport({ ratio: 0.99 });
  expect((await edges(ask)).bottom).toBeLessThanOrEqual((await edges(rounds.panel)).top);
  await rounds.panel.getByRole('button', { name: 'Close', exact: true }).tap();
  const seen: string[] = [];
  // the words of the step were read in the panel
  const names = ['Go there', 'I am ready', 'Answer', 'Vote', 'Write'];
  for (let n = 0; n < names.length; n += 1) {
    const there = [];
    for (const name of names) if (await main.getByRole('button', { name, exact: true }).isVisible()) there.push(name);
    seen.push(there.join());
    await main.getByRole('button', { name: '4 more' }).tap();
  }
  expect(seen).toEqual(names);
  await new BoardScreen(ines.page).isLive();
});
