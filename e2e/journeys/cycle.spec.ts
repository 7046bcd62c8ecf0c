/** Journey 9: three people walk the cycle together, on the canvas, in the panel and on a phone. */
import { CycleView } from '../pages/CycleView.ts';
import { findSerious } from '../pages/findSerious.ts';
import { writesOnCanvas } from '../pages/writesOnCanvas.ts';
import { expect, phone, test } from '../people.ts';

interface People {
  readonly maya: CycleView;
  readonly jordan: CycleView;
  /** on a phone */
  readonly amina: CycleView;
  readonly everybody: readonly CycleView[];
}

test('[CYCLE] problem, hypothesis, ideas, a try and a reflection; the round hands one sentence to the next', async ({
  join,
}) => {
  test.setTimeout(120_000);
  const maya = new CycleView((await join('facilitator', 'Maya Okafor')).page);
  const jordan = new CycleView((await join('participant', 'Jordan Tate')).page);
  const amina = new CycleView((await join('participant', 'Amina Reyes', { profile: phone })).page);
  const people = { maya, jordan, amina, everybody: [maya, jordan, amina] };
  await writeNotes(people);
  await drawLine(people);
  await tryAndReflect(people);
  await closeRound(people);
  await readPanels(people);
});

/** On the canvas, with the note tool, and in the panel of a phone. */
async function writeNotes({ maya, jordan, amina, everybody }: People): Promise<void> {
  // Nothing is in the way before somebody asks for it; then the empty circle is there for everybody.
  await expect(maya.quarters).toHaveCount(0);
  await maya.open('Cycle');
  await maya.page.getByRole('button', { name: 'Start the first round' }).click();
  for (const one of everybody) await expect(one.quarters).toHaveCount(4);

  // A press on the empty spot, and writing where it stands.
  const spot = maya.page.getByRole('button', { name: 'Add a note to Problem-defining' });
  await expect(spot).toBeInViewport();
  await spot.click();
  await writesOnCanvas(maya.page);
  await maya.page.keyboard.type('The first bus comes after the early shift');
  await maya.page.keyboard.press('Enter');
  await expect(jordan.note('The first bus comes')).toHaveCount(1);

  // The note tool that everybody knows, put down in a quarter.
  await jordan.open('Cycle');
  await expect(jordan.row('The first bus comes')).toBeVisible();
  await jordan.page.getByRole('button', { name: 'Show on the board' }).click();
  const target = jordan.page.getByRole('button', { name: 'Add a note to Interpreting and hypothesizing' });
  await expect(target).toBeInViewport();
  const place = await jordan.middleOf(target);
  await jordan.page.getByTestId('tools.note').click();
  await jordan.page.mouse.click(place.x, place.y);
  await writesOnCanvas(jordan.page);
  await jordan.page.keyboard.type('An earlier bus would let people take the shift');
  await jordan.page.keyboard.press('Escape');
  await expect(maya.note('An earlier bus would')).toHaveCount(1);

  // Three ideas on the phone and no reflection: everybody sees the finding.
  await amina.open('Cycle');
  await amina.write('Solution-finding', 'A bus at half past four', 'A shift that starts at six', 'Shared rides');
  for (const one of everybody) {
    await one.open('Findings');
    await expect(one.view.getByText('Round 1: 3 ideas for solutions, no reflection.')).toBeVisible();
  }
  await jordan.page.getByRole('button', { name: /^Go there: Round 1: 3 ideas/ }).click();
  await expect(jordan.page.getByRole('heading', { name: 'Round 1' })).toBeVisible();
}

/** An arrow is a line of the map, taken back and brought again for everybody. */
async function drawLine({ jordan, amina, everybody }: People): Promise<void> {
  // An arrow from the hypothesis to the idea is a line of the map, said in words on the phone.
  const from = await jordan.middleOf(jordan.note('An earlier bus would'));
  const to = await jordan.middleOf(jordan.note('A bus at half past four'));
  await jordan.page.getByTestId('tools.arrow').click();
  await jordan.page.mouse.move(from.x, from.y);
  await jordan.page.mouse.down();
  await jordan.page.mouse.move(to.x, to.y, { steps: 10 });
  await jordan.page.mouse.up();
  for (const one of everybody) await expect(one.lines).toHaveCount(1);
  await amina.open('Cycle');
  await expect(amina.row('A bus at half past four')).toContainText('builds on “An earlier bus would');
  expect(await jordan.page.locator('.tl-shape[data-shape-type="arrow"]').count()).toBe(0);

  // Undo takes the line back, and redo brings it again: for everybody.
  await jordan.page.keyboard.press('ControlOrMeta+z');
  for (const one of everybody) await expect(one.lines).toHaveCount(0);
  await jordan.page.keyboard.press('ControlOrMeta+Shift+z');
  for (const one of everybody) await expect(one.lines).toHaveCount(1);
}

/** An idea becomes an experiment, and what was tried is looked at. */
async function tryAndReflect({ maya, amina, everybody }: People): Promise<void> {
  // One press makes an experiment of the idea; its parts are filled in beside it.
  await maya.open('Cycle');
  await maya.choose('A bus at half past four', 'Make an experiment');
  await maya.page.getByLabel('We count').fill('Riders at half past four');
  await maya.page.getByLabel('We are right if').fill('40 riders a day');
  await maya.page.getByLabel('We are right if').press('Enter');
  for (const one of everybody) await expect(one.cards).toHaveCount(1);
  await amina.open('Cycle');
  await expect(amina.row('A bus at half past four')).toContainText('rests on the experiment');
  await expect(amina.page.locator('[data-cycle-row]').filter({ hasText: 'right if: 40 riders a day' })).toBeVisible();

  // What was tried is looked at: the finding goes for everybody.
  await amina.write('Analyzing and reflecting', 'Nobody had asked the drivers');
  await amina.choose('Nobody had asked the drivers', 'Rests on experiment…', 'A bus at half past four');
  await amina.choose('Nobody had asked the drivers', 'Make an action');
  await expect(amina.page.getByRole('heading', { name: 'Nobody had asked the drivers' })).toBeVisible();
  for (const one of everybody) {
    await one.open('Findings');
    await expect(one.view.getByText('ideas for solutions, no reflection.')).toHaveCount(0);
  }
}

/** One sentence goes on into the next round. */
async function closeRound({ maya, jordan, everybody }: People): Promise<void> {
  // The round is closed with one sentence, which opens the next one.
  await maya.open('Cycle');
  await maya.page.getByRole('button', { name: 'Close this round…' }).click();
  await maya.page.getByLabel('Which sentence do we carry on?').fill('Ask the drivers first.');
  await maya.page.getByRole('button', { name: 'Close the round', exact: true }).click();
  // the try has no result yet: asked once, and closed all the same
  await expect(maya.page.getByText('No result is written down for')).toBeVisible();
  await maya.page.getByRole('button', { name: 'Close the round', exact: true }).click();
  await maya.page.getByRole('button', { name: 'Start round 2' }).click();
  for (const one of everybody) {
    await expect(one.quarters).toHaveCount(8);
    await one.open('Cycle');
    // Who has chosen something of the first round still reads that one.
    const toOpen = one.page.getByRole('button', { name: 'Go to round 2, which is open' });
    await expect(one.page.getByRole('button', { name: 'Show on the board' })).toBeVisible();
    if (await toOpen.isVisible()) await toOpen.click();
    await expect(one.page.getByText('Carried on from the round before: “Ask the drivers first.”')).toBeVisible();
  }
  await jordan.page.getByRole('combobox', { name: 'Round' }).selectOption({ index: 1 });
  await expect(jordan.row('Nobody had asked the drivers')).toBeVisible();
  await expect(jordan.page.getByRole('textbox', { name: /^New note/ })).toHaveCount(0);
}

/** What came out of it, as people read it who do not see or point. */
async function readPanels({ jordan, amina }: People): Promise<void> {
  // The actions that came out of it, and the panels for people who do not see or point.
  await jordan.open('Actions');
  await expect(jordan.page.getByRole('button', { name: 'Nobody had asked the drivers', exact: true })).toBeVisible();
  expect(await findSerious(jordan.page)).toEqual([]);
  await amina.open('Cycle');
  expect(await findSerious(amina.page)).toEqual([]);
}

test('[CYCLE] a note dragged into another quarter has that stage for everybody; two people write in one note', async ({
  join,
  api,
}) => {
  const board = await api.createBoard('Riverbend Works', 'employment');
  const maya = new CycleView((await join('facilitator', 'Maya Okafor', { board })).page);
  const jordan = new CycleView((await join('participant', 'Jordan Tate', { board })).page);
  for (const one of [maya, jordan]) {
    await one.open('Cycle');
    await one.page.getByRole('button', { name: 'Show on the board' }).click();
  }
  const fair = maya.note('A hiring fair on the East Side.');
  await expect(fair).toBeInViewport();
  const from = await maya.middleOf(fair);
  const to = await maya.middleOf(maya.page.getByRole('button', { name: 'Add a note to Analyzing and reflecting' }));
  await maya.page.mouse.move(from.x, from.y);
  await maya.page.mouse.down();
  await maya.page.mouse.move(to.x, to.y, { steps: 12 });
  await maya.page.mouse.up();
  const section = (one: CycleView) => one.page.getByRole('region', { name: 'Analyzing and reflecting' });
  for (const one of [maya, jordan])
    await expect(section(one).locator('[data-cycle-row]')).toContainText('A hiring fair');

  // Both write in the same note: Maya where it stands, Jordan in its details.
  await jordan.row('A hiring fair').press('Enter');
  const details = jordan.page.getByRole('textbox', { name: 'Text', exact: true });
  await expect(details).toHaveValue('A hiring fair on the East Side.');
  await maya.page.keyboard.press('Enter');
  const inPlace = maya.page.getByRole('textbox', { name: 'Text of the note' });
  await expect(inPlace).toBeFocused();
  await maya.page.keyboard.press('End');
  await details.press('Home');
  await maya.page.keyboard.type(' In May.');
  await details.pressSequentially('Yes: ');
  for (const field of [inPlace, details]) {
    await expect(field).toHaveValue('Yes: A hiring fair on the East Side. In May.');
  }
});
