/** A map with a sheet on it, since no template has one: some notes in groups, some in none, for tests. */
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';

const texts = [
  'First bus is at 5:40, early shift at 5:00',
  'Child care that opens before six',
  'People with a record nobody calls back',
  'Clinics for back pain and stress',
  'Big plants that hire 200 people a year',
  'Shops with five workers and no HR office',
  'Shift leaders who decide who gets trained',
  'Two foundations with 3-year grants',
  'Grandparents watch the kids',
  'Grandparents who watch the kids',
];
const titles = ['Getting to work and being able to stay', 'Employers who hire and promote', 'Those who pay'];

const question = 'Who helps, who hinders, who pays?';

/** Everything that people wrote on it. */
export const sheetTexts: readonly string[] = [question, ...titles, ...texts];

export interface SheetSize {
  readonly groups: number;
  readonly ideas: number;
}

/** Every third note is in no group. */
export function sheetCommands({ groups, ideas }: SheetSize = { groups: 3, ideas: 10 }): readonly Command[] {
  return [
    { type: 'add', collection: 'sheets', id: 'sheet1', fields: { question } },
    ...Array.from({ length: groups }, (_, at): Command => {
      const title = titles[at % titles.length] ?? '';
      return { type: 'add', collection: 'groups', id: `group${at}`, fields: { sheet_id: 'sheet1', title } };
    }),
    ...Array.from({ length: ideas }, (_, at): Command => {
      const group = at % 3 === 2 || groups === 0 ? null : `group${at % groups}`;
      const fields = { sheet_id: 'sheet1', group_id: group, text: texts[at % texts.length] ?? '' };
      return { type: 'add', collection: 'ideas', id: `idea${at}`, fields };
    }),
  ];
}

export function withSheet(map: PartnershipMap, size?: SheetSize): PartnershipMap {
  const result = runCommands(map, sheetCommands(size), { today: '2026-03-02', newId: () => 'none' });
  if (!result.ok) throw new Error(result.code);
  return result.map;
}
