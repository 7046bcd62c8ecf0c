/** The first four steps: a goal, and interests out of what everybody wrote alone. */
import type { WorkshopPerson } from '../../pages/WorkshopPerson.ts';
import { expect } from '../../people.ts';
import type { RunSheetTable } from './RunSheetTable.ts';
import { room } from './room.ts';

export async function welcome({ workshop, maya, jordan, ines, others }: RunSheetTable): Promise<void> {
  await workshop.start('Who is needed for our goal', 'Welcome');
  await jordan.board.addNote(120, 260, 'Hello from the job center');
  await expect(ines.board.note('Hello from the job center')).toHaveCount(1);
  await maya.next('Ask who is ready');
  for (const person of others) await person.press(person.button('I am ready').first());
  await workshop.goOn(5, 'Goal');
}

/** Alone, together, and written by a participant. */
export async function agreeOnGoal({ workshop, maya, jordan, sam, lee, ines }: RunSheetTable): Promise<void> {
  await maya.next(/^Start: alone/);
  const [first, second, third] = room.wordings;
  await jordan.write(first);
  await lee.write(second);
  await sam.write(third);
  await maya.next('Reveal 3 ideas');
  for (const { board } of workshop.everybody) await expect(board.idea(second)).toHaveCount(1);
  await jordan.openView('Outline');
  await jordan.map.row(/goal/i).first().focus();
  await jordan.page.keyboard.press('Space');
  const statement = jordan.page.getByRole('textbox', { name: 'The goal in one sentence' });
  await statement.fill(room.goal);
  await statement.press('Tab');
  await jordan.panel.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'agreed' });
  await expect(ines.page.locator('.tl-canvas').getByText(/2036/).first()).toBeAttached();
  await workshop.goOn(10, 'Interests');
}

/** 30 ideas alone; seven groups by four people at once, one with keys alone and one on a phone. */
export async function groupIdeas(table: RunSheetTable): Promise<void> {
  const { workshop, maya, amina, sam, ines, lee, others } = table;
  await maya.next(/^Start: alone/);
  expect(room.ideas).toHaveLength(30);
  for (const [at, person] of others.entries()) await person.write(...room.ideas.slice(at * 6, at * 6 + 6));
  await lee.writeAndTakeBack(room.takenAway);
  await maya.next('Reveal 30 ideas');
  for (const person of [amina, sam, ines, lee]) await person.openView('Sheets');
  const [first, second, third, ...rest] = room.groups;
  const [late = '', ...ofSecond] = second?.[1].toReversed() ?? [];
  await Promise.all([group(amina, first), group(lee, second && [second[0], ofSecond]), group(sam, third)]);
  await ines.moveToGroup(late, second?.[0] ?? '');
  for (const [at, one] of rest.entries()) await group([amina, lee, sam][at % 3] ?? amina, one);
  for (const person of [amina, sam, ines, lee]) await person.close();
  await maya.press('Ideas');
  await maya.press('Make the 7 groups interests');
  for (const { map } of workshop.everybody) await expect(map.wedges).toHaveCount(7);
  await workshop.goOn(12, 'Essential interests');
}

async function group(
  person: WorkshopPerson,
  one: readonly [title: string, ideas: readonly string[]] | undefined,
): Promise<void> {
  if (one !== undefined) await person.group(...one);
}

/** Everybody has two dots; three interests become essential. */
export async function chooseEssential({ workshop, maya, others }: RunSheetTable): Promise<void> {
  await maya.next(/^Start the vote/);
  const { essential } = room;
  for (const [at, person] of others.entries())
    await person.vote(...[at, at + 1].map((one) => essential[one % essential.length] ?? ''));
  await maya.next('Close the vote, 5 of 6');
  await maya.press('One more');
  await maya.press('Make 3 interests essential');
  for (const person of others) {
    const card = person.rounds.panel.getByRole('region', { name: 'The vote is closed' });
    await expect(card).toBeVisible();
    expect((await person.rounds.result(card)).slice(0, 3)).toEqual([
      'Caring for children 4 dots',
      'Getting to work 3 dots tied, place 2',
      'Hiring and promoting 3 dots tied, place 2',
    ]);
    await person.close();
  }
  await workshop.goOn(8, 'Organizations and people');
}
