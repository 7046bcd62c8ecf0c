/**
 * The whole run sheet "Who is needed for our goal?" from a blank board to the pack: a facilitator whose presses are counted, and
 * five participants, one of them on a phone, one with keys alone. Nobody types anything twice.
 */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { Presses } from '../pages/Presses.ts';
import { WorkshopPerson } from '../pages/WorkshopPerson.ts';
import { expect, ownServerTest as test, phone } from '../people.ts';

/** Title of the group, and what was written about it. */
const written: Readonly<Record<string, readonly string[]>> = {
  'Getting to work': [
    'Bus drivers',
    'Parents who share one car',
    'Riders of the last bus',
    'Taxi drivers',
    'Vans of the churches',
  ],
  'Learning the trade': ['Night schools', 'The community college', 'Apprentices', 'Unions of welders', 'Shop teachers'],
  'Caring for children': ['Child care centers', 'Grandparents', 'Single mothers', 'Kindergartens'],
  'Hiring and promoting': ['Employers on the ring road', 'Small shops', 'The hospital', 'Warehouse owners'],
  'Paying for it': ['Foundations', 'The county budget', 'Banks of the region', 'Taxpayers'],
  'Making the rules': ['The mayor', 'The transit board', 'Zoning commission', 'State labor office'],
  'Living with it': ['Young people without a job', 'People with a record', 'Tenants far out', 'Night shift workers'],
};
const titles = Object.keys(written);
const essential = ['Getting to work', 'Caring for children', 'Hiring and promoting'];

test.use({ actionTimeout: 30_000 });

test('[STEP-1] the 90-minute run sheet, from a blank board to the pack, in at most 60 presses of the facilitator', async ({
  join,
  api,
  server,
}) => {
  test.setTimeout(900_000);
  const maya = new WorkshopPerson(await join('facilitator', 'Maya Okafor'));
  const presses = await Presses.of(maya.page);
  const jordan = new WorkshopPerson(await join('participant', 'Jordan Tate'));
  const amina = new WorkshopPerson(await join('participant', 'Amina Reyes'));
  const sam = new WorkshopPerson(await join('participant', 'Sam Ortega'));
  const ines = new WorkshopPerson(await join('participant', 'Ines Marsh', { profile: phone }));
  const lee = new WorkshopPerson(await join('participant', 'Lee Novak'));
  const others = [jordan, amina, sam, ines, lee];
  const everybody = [maya, ...others];
  const next = async (title: string): Promise<void> => {
    await maya.press(`On to the next step: ${title}`);
    presses.endStep(title);
    for (const { step } of everybody) await step.shows(title);
    for (const { page } of others) {
      const card = page.getByRole('button', { name: 'Got it' });
      if (await card.isVisible()) await card.click();
    }
  };

  await test.step('Welcome: everybody says that they are ready', async () => {
    await maya.step.choose(/Who is needed for our goal/);
    await maya.step.start();
    await maya.press('Ask who is ready');
    for (const { page } of others) await page.getByRole('button', { name: 'I am ready' }).first().click();
    await next('Goal');
  });

  await test.step('Goal: alone, together, and written by a participant', async () => {
    await maya.press(/^Start: alone/);
    await jordan.write('90 percent of adults in work');
    await lee.write('Good work, not just any');
    await sam.write('For the whole region, by 2036');
    await maya.press('Reveal 3 ideas');
    for (const { board } of everybody) await expect(board.idea('Good work, not just any')).toHaveCount(1);
    await jordan.openView('Outline');
    await jordan.map.row(/goal/i).first().focus();
    await jordan.page.keyboard.press('Space');
    const statement = jordan.page.getByRole('textbox', { name: 'The goal in one sentence' });
    await statement.fill('90 percent of our region’s adults are in good work by 2036.');
    await statement.press('Tab');
    await next('Interests');
  });

  await test.step('Interests: 30 ideas alone, grouped into seven, titled, made interests', async () => {
    await maya.press(/^Start: alone/);
    const ideas = Object.values(written).flat();
    expect(ideas).toHaveLength(30);
    for (const [at, person] of others.entries()) await person.write(...ideas.slice(at * 6, at * 6 + 6));
    await maya.press('Reveal 30 ideas');
    for (const person of [amina, lee, sam, ines]) await person.openView('Sheets');
    const [first = '', second = '', third = '', ...rest] = titles;
    await Promise.all([
      amina.group(first, written[first] ?? []),
      sam.groupByKeys(second, written[second]?.slice(0, 4) ?? []),
      lee.group(third, written[third] ?? []),
    ]);
    await ines.moveToGroup(written[second]?.[4] ?? '', second);
    for (const title of rest) await (titles.indexOf(title) % 2 === 0 ? amina : lee).group(title, written[title] ?? []);
    for (const person of [amina, lee, sam, ines]) await person.close();
    await maya.openView('Sheets');
    await maya.panel.getByRole('button', { name: 'Make the 7 groups interests' }).click();
    for (const { map } of everybody) await expect(map.wedges).toHaveCount(7);
    await next('Essential interests');
  });

  await test.step('Essential interests: a vote, and three become essential', async () => {
    await maya.press(/^Start the vote/);
    for (const [at, person] of others.entries()) {
      await person.rounds.takePart('Vote');
      for (const choice of [essential[at % 3], essential[(at + 1) % 3]]) await person.rounds.more(choice ?? '').click();
      await expect(person.rounds.vote.getByText('Your vote counts as it stands.')).toBeVisible();
    }
    await maya.press('Close the vote');
    await maya.step.open();
    await maya.rounds.panel.getByRole('button', { name: 'One more' }).click();
    await maya.rounds.panel.getByRole('button', { name: 'Make 3 interests essential' }).click();
    for (const person of others) await person.close();
    await next('Organizations and people');
  });

  await test.step('Organizations and people: placed by participants', async () => {
    for (const person of [jordan, amina, sam]) await person.openView('Outline');
    await Promise.all([
      (async () => {
        await jordan.place(
          'Getting to work',
          'Riverbend Transit',
          ['Doer', 'Route planner'],
          ['Decision-maker', 'Director of service'],
        );
        await jordan.place('Getting to work', 'Riders Union', ['Designee', 'Speaker of riders']);
        await jordan.place('Learning the trade', 'Night School', ['Doer', 'Head of courses']);
        await jordan.place('Learning the trade', 'Welders Local 7', ['Designee', 'Steward']);
        await jordan.place('Paying for it', 'Valley Foundation', ['Decision-maker', 'Program officer']);
      })(),
      (async () => {
        await amina.place(
          'Caring for children',
          'Early Years Network',
          ['Doer', 'Manager of centers'],
          ['Designee', 'Speaker of parents'],
        );
        await amina.place('Caring for children', 'Grandparents Circle', ['Designee', 'Chair of the circle']);
        await amina.place('Hiring and promoting', 'Ring Road Employers', ['Decision-maker', 'President']);
        await amina.place(
          'Hiring and promoting',
          'County Hospital',
          ['Doer', 'Head of staffing'],
          ['Decision-maker', 'Chief of staff'],
        );
        await amina.place('Making the rules', 'City Hall', ['Decision-maker', 'Deputy mayor']);
      })(),
      (async () => {
        await sam.place('Making the rules', 'Transit Board', ['Decision-maker', 'Board secretary']);
        await sam.place('Living with it', 'Second Chance', ['Designee', 'Peer counselor'], ['Doer', 'Case worker']);
        await sam.place('Living with it', 'Tenants of Elm Street', ['Designee', 'Block captain']);
        await sam.place('Paying for it', 'Savings Bank', ['Doer', 'Lending clerk']);
      })(),
    ]);
    for (const { map } of everybody) await expect(map.cards).toHaveCount(14);
    await next('Coverage check');
  });

  await test.step('Coverage check: two findings become actions, one is accepted', async () => {
    await amina.openView('Findings');
    for (const what of ['Ask the council who decides on bus lines', 'Invite the bank to the table']) {
      await amina.page
        .getByRole('button', { name: /^Make an action: / })
        .first()
        .click();
      await amina.page.getByRole('textbox', { name: 'What' }).fill(what);
      await amina.page.getByRole('tabpanel').getByRole('button', { name: /^Add/ }).last().click();
    }
    await sam.openView('Findings');
    await sam.page
      .getByRole('button', { name: /^Accept… / })
      .last()
      .press('Enter');
    await sam.page.getByRole('textbox', { name: /We accept this/ }).fill('They join in spring');
    await sam.page.getByRole('button', { name: 'Accept', exact: true }).press('Enter');
    await expect(amina.page.getByText(/^1 accepted/)).toBeVisible();
    await next('One question of the cycle');
  });

  await test.step('One question of the cycle: hypotheses', async () => {
    await maya.press(/^Start: alone/);
    await jordan.write('The last bus leaves before the late shift ends');
    await amina.write('Courses start when shifts start');
    await ines.write('Nobody asked the parents');
    await maya.press('Reveal 3 ideas');
    for (const { cycle } of everybody) await expect(cycle.note('Nobody asked the parents')).toHaveCount(1);
    await next('Trust pulse');
  });

  await test.step('Trust pulse: five answer', async () => {
    await maya.press(/^Start the trust pulse/);
    for (const { rounds } of others) {
      await rounds.takePart('Answer');
      for (const item of await rounds.pulse.getByRole('group').all())
        await item.getByText('4', { exact: true }).click();
      await rounds.pulse.getByRole('button', { name: 'Send my answers' }).click();
      await expect(rounds.panel.getByText('Thank you.')).toBeVisible();
    }
    await maya.step.open();
    await expect(maya.rounds.panel.getByText(/5 of 5/).first()).toBeVisible();
    await maya.press('Close the trust pulse');
    for (const person of others) {
      await expect(person.rounds.panel.getByRole('region', { name: 'The trust pulse is closed' })).toContainText(
        '5 of 5 answered',
      );
      await person.close();
    }
    await next('Actions');
  });

  await test.step('Actions: an owner and a day', async () => {
    const action = 'Ask the council who decides on bus lines';
    await jordan.openView('Actions');
    await jordan.page.getByLabel(`Owner of “${action}”`).selectOption({ label: 'Riverbend Transit' });
    await jordan.page.getByLabel(`By when: ${action}`).fill('2030-05-01');
    await jordan.page.getByLabel(`By when: ${action}`).press('Tab');
    await next('Snapshot and close');
  });

  const pack = await test.step('Close, and take it home', async () => {
    await maya.press('End the workshop');
    await maya.page.getByRole('button', { name: 'End the workshop' }).last().click();
    for (const { step } of others) await expect(step.bar).toHaveCount(0);
    await maya.page
      .getByRole('banner')
      .getByRole('button', { name: /^Take it home|^Download|home/i })
      .click();
    const download = maya.page.waitForEvent('download');
    await maya.panel.getByRole('button', { name: /pack|Everything/i }).click();
    const file = await (await download).path();
    presses.endStep('The end');
    return unzipSync(await readFile(file));
  });

  console.log(
    presses.steps.map(({ step, presses: count }) => `${count} until ${step}`).join('\n'),
    '\nall:',
    presses.count,
  );
  expect(presses.steps.filter(({ presses: count }) => count > 5)).toEqual([]);
  expect(presses.count).toBeLessThanOrEqual(60);
  console.log(Object.keys(pack).join('\n'));
  void strFromU8;
  void api;
  void server;
});
