/** What must stand in the pack of the 90-minute run sheet, and what must not. */
import { expect } from '../../people.ts';
import { packTexts, textOf } from './packTexts.ts';
import { room } from './room.ts';
import { names } from './RunSheetTable.ts';
import type { Pack } from './takePack.ts';

/** The participants' report tells the whole workshop. */
export function reportTellsAll(pack: Pack): void {
  const report = textOf(pack, 'reports/participants.md').replaceAll('\\', '');
  const record = report.slice(report.indexOf('Record of the workshop'));
  expect.soft(record).toMatch(/When:.* \w+ \d{1,2}, \d{4}, \d\d:\d\d to \d\d:\d\d/);
  expect.soft(record).toContain('fewer than 3 facilitators');
  expect.soft(record).toContain('5 participants');
  // the test's own time comes on top of what the clock was set ahead
  for (const [step, minutes] of [
    ['Welcome', 5],
    ['Interests', 12],
    ['Organizations and people', 20],
    ['Actions', 6],
  ] as const)
    expect.soft(tookBeside(record, step, minutes)).toBeGreaterThanOrEqual(minutes);
  for (const idea of [...room.ideas, ...room.wordings, ...room.hypotheses]) expect.soft(record).toContain(idea);
  for (const [title, ideas] of room.groups) expect.soft(record).toContain(`${title} (${ideas.length} notes)`);
  for (const [place, interest, dots] of [
    [1, 'Caring for children', 4],
    [2, 'Getting to work', 3],
    [2, 'Hiring and promoting', 3],
  ] as const)
    expect.soft(record).toMatch(new RegExp(`\\| *${place} *\\| *${interest} *\\| *${dots} *\\|`));
  expect.soft(record).toContain('5 of 6 people voted in secret');
  expect.soft(record).toContain('5 of 5 people answered');
  expect.soft(record).toContain('mean 4');
  expect.soft(record).toContain(room.goal);
  for (const interest of room.essential) expect.soft(record).toMatch(new RegExp(`Essential interest:.*${interest}`));
  expect.soft(record).toContain(`Reason: ${room.reason}`);
  expect.soft(record).toMatch(new RegExp(`${room.actions[0]}.*Riverbend Transit.*2030`));
  expect.soft(record).toMatch(new RegExp(`${room.actions[1]}.*nobody yet`));
}

function tookBeside(record: string, step: string, planned: number): number {
  return Number(new RegExp(`\\| ${step} \\|[^|]*\\| ${planned} min \\| (\\d+) min \\|`).exec(record)?.[1]);
}

/** The same as a table, and the register with all who were placed. */
export function tablesTellAll(pack: Pack): void {
  const rows = textOf(pack, 'tables/record.csv').split('\r\n');
  const countOf = (kind: string): number => rows.filter((row) => row.split(',')[2] === kind).length;
  expect.soft({ steps: countOf('step'), ideas: countOf('idea'), groups: countOf('group') }).toEqual({
    steps: 10,
    ideas: 36,
    groups: 7,
  });
  const register = textOf(pack, 'tables/register.csv');
  for (const organization of room.organizations) expect.soft(register).toContain(organization);
}

/** Nobody's name, nothing that was taken back before the reveal, nothing of what facilitators note for themselves. */
export async function nobodyIsIn(pack: Pack, persons: readonly string[]): Promise<void> {
  const secrets = [...names, ...persons, room.takenAway, 'Read the goal aloud before people write'];
  for (const [file, text] of await packTexts(pack))
    for (const secret of secrets) expect.soft(text.includes(secret), `${file} has “${secret}”`).toBe(false);
}
