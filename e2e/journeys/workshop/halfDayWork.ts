/** The half day from the first organization to the last action. */
import { expect } from '../../people.ts';
import { aloneThenTogether, type HalfDayPeople, voteOn } from './halfDayMorning.ts';

export async function structureTheTable({ workshop, jordan, ines }: HalfDayPeople): Promise<void> {
  await jordan.openView('Outline');
  await jordan.place('Getting to work', 'Riverbend Transit', ['Doer', 'Route planner']);
  await expect(ines.map.cards).toHaveCount(1);
  await workshop.goOn(40, 'Coverage check');

  await expect(jordan.page.getByRole('tab', { name: 'Findings' })).toHaveAttribute('aria-selected', 'true');
  await jordan.press(jordan.button(/^Make an action: /).first());
  await jordan.page.getByRole('textbox', { name: 'What' }).fill('Ask the council');
  await jordan.press(jordan.page.getByRole('tabpanel').getByRole('button', { name: /^Add/ }).last());
  await workshop.goOn(20, 'Structure');

  await jordan.openView('Outline');
  await jordan.map.choose('Bodies and seats', 'Add a body');
  await jordan.map.type('Youth council');
  await workshop.goOn(20, 'Break');
  await workshop.goOn(15, 'Problem');
}

export async function walkTheCycle(people: HalfDayPeople): Promise<void> {
  const { workshop, maya, jordan, ines } = people;
  const solutions = ['A bus at eleven', 'A shuttle', 'Cars to share'];
  await aloneThenTogether(people, ['Nobody comes home', 'The last bus is at nine', 'Shifts end at ten']);
  for (const { cycle } of workshop.everybody) await expect(cycle.note('Nobody comes home')).toHaveCount(1);
  await workshop.goOn(7, 'Hypotheses');
  await aloneThenTogether(people, ['Nobody asked', 'It costs too much', 'The depot closes']);
  await workshop.goOn(8, 'Solutions');
  await aloneThenTogether(people, solutions);
  await workshop.goOn(6, 'Which solutions first?');
  await voteOn(people, solutions[0] ?? '');
  await workshop.goOn(4, 'Reflection');
  await aloneThenTogether(people, ['Taxis were too dear', 'A pilot ran in May', 'Few knew of it']);
  await workshop.goOn(10, 'Trust');

  await maya.next(/^Start the trust pulse/);
  for (const person of [jordan, ines]) await person.answer(3);
  await maya.next('Close the pulse, 2 of 2');
  await maya.press(maya.page.getByRole('alertdialog').getByRole('button', { name: 'Close now' }));
  for (const person of [jordan, ines]) {
    await expect(person.rounds.panel.getByText(/Below 5 answers/)).toBeVisible();
    await person.close();
  }
  await workshop.goOn(8, 'Actions and experiments');

  await jordan.openView('Cycle');
  await jordan.press('Experiment');
  await jordan.page.getByRole('textbox', { name: 'Title' }).fill('A bus at eleven, four weeks');
  await jordan.page.keyboard.press('Tab');
  await ines.openView('Actions');
  await expect(ines.button('Ask the council')).toBeVisible();
  await ines.close();
  await workshop.goOn(12, 'Snapshot and close');
}
