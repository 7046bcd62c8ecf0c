/** The half day until the essential interests: rules, the goal and its wording, interests. */
import type { WorkshopPerson } from '../../pages/WorkshopPerson.ts';
import { expect } from '../../people.ts';
import type { PlayedWorkshop } from './PlayedWorkshop.ts';

export interface HalfDayPeople {
  readonly workshop: PlayedWorkshop;
  readonly maya: WorkshopPerson;
  readonly jordan: WorkshopPerson;
  readonly ines: WorkshopPerson;
}

export async function findGoalAndInterests(people: HalfDayPeople): Promise<void> {
  const { workshop, maya, jordan, ines } = people;
  await workshop.start('From goal to first experiments', 'Welcome and ground rules');
  await aloneThenTogether(people, ['We begin on time', 'We ask before we judge', 'Phones stay away']);
  await ines.openView('Sheets');
  await ines.press('What to do with “We begin on time”');
  await ines.press(ines.page.getByRole('menuitem', { name: 'Make it a ground rule' }));
  await expect(ines.panel.getByText('Now a ground rule')).toBeVisible();
  await ines.close();
  await workshop.goOn(15, 'Goal');

  const wordings = ['Ninety in a hundred by 2036', 'Good work for all', 'No child poor'];
  await aloneThenTogether(people, wordings);
  await workshop.goOn(15, 'The wording of the goal');

  await voteOn(people, wordings[0] ?? '');
  await workshop.goOn(10, 'Interests');

  await aloneThenTogether(people, ['Bus drivers', 'Late buses', 'Schools']);
  await jordan.openView('Sheets');
  await jordan.group('Getting to work', ['Bus drivers', 'Late buses']);
  await jordan.press('Make it an interest');
  await jordan.press('What to do with “Schools”');
  await jordan.press(jordan.page.getByRole('menuitem', { name: 'Make it an interest' }));
  await jordan.close();
  for (const { map } of workshop.everybody) await expect(map.wedges).toHaveCount(2);
  await workshop.goOn(23, 'Essential interests');

  await voteOn(people, 'Getting to work');
  await maya.press('Make 1 interest essential');
  await workshop.goOn(12, 'Break');
  await workshop.goOn(10, 'Organizations and representatives');
}

/** Each writes one, the facilitator, too; then all appear. */
export async function aloneThenTogether({ workshop, maya }: HalfDayPeople, ideas: readonly string[]): Promise<void> {
  await maya.next(/^Start: alone/);
  for (const [at, person] of workshop.everybody.entries()) await person.write(ideas[at] ?? '');
  await maya.next(`Reveal ${ideas.length} ideas`);
}

/** All three put a dot on the same. */
export async function voteOn({ workshop, maya }: HalfDayPeople, option: string): Promise<void> {
  await maya.next(/^Start the vote/);
  for (const person of workshop.everybody) await person.vote(option);
  await maya.next('Close the vote, 3 of 3');
  for (const { rounds } of workshop.everybody) {
    const card = rounds.panel.getByRole('region', { name: 'The vote is closed' });
    await expect(card).toBeVisible();
    expect((await rounds.result(card))[0]).toBe(`${option} 3 dots`);
  }
  for (const person of workshop.others) await person.close();
}
