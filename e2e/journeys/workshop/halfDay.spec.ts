/**
 * The half-day run sheet "From goal to first experiments", played once: a facilitator who takes part and two participants, one on
 * a phone. Every step is begun, what it is for is done in it, it is left, and the pack is taken home.
 */
import { expect, ownServerTest as test, phone } from '../../people.ts';
import { finger } from '../../pages/hands.ts';
import { Presses } from '../../pages/Presses.ts';
import { WorkshopPerson } from '../../pages/WorkshopPerson.ts';
import { findGoalAndInterests } from './halfDayMorning.ts';
import { structureTheTable, walkTheCycle } from './halfDayWork.ts';
import { textOf } from './packTexts.ts';
import { PlayedWorkshop } from './PlayedWorkshop.ts';
import { takePack } from './takePack.ts';

test.use({ actionTimeout: 30_000 });

test('[STEP-1] [STEP-11] the half-day run sheet, step by step, from a blank board to the pack', async ({
  join,
  server,
}) => {
  test.setTimeout(1_200_000);
  const maya = new WorkshopPerson(await join('facilitator', 'Maya Okafor'));
  const presses = await Presses.of(maya.page);
  const jordan = new WorkshopPerson(await join('participant', 'Jordan Tate'));
  const ines = new WorkshopPerson(await join('participant', 'Ines Marsh', { profile: phone }), finger);
  const workshop = new PlayedWorkshop(server, { lead: maya, others: [jordan, ines], presses });
  const people = { workshop, maya, jordan, ines };
  await test.step('Goal and interests', () => findGoalAndInterests(people));
  await test.step('People and structure', () => structureTheTable(people));
  await test.step('The cycle, trust, actions', () => walkTheCycle(people));
  const pack = await test.step('The end', () => takePack(workshop, 5));

  // no step was left out, and each took its time
  const rows = textOf(pack, 'tables/record.csv').split('\r\n');
  const steps = rows.map((row) => row.split(',')).filter(([, , kind]) => kind === 'step');
  expect(steps.map((row) => row[4])).toEqual([
    'Welcome and ground rules',
    'Goal',
    'The wording of the goal',
    'Interests',
    'Essential interests',
    'Break',
    'Organizations and representatives',
    'Coverage check',
    'Structure',
    'Break',
    'Problem',
    'Hypotheses',
    'Solutions',
    'Which solutions first?',
    'Reflection',
    'Trust',
    'Actions and experiments',
    'Snapshot and close',
  ]);
  for (const row of steps) expect(Number(row[13]), row[4]).toBeGreaterThanOrEqual(Number(row[12]));
  const report = textOf(pack, 'reports/participants.md');
  for (const said of [
    'We begin on time',
    'Ninety in a hundred by 2036',
    'Youth council',
    'A bus at eleven, four weeks',
  ])
    expect.soft(report).toContain(said);
  // two answers are too few to be told
  expect.soft(report).not.toContain('answered on');
});
