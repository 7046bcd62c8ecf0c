/**
 * The whole run sheet "Who is needed for our goal?" with a facilitator and four participants, one of them on a phone; a fifth
 * answers the pulse over the telephone. 90 minutes pass on the server's clock, which the test sets ahead step by step.
 */
import type { SealedState } from '#shared/wire/SealedRequest.ts';
import type { BoardScreen } from '../pages/BoardScreen.ts';
import { CycleView } from '../pages/CycleView.ts';
import { MapViews } from '../pages/MapViews.ts';
import { RoundsView } from '../pages/RoundsView.ts';
import { SnapshotsView } from '../pages/SnapshotsView.ts';
import { WorkshopView } from '../pages/WorkshopView.ts';
import { expect, ownServerTest as test, phone } from '../people.ts';

class Person {
  readonly board: BoardScreen;
  readonly step: WorkshopView;
  readonly rounds: RoundsView;
  readonly map: MapViews;
  readonly cycle: CycleView;

  constructor(board: BoardScreen) {
    const { page } = board;
    this.board = board;
    this.step = new WorkshopView(page);
    this.rounds = new RoundsView(page);
    this.map = new MapViews(page);
    this.cycle = new CycleView(page);
  }

  get page(): BoardScreen['page'] {
    return this.board.page;
  }

  async write(...ideas: readonly string[]): Promise<void> {
    await this.rounds.takePart('Write');
    await this.rounds.write(...ideas);
    await this.close();
  }

  async close(): Promise<void> {
    await this.page.getByRole('complementary').getByRole('button', { name: 'Close', exact: true }).click();
  }
}

test('[STEP-1] the 90-minute run sheet from welcome to snapshot', async ({ join, server, api, board }) => {
  test.setTimeout(600_000);
  const maya = new Person(await join('facilitator', 'Maya Okafor'));
  const jordan = new Person(await join('participant', 'Jordan Tate'));
  const amina = new Person(await join('participant', 'Amina Reyes'));
  const sam = new Person(await join('participant', 'Sam Ortega'));
  const ines = new Person(await join('participant', 'Ines Marsh', { profile: phone }));
  const lee = await api.join(board, 'participant', 'Lee Novak');
  const everybody = [maya, jordan, amina, sam, ines];
  const others = [jordan, amina, sam, ines];

  /** The step's time passes; a hand brings the news of it, and the facilitator goes on from there. */
  const timePasses = async (minutes: number, next: string): Promise<void> => {
    await server.passMinutes(minutes);
    await ines.step.bar.getByRole('button', { name: /your hand$/ }).click();
    for (const { page } of everybody) await expect(page.getByRole('timer')).toHaveText(/Time is up/);
    await maya.step.bar.getByRole('button', { name: `On to the next step: ${next}` }).click();
    for (const { step } of everybody) await step.shows(next);
    for (const { page } of others) {
      const card = page.getByRole('button', { name: 'Got it' });
      if (await card.isVisible()) await card.click();
    }
  };
  const reveal = async (): Promise<void> => {
    await maya.rounds.open();
    await maya.rounds.panel.getByRole('button', { name: 'Reveal all ideas' }).click();
    await maya.rounds.panel.getByRole('button', { name: 'Reveal now' }).click();
    await expect(maya.rounds.panel.getByText(/revealed shuffled and without names/).first()).toBeVisible();
  };

  // Welcome, 5 minutes: everybody can write.
  await maya.step.choose(/Who is needed for our goal/);
  await maya.step.start();
  for (const { step } of everybody) await step.shows('Welcome');
  await jordan.board.addNote(200, 640, 'Hello from the job center');
  await expect(ines.board.note('Hello from the job center')).toHaveCount(1);
  await timePasses(5, 'Goal');

  // Goal, 10 minutes: alone, then together.
  await maya.rounds.startIdeas('What is success, in numbers, and by when?');
  await jordan.write('90 percent of adults in work', 'in ten years');
  await ines.write('Good work, not just any');
  await sam.write('For the whole region');
  await reveal();
  for (const { board: screen } of everybody) await expect(screen.idea('Good work, not just any')).toHaveCount(1);
  await jordan.map.open('Outline');
  await jordan.map.row(/goal/i).first().focus();
  await jordan.page.keyboard.press('Space');
  const statement = jordan.page.getByRole('textbox', { name: 'The goal in one sentence' });
  await statement.fill('90 percent of our region’s adults are in good work by 2036.');
  await statement.press('Tab');
  await expect(ines.page.locator('.tl-canvas').getByText(/2036/).first()).toBeAttached();
  await timePasses(10, 'Interests');

  // Interests, 12 minutes: alone, and named together.
  await maya.rounds.startIdeas('Who helps, who hinders, who pays, who lives with it?');
  await amina.write('Bus drivers', 'Employers on the ring road');
  await ines.write('Parents without a car');
  await sam.write('Night schools');
  await reveal();
  await maya.map.open('Outline');
  for (const interest of ['Getting to work', 'Learning the trade', 'Caring for children'])
    await maya.map.addInterest(interest);
  await timePasses(12, 'Essential interests');

  // Essential interests, 8 minutes: a vote.
  await maya.rounds.startVote(
    'Which are essential?',
    ['Getting to work', 'Learning the trade', 'Caring for children'],
    2,
  );
  for (const [person, choice] of [
    [jordan, 'Getting to work'],
    [amina, 'Getting to work'],
    [sam, 'Learning the trade'],
    [ines, 'Getting to work'],
  ] as const) {
    await person.rounds.takePart('Vote');
    await person.rounds.more(choice).click();
    await expect(person.rounds.vote.getByText('Your vote counts as it stands.')).toBeVisible();
  }
  await maya.rounds.panel.getByRole('button', { name: 'Close and show totals' }).click();
  await maya.rounds.panel.getByRole('button', { name: 'Close now' }).click();
  for (const { rounds } of others) {
    const card = rounds.panel.getByRole('region', { name: 'The vote is closed' });
    await expect(card).toBeVisible();
    expect((await rounds.result(card))[0]).toBe('Getting to work 3 dots');
  }
  for (const person of others) await person.close();
  await maya.map.open('Outline');
  await maya.map.row(/^Getting to work/).focus();
  await maya.page.keyboard.press('Space');
  await maya.page.getByLabel('Weight').selectOption({ label: 'essential' });
  await timePasses(8, 'Organizations and people');

  // Organizations and people, 20 minutes: by outline and canvas.
  await jordan.map.open('Outline');
  await jordan.map.choose(/^Getting to work/, 'Add an organization');
  await jordan.map.type('Riverbend Transit');
  await jordan.map.choose(/^Riverbend Transit/, 'Add a representative…', 'Doer');
  await jordan.map.type('Route planner');
  await jordan.page.getByRole('button', { name: 'Yes, at the table' }).click();
  // a token is placed where the card stands
  const transit = await jordan.map.cards.filter({ hasText: 'Riverbend Transit' }).boundingBox();
  if (transit === null) throw new Error('the card is not in sight');
  await jordan.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Designee' }).click();
  await jordan.page.mouse.click(transit.x + transit.width / 2, transit.y + transit.height / 2);
  await jordan.page.keyboard.type('Rider council');
  await jordan.page.keyboard.press('Enter');
  await jordan.page.keyboard.press('Escape');
  await sam.map.open('Outline');
  await sam.map.choose(/^Learning the trade/, 'Add an organization');
  await sam.map.type('Night School');
  await sam.map.choose(/^Night School/, 'Add a representative…', 'Designee');
  await sam.map.type('Head of courses');
  await sam.page.getByRole('button', { name: 'Yes, at the table' }).click();
  await ines.page.getByRole('banner').getByRole('button', { name: 'Menu', exact: true }).click();
  await ines.page.getByRole('menuitem', { name: 'Outline' }).click();
  await expect(ines.map.row(/^Getting to work.*missing: decision-maker/)).toBeVisible();
  await ines.close();
  for (const { map } of everybody) await expect(map.cards.filter({ hasText: 'Riverbend Transit' })).toHaveCount(1);
  await timePasses(20, 'Coverage check');

  // Coverage check, 12 minutes: one finding becomes an action, one is accepted.
  await expect(amina.page.getByRole('tab', { name: 'Coverage' })).toHaveAttribute('aria-selected', 'true');
  await amina.map.open('Findings');
  const gap = '“Getting to work” has nobody who can say yes for their organization.';
  await amina.page.getByRole('button', { name: `Make an action: ${gap}` }).click();
  await amina.page.getByRole('textbox', { name: 'What' }).fill('Ask the council who decides on bus lines');
  await amina.page.getByRole('tabpanel').getByRole('button', { name: /^Add/ }).last().click();
  await sam.map.open('Findings');
  await sam.page
    .getByRole('button', { name: /^Accept… / })
    .nth(1)
    .click();
  await sam.page.getByRole('textbox', { name: /We accept this/ }).fill('They join in spring');
  await sam.page.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(amina.page.getByText(/^1 accepted/)).toBeVisible();
  await timePasses(12, 'One question of the cycle');

  // One question of the cycle, 10 minutes: private ideas become hypotheses.
  await maya.cycle.open('Cycle');
  await maya.page.getByRole('button', { name: 'Start the first round' }).click();
  for (const { cycle } of everybody) await expect(cycle.quarters).toHaveCount(4);
  await maya.rounds.startIdeas('We believe that the goal does not move because …', {
    where: 'In the cycle: Interpreting and hypothesizing',
  });
  await jordan.write('The last bus leaves before the late shift ends');
  await amina.write('Courses start when shifts start');
  await ines.write('Nobody asked the parents');
  await reveal();
  for (const { cycle } of everybody) await expect(cycle.note('Nobody asked the parents')).toHaveCount(1);
  await timePasses(10, 'Trust pulse');

  // Trust pulse, 5 minutes.
  await maya.step.bar.getByRole('button', { name: 'Start the trust pulse, 2 minutes' }).click();
  for (const { rounds } of others) {
    await rounds.takePart('Answer');
    for (const item of await rounds.pulse.getByRole('group').all()) await item.getByText('4', { exact: true }).click();
    await rounds.pulse.getByRole('button', { name: 'Send my answers' }).click();
    await expect(rounds.panel.getByText('Thank you.')).toBeVisible();
  }
  const { rounds } = (await api.call('GET', `/api/boards/${board.id}/rounds`, undefined, lee.seat)) as SealedState;
  const pulse = rounds.find(({ kind, status }) => kind === 'pulse' && status === 'open')?.id ?? '';
  const answers = { reliability: 2, truth: 2, ability: 2, strength: 2, safe_to_disagree: 2, clear_rules: 2 };
  await api.call('PUT', `/api/boards/${board.id}/rounds/${pulse}/answer`, { answers }, lee.seat);
  await maya.rounds.open();
  await expect(maya.rounds.panel.getByText('5 of 5 answered')).toBeVisible();
  await maya.step.bar.getByRole('button', { name: 'Close the trust pulse' }).click();
  for (const person of others) {
    const card = person.rounds.panel.getByRole('region', { name: 'The trust pulse is closed' });
    await expect(card).toContainText('5 of 5 answered');
    await person.close();
  }
  await timePasses(5, 'Actions');

  // Actions, 6 minutes: one owner, one day.
  const action = 'Ask the council who decides on bus lines';
  await expect(jordan.page.getByRole('tab', { name: 'Actions' })).toHaveAttribute('aria-selected', 'true');
  await jordan.page.getByLabel(`Owner of “${action}”`).selectOption({ label: 'Riverbend Transit' });
  await jordan.page.getByLabel(`By when: ${action}`).fill('2030-05-01');
  await jordan.page.getByLabel(`By when: ${action}`).press('Tab');
  await jordan.page.getByRole('button', { name: 'New action' }).click();
  await jordan.page.getByRole('textbox', { name: 'What' }).fill('Invite two parents to the next round');
  await jordan.page.getByRole('tabpanel').getByRole('button', { name: /^Add/ }).last().click();
  await ines.cycle.open('Actions');
  for (const title of [action, 'Invite two parents to the next round'])
    await expect(ines.page.getByRole('button', { name: title, exact: true })).toBeVisible();
  await expect(ines.page.getByLabel(`Owner of “${action}”`)).toContainText('Riverbend Transit');
  await ines.close();
  await timePasses(6, 'Snapshot and close');

  // Snapshot and close, 2 minutes: what the steps have raised stands on all screens, and the map of today is kept.
  const expected = [
    // the goal is agreed without them; that it cannot be measured yet was accepted
    'The goal does not say for whom and where.',
    // interests and organizations as they were placed
    gap,
    '“Learning the trade” has nobody who can say yes for their organization.',
    '“Learning the trade” has nobody who would carry out the change.',
    'The whole partnership has no decision-maker.',
    ...[
      'Caring for children',
      'Who does this work every day?',
      'Who makes the rules?',
      'Who pays for it?',
      'Who lives with the problem?',
      'Who could lose something?',
      'Who knows the numbers?',
    ].map((interest) => `Nobody at the table yet for “${interest}”.`),
    // the second action
    '“Invite two parents to the next round” has no owner and date.',
  ].toSorted();
  for (const person of [maya, jordan]) expect(await findingsOf(person)).toEqual(expected);
  await expect(jordan.page.getByText(/^1 accepted/)).toBeVisible();
  const snapshots = new SnapshotsView(maya.page);
  await snapshots.open();
  await snapshots.keep('Session 1');
  await maya.step.open();
  await maya.step.press('End the workshop');
  await maya.step.press('End the workshop');
  for (const { step } of others) await expect(step.bar).toHaveCount(0);
  await snapshots.open();
  await expect(snapshots.row('Session 1')).toContainText('2 actions');
  for (const step of ['Welcome', 'Goal', 'Interests', 'Coverage check', 'Trust pulse', 'Actions'])
    await expect(snapshots.row(`End of “${step}”`)).toHaveCount(1);
  await expect(snapshots.row('End of the workshop')).toHaveCount(1);
});

/** Everything that the panel of findings says, unfolded. */
async function findingsOf({ page, map }: Person): Promise<string[]> {
  await map.open('Findings');
  const panel = page.getByRole('tabpanel');
  await panel.getByRole('button', { name: /more things to look at/ }).click();
  const folded = panel.getByRole('button', { name: /^Show \d+ more/ });
  while ((await folded.count()) > 0) await folded.first().click();
  return (await panel.getByRole('article').getByRole('heading', { level: 3 }).allInnerTexts()).toSorted();
}
