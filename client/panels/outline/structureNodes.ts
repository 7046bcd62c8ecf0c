/** What of the map has no place in the frame, as groups at the end of the outline: numbers, bodies, lines, papers, trust. */
import type { ListsWith } from '#shared/kinds/kinds.ts';
import { collectionNames, kindOf } from '#shared/map/collections.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { OutlineNode } from './outlineTree.ts';

export type StructureGroup = ListsWith<{ readonly outline: { readonly isGroup: true } }>;
export const structureGroups = collectionNames.filter(
  (name): name is StructureGroup => kindOf(name).outline?.isGroup === true,
);

export const partnershipKey = 'partnership';
export const groupKey = (group: StructureGroup) => `g/${group}`;
export const itemKey = (group: StructureGroup, id: string) => `${groupKey(group)}/x/${id}`;

const nowhere = { interest: null, organization: null } as const;

export function structureNodes(map: PartnershipMap): readonly OutlineNode[] {
  return [
    {
      key: partnershipKey,
      ref: { collection: 'partnership', id: map.partnership.id },
      parent: null,
      kind: 'item',
      children: [],
      ...nowhere,
    },
    ...structureGroups.map((group): OutlineNode => {
      const key = groupKey(group);
      const children = entitiesOf(map, group).map(({ id }) => itemNode(map, group, id));
      return { key, ref: null, parent: null, kind: 'group', group, children, ...nowhere };
    }),
  ];
}

function itemNode(map: PartnershipMap, group: StructureGroup, id: string): OutlineNode {
  const key = itemKey(group, id);
  const seats = group === 'bodies' ? map.seats.filter((seat) => seat.body_id === id) : [];
  return {
    key,
    ref: { collection: group, id },
    parent: groupKey(group),
    kind: 'item',
    children: seats.map((seat) => ({
      key: `${key}/s/${seat.id}`,
      ref: { collection: 'seats', id: seat.id },
      parent: key,
      kind: 'item',
      children: [],
      ...nowhere,
    })),
    ...nowhere,
  };
}
