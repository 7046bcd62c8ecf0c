/** Organizations and people: placed by participants only, from the outline by keys, on the canvas, and on a phone. */
import { expect } from '../../people.ts';
import { room } from './room.ts';
import type { RunSheetTable } from './RunSheetTable.ts';

export async function placePeople(table: RunSheetTable): Promise<void> {
  const { workshop, jordan, amina, sam, lee, ines } = table;
  for (const person of [jordan, amina, lee]) await person.openView('Outline');
  await Promise.all([placeWays(table), placeCare(table), placeRules(table)]);
  for (const { map } of workshop.everybody) await expect(map.cards).toHaveCount(room.organizations.length);

  // a token is placed where the card stands
  const { x, y } = await sam.cycle.middleOf(sam.map.cards.filter({ hasText: 'Tenants of Elm Street' }));
  await sam.press(sam.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Designee' }));
  await sam.page.mouse.click(x, y);
  await sam.page.keyboard.type('Block captain');
  await sam.page.keyboard.press('Enter');
  await sam.page.keyboard.press('Escape');
  await sam.isAtTheTable();

  await ines.openView('Outline');
  await expect(ines.map.row(/^Learning the trade.*missing: decision-maker/)).toBeVisible();
  await ines.press(ines.map.row(/^City Hall/));
  await ines.press(ines.map.row(/^City Hall/).getByRole('button', { name: 'What to do with City Hall' }));
  for (const entry of ['Add a representative…', 'Doer'])
    await ines.press(ines.page.getByRole('menuitem', { name: entry, exact: true }));
  await ines.map.type('Clerk of the council');
  await ines.close();
  await workshop.goOn(20, 'Coverage check');
}

async function placeWays({ jordan }: RunSheetTable): Promise<void> {
  const [ways, trade, money] = ['Getting to work', 'Learning the trade', 'Paying for it'];
  await jordan.place(ways, 'Riverbend Transit', ['Doer', 'Route planner'], ['Decision-maker', 'Director of service']);
  await jordan.place(ways, 'Riders Union', ['Designee', 'Speaker of riders']);
  await jordan.place(trade, 'Night School', ['Doer', 'Head of courses']);
  await jordan.place(trade, 'Welders Local 7', ['Designee', 'Steward']);
  await jordan.place(money, 'Valley Foundation', ['Decision-maker', 'Program officer']);
}

async function placeCare({ amina }: RunSheetTable): Promise<void> {
  const [care, hiring] = ['Caring for children', 'Hiring and promoting'];
  await amina.place(care, 'Early Years Network', ['Doer', 'Manager of centers'], ['Designee', 'Speaker of parents']);
  await amina.place(care, 'Grandparents Circle', ['Designee', 'Chair of the circle']);
  await amina.place(hiring, 'Ring Road Employers', ['Decision-maker', 'President']);
  await amina.place(hiring, 'County Hospital', ['Doer', 'Head of staffing'], ['Decision-maker', 'Chief of staff']);
}

async function placeRules({ lee }: RunSheetTable): Promise<void> {
  const [money, rules, life] = ['Paying for it', 'Making the rules', 'Living with it'];
  await lee.place(rules, 'City Hall', ['Decision-maker', 'Deputy mayor']);
  await lee.place(rules, 'Transit Board', ['Decision-maker', 'Board secretary']);
  await lee.place(life, 'Second Chance', ['Designee', 'Peer counselor']);
  await lee.place(life, 'Tenants of Elm Street');
  await lee.place(money, 'Savings Bank', ['Doer', 'Lending clerk']);
}
