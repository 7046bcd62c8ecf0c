/** Journey 6: everybody writes alone, nobody reads along, then all ideas stand on the board at once. */
import type { BoardScreen } from '../pages/BoardScreen.ts';
import { expect, phone, test } from '../people.ts';
import { keys } from '../pages/hands.ts';
import { findSerious } from '../pages/findSerious.ts';
import { Overheard } from '../pages/Overheard.ts';
import { RoundsView } from '../pages/RoundsView.ts';

test('[SEALED-2] [TAKEPART-3] what one writes is nowhere in the browsers of others before the reveal, and names nobody after it', async ({
  join,
}) => {
  // the memory of three pages is read
  test.setTimeout(240_000);
  const [maya, jordan, ines, sam] = [
    await join('facilitator', 'Maya Okafor'),
    await join('participant', 'Jordan Tate'),
    await join('participant', 'Ines Marsh', { profile: phone }),
    await join('participant', 'Sam Ortega'),
  ];
  const [a, b, c, d] = [maya, jordan, ines, sam].map(({ page }) => new RoundsView(page)) as [
    RoundsView,
    RoundsView,
    RoundsView,
    RoundsView,
  ];
  const [mayaHears, inesHears] = [await Overheard.to(maya), await Overheard.to(ines)];
  await a.startIdeas('Who is missing?');
  for (const view of [b, c, d])
    await expect(view.ideas.getByText('Only you see your ideas until a facilitator reveals')).toBeVisible();

  await b.takePart('Write');
  await b.write('Quarrymen of the valley', 'Zookeepers', 'Yodelers');
  await changeByKeys(b);
  await b.takeAway('Zookeepers', keys);
  await expect(a.ideas.getByText('2 ideas from 1 person')).toBeVisible();
  await c.takePart('Write');
  await c.write('Parents of small children');
  await d.takePart('Write');
  await d.write('Night school');
  expect(await findSerious(c.page)).toEqual([]);

  await b.idea.fill('Half a thou');
  await jordan.page.reload();
  await jordan.isLive();
  await b.takePart('Write');
  await expect(b.ideas.getByRole('listitem')).toHaveCount(2);
  await expect(b.own('Xylophonists')).toBeVisible();
  await expect(b.idea).toHaveValue('Half a thou');
  await b.idea.fill('');

  await writeOnTwoScreens(jordan, b);

  await expect(a.ideas.getByText('4 ideas from 3 people')).toBeVisible();
  const words = ['Quarrymen', 'Zookeepers', 'Yodelers', 'Xylophonists'];
  expect(await inesHears.find(...words, 'Night school')).toEqual([]);
  expect(await mayaHears.find(...words, 'Parents of small', 'Night school')).toEqual([]);
  // the same search finds what is there
  expect(await inesHears.find('Parents of small')).toEqual(expect.arrayContaining([expect.stringMatching(/^memory/)]));

  // what somebody is writing while the others' ideas are revealed
  await d.idea.focus();
  await sam.page.keyboard.type('Grandp');
  const before = inesHears.messages.length;
  await a.panel.getByRole('button', { name: 'Reveal all ideas' }).click();
  await a.panel.getByRole('button', { name: 'Reveal now' }).click();
  for (const screen of [maya, jordan, sam]) await expect(screen.ideas).toHaveCount(4);
  await expect(ines.ideas).toHaveCount(4);
  const unsent = d.panel.getByLabel('What you wrote, not sent').first();
  await expect(unsent).toBeFocused();
  await sam.page.keyboard.type('arents');
  await expect(unsent).toHaveValue('Grandparents');
  // on the phone the panel gives way; who writes is asked
  await sam.page.getByRole('button', { name: 'Show the ideas' }).last().click();
  await seeIdeas([maya, jordan, ines, sam], ines);
  await expect(c.panel).toHaveCount(0);
  for (const text of ['Quarrymen of the valley', 'Xylophonists', 'Parents of small children', 'Night school'])
    await expect(ines.idea(text)).toHaveCount(1);
  await expect(ines.idea('Zookeepers')).toHaveCount(0);
  const revealed = inesHears.messages.slice(before).filter((message) => message.includes('Quarrymen'));
  expect(revealed.length).toBeGreaterThan(0);
  for (const message of revealed) expect(message).not.toMatch(/Jordan|Ines|Sam Ortega/);
  await c.open();
  await expect(c.panel.getByText('4 ideas from 3 people, revealed shuffled and without names.')).toBeVisible();
});

/** The caret stands behind the words (TAKEPART-3). */
async function changeByKeys(b: RoundsView): Promise<void> {
  await b.own('Yodelers').getByRole('button', { name: 'Change “Yodelers”' }).press('Enter');
  await b.page.keyboard.type(' of the hills');
  await expect(b.panel.getByRole('textbox', { name: 'Change “Yodelers”' })).toHaveValue('Yodelers of the hills');
  await b.page.keyboard.press('ControlOrMeta+a');
  await b.page.keyboard.type('Xylophonists');
  await b.page.keyboard.press('Enter');
}

/** Another screen of the same person shows the same, and builds on it. */
async function writeOnTwoScreens(screen: BoardScreen, b: RoundsView): Promise<void> {
  const tab = await screen.page.context().newPage();
  await tab.goto(screen.page.url());
  const second = new RoundsView(tab);
  await second.takePart('Write');
  await expect(second.idea).toHaveValue('');
  await second.write('Uncles');
  await expect(b.own('Uncles')).toBeVisible();
  await b.takeAway('Uncles');
  await expect(second.own('Uncles')).toHaveCount(0);
  await tab.close();
}

/** Everybody is taken to the ideas, and the question stands over them; on a phone to as many as can be read (SHEET-50). */
async function seeIdeas(screens: readonly BoardScreen[], onPhone: BoardScreen): Promise<void> {
  for (const { page } of screens) {
    const heading = page.locator('.tl-shape[data-shape-type="idea-sheet"] text').filter({ hasText: 'Who is missing?' });
    await expect(heading).toBeInViewport({ ratio: 0.99 });
  }
  for (const note of (await screens[0]?.ideas.all()) ?? []) await expect(note).toBeInViewport({ ratio: 0.9 });
  const wholeOnPhone = (): Promise<number> =>
    onPhone.ideas.evaluateAll((notes) => {
      const boxes = notes.map((note) => note.getBoundingClientRect());
      return boxes.filter(({ left, right, bottom }) => left >= 0 && right <= innerWidth && bottom <= innerHeight)
        .length;
    });
  await expect.poll(wholeOnPhone).toBeGreaterThanOrEqual(2);
}

test('[SEALED-6] named ideas stand in the chosen stage with the announced name', async ({ join }) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const [a, b] = [new RoundsView(maya.page), new RoundsView(jordan.page)];
  await a.startIdeas('Why is it so?', { where: 'In the cycle: Interpreting and hypothesizing', named: true });
  await b.takePart('Write');
  await expect(b.ideas.getByText('Your name will stand under each of yours.')).toBeVisible();
  await b.write('Because the last bus leaves at nine');
  await a.panel.getByRole('button', { name: 'Reveal all ideas' }).click();
  await a.panel.getByRole('button', { name: 'Reveal now' }).click();
  await expect(b.panel.getByText('1 idea from 1 person, revealed with names.')).toBeVisible();
  const note = maya.page.locator('.tl-shape').filter({ hasText: 'the last bus leaves' }).first();
  await expect(note).toContainText('Jordan Tate');
});
