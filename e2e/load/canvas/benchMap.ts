/** A large map for the bench: 12 interests, 300 organizations (some in two interests), 600 representatives. Built by commands. */
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { Change } from '#shared/map/Change.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { representativeKinds } from '#shared/kinds/values.ts';

export interface MapSize {
  readonly interests: number;
  readonly organizations: number;
  readonly representatives: number;
}

const sectors = ['business', 'government', 'nonprofit', 'philanthropy', 'labor', 'community', 'education'];
const words = ['Riverbend', 'Harlan', 'Northgate', 'Pathways', 'Open Door', 'Castellano', 'Eastside', 'Meridian'];
const ends = ['Works', 'Council', 'Health Network', 'Training Center', 'Development Agency', 'Union', 'Alliance'];

/** Every seventh organization stands in a second interest. */
export const inTwo = (at: number): boolean => at % 7 === 0;

export function cardsOf({ organizations }: MapSize): number {
  return organizations + Math.ceil(organizations / 7);
}

/** The changes that bring `map` to the large one, interest by interest, organization by organization. */
export function benchMapChanges(map: PartnershipMap, size: MapSize): readonly Change[] {
  const commands: Command[] = [];
  for (let at = 0; at < size.interests; at++)
    commands.push({
      type: 'add',
      collection: 'interests',
      id: `i${at}`,
      fields: { title: `Interest number ${at + 1}` },
    });
  for (let at = 0; at < size.organizations; at++) {
    const name = `${words[at % words.length]} ${ends[at % ends.length]} ${at + 1}`;
    const fields = { name, sector: sectors[at % sectors.length] ?? null, engagement: 'partner' } as const;
    commands.push({ type: 'add', collection: 'organizations', id: `o${at}`, fields });
    for (const step of inTwo(at) ? [0, 5] : [0]) {
      const interest_id = `i${(at + step) % size.interests}`;
      commands.push({ type: 'place', organization_id: `o${at}`, interest_id, part_of_work: null });
    }
  }
  for (let at = 0; at < size.representatives; at++) {
    const kind = representativeKinds[at % representativeKinds.length] ?? 'doer';
    const fields = { organization_id: `o${at % size.organizations}`, kind, role_title: `Role ${at + 1}` };
    commands.push({ type: 'add', collection: 'representatives', id: `p${at}`, fields });
  }
  let ids = 0;
  const result = runCommands(map, commands, { today: '2026-03-02', newId: () => `bench${(ids += 1)}` });
  if (!result.ok) throw new Error(`the map of the bench was refused: ${result.code}`);
  return result.changes;
}
