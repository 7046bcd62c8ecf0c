/** Journey: what a whole room sees, on a projector and large on everybody's screen, and how it comes in. */
import { randomBytes } from 'node:crypto';
import type { BoardCreated } from '#shared/wire/http.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import type { BoardApi, Guest } from '../BoardApi.ts';
import type { BoardScreen } from '../pages/BoardScreen.ts';
import { findSerious } from '../pages/findSerious.ts';
import { Overheard } from '../pages/Overheard.ts';
import { projector, RoomView } from '../pages/RoomView.ts';
import { RoundsView } from '../pages/RoundsView.ts';
import { expect, phone, test } from '../people.ts';

const newId = (): string => randomBytes(8).toString('hex');
const question = 'Who helps, who hinders, who pays, who lives with it?';
const step = (id: string, title: string, view: Step['view'], instruction = ''): Step => ({
  id,
  title,
  minutes: 10,
  instruction,
  view,
  stage: null,
  tools: null,
  activity: null,
});
const agenda = [
  step('goal', 'Our goal', 'goal', 'What would be different in five years? Talk in pairs.'),
  step('write', 'Interests', 'free', question),
  step('cover', 'Coverage check', 'coverage', 'Which chairs are empty?'),
  step('end', 'Actions', 'actions'),
];

/** A facilitator without a page, for what another journey proves. */
class Leader {
  readonly #api: BoardApi;
  readonly #guest: Guest;

  constructor(api: BoardApi, guest: Guest) {
    this.#api = api;
    this.#guest = guest;
  }

  async do(command: WorkshopCommand): Promise<void> {
    await this.call('POST', '/session', { id: `room-${newId()}`, command });
  }

  async call(method: string, path: string, body: object, seat = this.#guest.seat): Promise<void> {
    await this.#api.call(method, `/api/boards/${this.#guest.board}${path}`, body, seat);
  }

  /** A vote that three people without pages have closed. */
  async closedVote(board: BoardCreated): Promise<void> {
    const id = newId();
    const voters = await Promise.all([1, 2, 3].map((at) => this.#api.join(board, 'participant', `Voter ${at}`)));
    const options = ['Schools', 'Housing', 'Transport'].map((label, at) => ({ id: `o${at}`, label, ref: null }));
    const terms = { kind: 'vote', id, question: 'Which are essential?', options, dots: 2, cap: 2, abstain: true };
    await this.call('POST', '/rounds', terms);
    const ballots = [{ o0: 2 }, { o0: 1, o1: 1 }, { o2: 1, o0: 1 }];
    for (const [at, by] of ballots.entries())
      await this.call('PUT', `/rounds/${id}/ballot`, { change: newId(), by }, voters[at]?.seat);
    await this.call('PUT', `/rounds/${id}/end`, { to: 'closed' });
  }
}

async function openRoom(facilitator: BoardScreen): Promise<RoomView> {
  const { page } = facilitator;
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Open the room’s screen' }).click();
  const room = new RoomView(await opened);
  await room.page.setViewportSize(projector.viewport);
  await room.isLive();
  return room;
}

test('[SCREEN-1] [SCREEN-5] [SCREEN-6] [SCREEN-7] [SCREEN-15] the room’s screen is opened from Share, is counted as nobody, follows the step and says nothing that is sealed', async ({
  join,
  api,
}) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const maya = await join('facilitator', 'Maya Okafor', { board });
  await join('participant', 'Jordan Tate', { board });
  const ines = await join('participant', 'Ines Marsh', { board, profile: phone });
  const leader = new Leader(api, await api.join(board, 'facilitator', 'Ana Brooks'));
  const sam = await api.join(board, 'participant', 'Sam Ortega');
  const rosa = await api.join(board, 'participant', 'Rosa Diaz');
  await leader.do({ do: 'setAgenda', agenda, from: 0 });
  await leader.do({ do: 'setWifi', line: 'Library guest, no password', from: '' });
  const room = await openRoom(maya);
  await expect(room.heading('Come to the table')).toBeVisible();
  await expect(room.page.getByText('Wi-Fi: Library guest, no password')).toBeVisible();
  await expect(room.page.getByText('Private ideas, votes and pulse carry no name.')).toBeVisible();
  await expect(room.page.getByText(/^3\s*are here$/)).toBeVisible();
  await expect(maya.page.getByRole('button', { name: 'Show people: 3 here' })).toBeVisible();
  expect(await room.misplaced()).toEqual([]);
  expect(await room.page.evaluate(() => location.hash)).toBe('');

  await leader.do({ do: 'goToStep', step: 'goal' });
  await expect(room.heading('What would be different in five years?')).toBeVisible();
  await expect(room.page.getByText('Step 1 of 4, Our goal')).toBeVisible();
  await expect(room.clock).toContainText(/^\d+:\d\d/);
  await leader.do({ do: 'goToStep', step: 'write' });
  const heard = await Overheard.to(room);
  const round = newId();
  await leader.call('POST', '/rounds', {
    kind: 'ideas',
    id: round,
    prompt: question,
    named: false,
    target: { kind: 'sheet' },
  });
  const view = new RoundsView(ines.page);
  await view.takePart('Write');
  await view.write('the night shift');
  for (const [{ seat }, text] of [
    [sam, 'opens at eight'],
    [rosa, 'late bus ends'],
  ] as const) {
    await leader.call('PUT', `/rounds/${round}/ideas/${newId()}`, { change: newId(), text, from: 0 }, seat);
  }
  await expect(room.page.getByText(/^3$/)).toBeVisible();
  await expect(room.page.getByText('of 3 people have written')).toBeVisible();
  expect(await heard.find('late bus ends', 'the night shift', 'opens at eight')).toEqual([]);
  expect(await room.misplaced()).toEqual([]);
  await room.hasNothingToPress();

  await leader.call('PUT', `/rounds/${round}/end`, { to: 'revealed' });
  await expect(room.page.getByText('late bus ends')).toBeVisible();
  await expect(room.page.getByText('Rosa')).toHaveCount(0);
  expect(await room.misplaced()).toEqual([]);
  await leader.do({ do: 'nextStep' });
  await expect(room.page.getByRole('img', { name: /^The table: 36 chairs, \d+ empty$/ })).toBeVisible();
  expect(await room.misplaced()).toEqual([]);
  await room.hasNothingToPress();
  expect(await findSerious(room.page)).toEqual([]);
});

test('[SCREEN-4] [SCREEN-5] [SCREEN-6] [SCREEN-7] [SCREEN-8] a facilitator steers it by button, key and clicker, and a lost line is said', async ({
  join,
  api,
  server,
  openProfile,
}) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const maya = await join('facilitator', 'Maya Okafor', { board });
  const leader = new Leader(api, await api.join(board, 'facilitator', 'Ana Brooks'));
  await leader.do({ do: 'setAgenda', agenda, from: 0 });
  await leader.do({ do: 'goToStep', step: 'goal' });
  const room = await openRoom(maya);
  const table = room.page.getByRole('img', { name: /^The table/ });
  const { page } = maya;
  await page.getByRole('button', { name: 'What the room sees', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'What the room sees' });
  await panel.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(table).toBeVisible();
  await panel.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(room.heading('Large employers: hiring, training, promoting')).toBeVisible();
  await expect(room.page.getByText('Part 1 of 12')).toBeVisible();
  const halden = room.page.getByRole('listitem').filter({ hasText: 'Halden Manufacturing' });
  for (const role of ['Plant manager', 'Apprenticeship coordinator'])
    await expect(halden.getByText(role)).toBeVisible();
  expect(await room.misplaced()).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await expect(room.page.getByText('Part 2 of 12')).toBeVisible();
  await room.page.bringToFront();
  await room.page.keyboard.press('PageDown');
  await expect(room.page.getByText('Part 3 of 12')).toBeVisible();
  await room.hasNothingToPress();
  await page.bringToFront();
  await page.getByRole('button', { name: 'Back on the room’s screen' }).click();
  await expect(room.page.getByText('Part 2 of 12')).toBeVisible();
  for (const [choice, heading] of [
    ['Coverage', 'Who speaks for each interest?'],
    ['Cycle', /ZIP codes/],
    ['Actions', 'Who does what by when?'],
    ['What changed', 'Since the workshop began'],
  ] as const) {
    await panel
      .getByRole('region', { name: 'On the room’s screen' })
      .getByRole('button', { name: choice, exact: true })
      .click();
    await expect(room.heading(heading)).toBeVisible();
    expect(await room.misplaced()).toEqual([]);
  }
  await panel.getByRole('button', { name: 'Follow the step' }).click();
  await expect(room.heading('What would be different in five years?')).toBeVisible();

  const code = room.page.getByText(board.code);
  await expect(code).toBeVisible();
  await panel.getByLabel('Code and picture of the way in stand in its corner').uncheck();
  await expect(code).toHaveCount(0);
  const elsewhere = new RoomView(await openProfile(projector));
  await elsewhere.page.goto(server.origin + board.links.observer.replace('#', '/room#'));
  await expect(elsewhere.heading('What would be different in five years?')).toBeVisible();
  await elsewhere.page.context().setOffline(true);
  await expect(elsewhere.page.getByText('This screen has lost its line.')).toBeVisible();
  await expect(elsewhere.heading('What would be different in five years?')).toBeVisible();
  await elsewhere.page.context().setOffline(false);
  await expect(elsewhere.page.getByText('This screen has lost its line.')).toHaveCount(0);
  const wrong = await openProfile(projector);
  await wrong.goto(server.origin + board.links.participant.replace('#', '/room#'));
  await expect(wrong.getByText('This link is not for a screen')).toBeVisible();
});

test('[SCREEN-9] [SCREEN-10] [SCREEN-11] [SCREEN-16] a result stands large on everybody’s screen, is put away on one, and waits for whoever writes', async ({
  join,
  api,
  board,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const scripts: string[] = [];
  jordan.page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  const ines = await join('participant', 'Ines Marsh', { profile: phone });
  const olu = await join('observer', 'Olu Bird');
  const leader = new Leader(api, await api.join(board, 'facilitator', 'Ana Brooks'));
  await leader.closedVote(board);
  const { page } = maya;
  const bigOf = (who: BoardScreen) => who.page.getByRole('dialog', { name: 'Shown to all: the result of the vote' });
  expect(scripts.filter((path) => /BigDialog|RoomDoor|RoomSteering|useRoomWords/.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'What the room sees', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'What the room sees' });
  const forAll = panel.getByRole('region', { name: 'Large on everybody’s screen' });
  await forAll.getByRole('button', { name: 'Vote: Which are essential?' }).click();
  for (const who of [maya, jordan, ines, olu]) {
    await expect(bigOf(who).getByRole('listitem').first()).toContainText(/Schools.*4/);
    await expect(bigOf(who).getByText('The proposed line')).toHaveCount(0);
    await expect(bigOf(who).getByText('tie').first()).toBeVisible();
  }
  expect(await findSerious(ines.page)).toEqual([]);
  await expect(bigOf(jordan).getByRole('button', { name: 'Close for all' })).toHaveCount(0);
  await bigOf(maya).getByRole('button', { name: 'Propose a line' }).click();
  await expect(bigOf(olu).getByText('The proposed line: 4 dots and more. Does the room agree?')).toBeVisible();

  await bigOf(ines).getByRole('button', { name: 'Put away' }).tap();
  await expect(bigOf(ines)).toHaveCount(0);
  await jordan.page.keyboard.press('Escape');
  await expect(bigOf(jordan)).toHaveCount(0);
  await expect(bigOf(olu)).toBeVisible();
  await bigOf(maya).getByRole('button', { name: 'Close for all' }).click();
  for (const who of [maya, olu]) await expect(bigOf(who)).toHaveCount(0);
  await expect(page.locator('[inert], [aria-hidden="true"] .tl-container')).toHaveCount(0);

  const round = newId();
  await leader.call('POST', '/rounds', {
    kind: 'ideas',
    id: round,
    prompt: question,
    named: false,
    target: { kind: 'sheet' },
  });
  const view = new RoundsView(jordan.page);
  await view.takePart('Write');
  await view.idea.fill('Half a thought');
  await forAll.getByRole('button', { name: 'Vote: Which are essential?' }).click();
  await expect(bigOf(ines)).toBeVisible();
  await expect(jordan.page.getByText('A facilitator shows the result of the vote to all.')).toBeVisible();
  await expect(bigOf(jordan)).toHaveCount(0);
  await expect(view.idea).toHaveValue('Half a thought');
  await jordan.page.getByRole('button', { name: 'Look', exact: true }).click();
  await expect(bigOf(jordan)).toBeVisible();
  await jordan.page.keyboard.press('Escape');
  await expect(view.idea).toHaveValue('Half a thought');
});
