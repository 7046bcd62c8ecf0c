/** Journey 7: dots that nobody sees, totals that all see at once; and the pulse, which protects even its totals. */
import { randomBytes } from 'node:crypto';
import type { SealedState } from '#shared/wire/SealedRequest.ts';
import { expect, phone, test } from '../people.ts';
import type { BoardApi } from '../BoardApi.ts';
import type { BoardScreen } from '../pages/BoardScreen.ts';
import { finger } from '../pages/hands.ts';
import { findSerious } from '../pages/findSerious.ts';
import { Overheard } from '../pages/Overheard.ts';
import { RoundsView } from '../pages/RoundsView.ts';

const options = ['Schools', 'Housing', 'Transport'];

const newId = (): string => randomBytes(8).toString('hex');

async function openRound(api: BoardApi, board: string, seat: string): Promise<string> {
  const { rounds } = (await api.call('GET', `/api/boards/${board}/rounds`, undefined, seat)) as SealedState;
  return rounds.find(({ status }) => status === 'open')?.id ?? '';
}

test('[SEALED-4] [SEALED-5] the fourth dot is refused, nobody hears of a choice before the close, all see the same totals after it', async ({
  join,
  api,
  board,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const ines = await join('participant', 'Ines Marsh', { profile: phone });
  const sam = await join('participant', 'Sam Ortega');
  const [a, b, c, d] = [maya, jordan, ines, sam].map(({ page }) => new RoundsView(page)) as [
    RoundsView,
    RoundsView,
    RoundsView,
    RoundsView,
  ];
  const [jordanHears, inesHears] = [await Overheard.to(jordan), await Overheard.to(ines)];
  await a.startVote('Which are essential?', options, 3);
  for (const view of [b, c, d]) await view.takePart('Vote');

  await expect(b.vote.getByText('3 of 3 dots left.')).toBeVisible();
  await b.more('Schools').press('Enter');
  await b.more('Schools').press('Enter');
  await expect(b.more('Schools')).toHaveAttribute('aria-disabled', 'true');
  await b.more('Housing').press('Enter');
  await expect(b.vote.getByText('0 of 3 dots left.')).toBeVisible();
  await b.more('Transport').press('Enter');
  await expect(b.dotsOn('Transport')).toHaveText('0');
  await expect(b.vote.getByText('Your vote counts as it stands.')).toBeVisible();

  const round = await openRound(api, board.id, jordanHears.seat);
  const ballot = (by: object, seat = jordanHears.seat): Promise<unknown> =>
    api.call('PUT', `/api/boards/${board.id}/rounds/${round}/ballot`, { change: newId(), by }, seat);
  await expect(ballot({ o2: 1 })).rejects.toThrow('vote-over-budget');
  await expect(ballot({ o1: 1, o2: -1 })).rejects.toThrow('vote-over-cap');
  await expect(ballot({ o9: 1 })).rejects.toThrow('vote-unknown-option');
  await expect(
    api.call('PUT', `/api/boards/${board.id}/rounds/${round}/end`, { to: 'closed' }, jordanHears.seat),
  ).rejects.toThrow('role-refused');

  await voteOnTwoScreens(jordan, b);

  await c.more('Housing').tap();
  await c.more('Housing').tap();
  await d.more('Schools').click();
  await d.more('Transport').click();
  await d.less('Schools').click();
  await expect(a.vote.getByText('3 of 3 voted')).toBeVisible();
  await expect(
    a.vote.getByText('You do not take part.').or(a.vote.getByRole('button', { name: 'Take part after all' })),
  ).toBeVisible();
  expect(await findSerious(c.page)).toEqual([]);

  const heardBefore = inesHears.messages.join('\n');
  expect(heardBefore).not.toMatch(/"totals":\[/);
  expect(heardBefore).not.toMatch(/"o1":\d/);
  expect(heardBefore).not.toContain('"o3":');

  await a.panel.getByRole('button', { name: 'Close and show totals' }).click();
  await a.panel.getByRole('button', { name: 'Close now' }).click();
  const expected = ['Housing 3 dots', 'Schools 2 dots', 'Transport 1 dot'];
  for (const view of [a, b, c, d]) {
    const card = view.panel.getByRole('region', { name: 'The vote is closed' });
    await expect(card).toBeVisible();
    expect(await view.result(card)).toEqual(expected);
  }
  await expect(ballot({ o3: 1 })).rejects.toThrow('round-ended');
  expect(await findSerious(a.page)).toEqual([]);

  await sam.page.reload();
  await sam.isLive();
  await d.open();
  await expect(d.panel.getByRole('region', { name: 'Earlier rounds' })).toContainText('Housing');
});

/** Each screen of one person shows what the other did, and builds on it. */
async function voteOnTwoScreens(screen: BoardScreen, b: RoundsView): Promise<void> {
  const tab = await screen.page.context().newPage();
  await tab.goto(screen.page.url());
  const second = new RoundsView(tab);
  await second.takePart('Vote');
  await expect(second.dotsOn('Schools')).toHaveText('2');
  await expect(second.vote.getByText('0 of 3 dots left.')).toBeVisible();
  await second.less('Housing').click();
  await expect(b.vote.getByText('1 of 3 dots left.')).toBeVisible();
  await b.more('Transport').click();
  await expect(second.dotsOn('Transport')).toHaveText('1');
  await second.less('Transport').click();
  await expect(b.dotsOn('Transport')).toHaveText('0');
  await b.more('Housing').click();
  await expect(second.vote.getByText('0 of 3 dots left.')).toBeVisible();
  await tab.close();
}

test('[SEALED-5] look-alikes are merged before, ties are shown as ties, and own dots can be hidden', async ({
  join,
  api,
  board,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const a = new RoundsView(maya.page);
  await a.begin('Dot vote');
  await a.panel.getByLabel('What do we vote on?').fill('Which?');
  await a.panel.getByLabel('Option 1', { exact: true }).fill('Parks');
  await a.panel.getByLabel('Option 2', { exact: true }).fill('Housing');
  await a.panel.getByLabel('Option 2', { exact: true }).press('Enter');
  await maya.page.keyboard.type('parks!');
  await expect(a.panel.getByText('“Parks” and “parks!” look alike')).toBeVisible();
  expect(await findSerious(maya.page)).toEqual([]);
  await a.panel.getByRole('button', { name: 'Keep one of them' }).click();
  await expect(a.panel.getByText('(2 of at most 40)')).toBeVisible();
  const guests = await Promise.all([0, 1, 2].map((n) => api.join(board, 'participant', `Guest ${n}`)));
  await a.panel.getByRole('button', { name: 'Start the vote', exact: true }).click();
  await expect(a.vote.getByText('Your dots are hidden')).toBeVisible();
  await expect(a.more('Parks')).toHaveCount(0);
  await a.vote.getByRole('button', { name: 'Show my dots' }).click();
  await a.more('Parks').click();
  await expect(a.dotsOn('Parks')).toHaveText('1');
  await a.vote.getByRole('button', { name: 'Hide my dots' }).click();
  await expect(a.dotsOn('Parks')).toHaveCount(0);
  await expect(a.vote.getByText('Your vote counts as it stands.')).toBeVisible();
  for (const [index, option] of ['o1', 'o2', 'o2'].entries()) {
    const seat = guests[index]?.seat ?? '';
    const round = await openRound(api, board.id, seat);
    const ballot = { change: newId(), by: { [option]: 1 } };
    await api.call('PUT', `/api/boards/${board.id}/rounds/${round}/ballot`, ballot, seat);
  }
  await a.panel.getByRole('button', { name: 'Close and show totals' }).click();
  await a.panel.getByRole('button', { name: 'Close now' }).click();
  const card = a.panel.getByRole('region', { name: 'The vote is closed' });
  await expect(card).toBeVisible();
  expect(await a.result(card)).toEqual(['Parks 2 dots tied, place 1', 'Housing 2 dots tied, place 1']);
});

test('[SEALED-11] what is chosen on the board becomes the options of a vote', async ({ join }) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const a = new RoundsView(maya.page);
  await maya.addNote(250, 250, 'Night buses');
  await maya.addNote(250, 600, 'Child care before six');
  await maya.note('Night buses').click();
  await maya.note('Child care before six').click({ modifiers: ['Shift'] });
  await a.begin('Dot vote');
  await expect(a.panel.getByText('(2 of at most 40)')).toBeVisible();
  await expect(a.panel.getByLabel('Dots per person')).toHaveValue('2');
  await a.panel.getByLabel('What do we vote on?').fill('What first?');
  await maya.page.keyboard.press('Enter');
  for (const option of ['Night buses', 'Child care before six'])
    await expect(a.vote.getByRole('listitem').filter({ hasText: option })).toBeVisible();
});

test('[SEALED-8] a pulse is answered on a phone by keyboard or touch, and shown only when enough answered', async ({
  join,
  api,
  board,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const ines = await join('participant', 'Ines Marsh', { profile: phone });
  const [a, c] = [new RoundsView(maya.page), new RoundsView(ines.page)];
  const guests = await Promise.all([0, 1, 2, 3].map((n) => api.join(board, 'participant', `Guest ${n}`)));
  const run = async (others: number): Promise<void> => {
    await a.begin('Trust pulse');
    await a.panel.getByRole('button', { name: 'Start the pulse' }).click();
    await c.takePart('Answer', finger);
    await c.answerAll(4, finger);
    await c.pulse.getByRole('radio', { name: '4, mostly' }).press('ArrowRight');
    await c.pulse.getByRole('button', { name: 'Send my answers' }).tap();
    await expect(c.pulse.getByText('Thank you.')).toBeVisible();
    await expect(c.pulse.getByText('1 of at least 5 so far.')).toBeVisible();
    for (const { seat } of guests.slice(0, others)) {
      const round = await openRound(api, board.id, seat);
      const answers = { reliability: 2, truth: 2, ability: 2, strength: 2, safe_to_disagree: 2, clear_rules: 2 };
      await api.call('PUT', `/api/boards/${board.id}/rounds/${round}/answer`, { answers }, seat);
    }
    await a.panel.getByRole('button', { name: 'Close the pulse' }).click();
    await a.panel.getByRole('button', { name: 'Close now' }).click();
    await expect(c.panel.getByRole('region', { name: 'The trust pulse is closed' })).toBeVisible();
  };
  await run(2);
  const ended = c.panel.getByRole('region', { name: 'The trust pulse is closed' });
  await expect(ended).toContainText(
    '3 of 3 answered. Below 5 answers of people who had joined before it began, nothing is shown',
  );
  for (const view of [a, c]) await view.panel.getByRole('button', { name: 'Put away' }).click();
  await run(4);
  await expect(ended).toContainText('5 of 5 answered');
  await expect(ended).toContainText('mean 2.6');
  await expect(ended.getByRole('img', { name: 'Given 1 to 5: 0, 4, 0, 0, 1' })).toHaveCount(1);
  await expect(ended.getByRole('img', { name: 'Given 1 to 5: 0, 4, 0, 1, 0' })).toHaveCount(5);
  expect(await findSerious(c.page)).toEqual([]);
});
