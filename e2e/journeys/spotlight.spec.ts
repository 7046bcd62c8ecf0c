/** Bring everyone here: asked politely, or taken along; whoever moves is offered the way back. */
import { WorkshopView } from '../pages/WorkshopView.ts';
import { expect, test } from '../people.ts';

test('[SPOT-1] people are asked and may say not now; taken along they follow, move away and come back', async ({
  join,
}) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const amina = await join('participant', 'Amina Reyes');
  await maya.addNote(700, 500, 'Look at this');
  await expect(jordan.note('Look at this')).toHaveCount(1);
  for (const person of [maya, amina]) {
    await person.page.keyboard.press('Escape');
    await person.page.mouse.move(700, 500);
    await person.page.mouse.wheel(0, person === maya ? -400 : 4_000);
  }
  const mayaView = new WorkshopView(maya.page);
  await mayaView.open();
  await mayaView.press('Bring everyone here');
  const ask = (page: typeof maya.page) => page.getByRole('alertdialog', { name: 'Maya Okafor asks everybody' });
  await ask(jordan.page).getByRole('button', { name: 'Not now' }).click();
  await expect(ask(jordan.page)).toHaveCount(0);
  await ask(amina.page).getByRole('button', { name: 'Go there' }).click();
  await expect(amina.page.getByText('You see what Maya Okafor sees.')).toBeVisible();
  await expect(amina.note('Look at this')).toBeInViewport();
  await expect(amina.page.getByText('Stop following').filter({ visible: true })).toHaveCount(1);
  await mayaView.press('Stop leading');
  await expect(amina.page.getByText('You see what Maya Okafor sees.')).toHaveCount(0);

  await mayaView.panel.getByRole('checkbox', { name: /Take everyone along/ }).check();
  await mayaView.press('Bring everyone here');
  await expect(jordan.page.getByText('You see what Maya Okafor sees.')).toBeVisible();
  await jordan.page.mouse.move(600, 500);
  const back = jordan.page.getByRole('button', { name: 'Back to Maya Okafor' });
  // people go on until the view moves: the first moments do not count
  await expect(async () => {
    await jordan.page.mouse.wheel(0, 500);
    await expect(back).toBeVisible({ timeout: 700 });
  }).toPass();
  await back.click();
  await expect(jordan.page.getByText('You see what Maya Okafor sees.')).toBeVisible();
});

test('[SPOT-2] a facilitator hands the spotlight to a participant, and others follow them', async ({ join }) => {
  const maya = await join('facilitator', 'Maya Okafor');
  const jordan = await join('participant', 'Jordan Tate');
  const amina = await join('participant', 'Amina Reyes');
  const mayaView = new WorkshopView(maya.page);
  await mayaView.open();
  await mayaView.unfold('Spotlight');
  await mayaView.panel.getByLabel('Let somebody else lead').selectOption({ label: 'Jordan Tate' });
  await expect(jordan.page.getByText('Others see what you see.')).toBeVisible();
  await amina.page.getByRole('button', { name: 'Go there', exact: true }).click();
  await expect(amina.page.getByText('You see what Jordan Tate sees.')).toBeVisible();
});
