/** From the coverage to the actions: what the map tells, what the room thinks of it, and who does what. */
import { expect } from '../../people.ts';
import { room } from './room.ts';
import type { RunSheetTable } from './RunSheetTable.ts';

/** Two findings become actions, one is accepted with keys alone. */
export async function checkCoverage({ workshop, amina, lee, jordan }: RunSheetTable): Promise<void> {
  await expect(jordan.page.getByRole('tab', { name: 'Coverage' })).toHaveAttribute('aria-selected', 'true');
  await amina.openView('Findings');
  for (const [at, what] of room.actions.entries()) {
    await amina.press(amina.button(/^Make an action: /).nth(at));
    await amina.page.getByRole('textbox', { name: 'What' }).fill(what);
    await amina.press(amina.page.getByRole('tabpanel').getByRole('button', { name: /^Add/ }).last());
    await expect(amina.page.getByRole('textbox', { name: 'What' })).toHaveCount(0);
  }
  await lee.openView('Findings');
  await lee.press(lee.button(/^Accept… /).last());
  await expect(lee.page.getByRole('textbox', { name: /We accept this/ })).toBeFocused();
  await lee.page.keyboard.type(room.reason);
  await lee.page.keyboard.press('Enter');
  await expect(amina.page.getByText(/^1 accepted/)).toBeVisible();
  await workshop.goOn(12, 'One question of the cycle');
}

/** Hypotheses stand in the cycle, in its first round. */
export async function askOfTheCycle({ workshop, maya, jordan, amina, ines }: RunSheetTable): Promise<void> {
  await maya.next(/^Start: alone/);
  const [first, second, third] = room.hypotheses;
  await jordan.write(first);
  await amina.write(second);
  await ines.write(third);
  await maya.next('Reveal 3 ideas');
  for (const { cycle } of workshop.everybody) await expect(cycle.note(third)).toHaveCount(1);
  await workshop.goOn(10, 'Trust pulse');
}

export async function feelThePulse({ workshop, maya, others }: RunSheetTable): Promise<void> {
  await maya.next(/^Start the trust pulse/);
  for (const person of others) await person.answer(4);
  await maya.next('Close the pulse, 5 of 5');
  for (const { rounds } of workshop.everybody)
    await expect(rounds.panel.getByRole('region', { name: 'The trust pulse is closed' })).toContainText(
      '5 of 5 answered',
    );
  for (const person of others) await person.close();
  await workshop.goOn(5, 'Actions');
}

/** An owner and a day. */
export async function agreeOnActions({ workshop, jordan, ines }: RunSheetTable): Promise<void> {
  const [action] = room.actions;
  await expect(jordan.page.getByRole('tab', { name: 'Actions' })).toHaveAttribute('aria-selected', 'true');
  await jordan.page.getByRole('button', { name: `Change “${action}”` }).click();
  await jordan.page.getByLabel(`Owner of “${action}”`).selectOption({ label: 'Riverbend Transit' });
  await jordan.page.getByLabel(`By when: ${action}`).fill('2030-05-01');
  await ines.openView('Actions');
  for (const one of room.actions) await expect(ines.button(one)).toBeVisible();
  // who picked the day has not left its field
  const row = ines.page.getByRole('listitem').filter({ has: ines.button(action) });
  await expect(row).toContainText('Riverbend Transit · by May 1, 2030');
  await ines.close();
  await workshop.goOn(6, 'Snapshot and close');
}
