/**
 * The outline as plain data: goal; interests with their organizations and who speaks there; organizations without a place;
 * then the partnership and its structure in groups.
 * Keys are made of ids, so that a row is known before it is drawn.
 */
import type { EntityOf } from '#shared/map/collections.ts';
import { groupBy } from '#shared/map/MapIndex.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { notPlaced } from '#shared/map/readings/notPlaced.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { sheetNodes } from './sheetNodes.ts';
import { structureNodes, type StructureGroup } from './structureNodes.ts';

export interface OutlineNode {
  readonly key: string;
  /** null: the group of organizations without a place */
  readonly ref: EntityRef | null;
  readonly parent: string | null;
  readonly kind: 'goal' | 'interest' | 'organization' | 'representative' | 'notPlaced' | 'sheets' | 'group' | 'item';
  /** of a group: what stands in it */
  readonly group?: StructureGroup;
  readonly interest: string | null;
  readonly organization: string | null;
  readonly children: readonly OutlineNode[];
}

export interface OutlineRow {
  readonly node: OutlineNode;
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  readonly isOpen: boolean;
}

export const goalKey = 'goal';
export const notPlacedKey = 'not-placed';
export const interestKey = (id: string) => `i/${id}`;
export const organizationKey = (parent: string, id: string) => `${parent}/o/${id}`;
export const representativeKey = (parent: string, id: string) => `${parent}/r/${id}`;

type Person = EntityOf<'representatives'>;

function personNodes(parent: string, interest: string | null, organization: string, people: readonly Person[]) {
  return people
    .filter(({ interest_ids }) => {
      if (interest === null || interest_ids === null || interest_ids.length === 0) return true;
      return interest_ids.includes(interest);
    })
    .map((person): OutlineNode => ({
      key: representativeKey(parent, person.id),
      ref: { collection: 'representatives', id: person.id },
      parent,
      kind: 'representative',
      interest,
      organization,
      children: [],
    }));
}

/** All nodes of a map, in table order. */
export function outlineTree(map: PartnershipMap): readonly OutlineNode[] {
  const people = groupBy(map.representatives, (person) => person.organization_id);
  const placed = groupBy(map.placements, (placement) => placement.interest_id);
  const interests = map.interests.map((interest): OutlineNode => {
    const key = interestKey(interest.id);
    const byOrganization = groupBy(placed.get(interest.id) ?? [], (placement) => placement.organization_id);
    return {
      key,
      ref: { collection: 'interests', id: interest.id },
      parent: null,
      kind: 'interest',
      interest: interest.id,
      organization: null,
      children: [...byOrganization].map(([id, placements]) => {
        const organization = organizationKey(key, id);
        return {
          key: organization,
          ref: { collection: 'placements', id: placements[0]?.id ?? '' },
          parent: key,
          kind: 'organization',
          interest: interest.id,
          organization: id,
          children: personNodes(organization, interest.id, id, people.get(id) ?? []),
        };
      }),
    };
  });
  const waiting = notPlaced(map).map(({ id }): OutlineNode => {
    const key = organizationKey(notPlacedKey, id);
    return {
      key,
      ref: { collection: 'organizations', id },
      parent: notPlacedKey,
      kind: 'organization',
      interest: null,
      organization: id,
      children: personNodes(key, null, id, people.get(id) ?? []),
    };
  });
  const leaf = { parent: null, interest: null, organization: null } as const;
  return [
    { key: goalKey, ref: { collection: 'goal', id: map.goal.id }, kind: 'goal', children: [], ...leaf },
    ...interests,
    { key: notPlacedKey, ref: null, kind: 'notPlaced', children: waiting, ...leaf },
    ...sheetNodes(map),
    ...structureNodes(map),
  ];
}

/** Nodes that match, with what leads to them and, below a match, everything. */
export function filterTree(
  nodes: readonly OutlineNode[],
  matches: (node: OutlineNode) => boolean,
): readonly OutlineNode[] {
  return nodes.flatMap((node) => {
    if (matches(node)) return node;
    const children = filterTree(node.children, matches);
    return children.length === 0 ? [] : { ...node, children };
  });
}

/** The rows to draw: children of open nodes only. */
export function outlineRows(
  nodes: readonly OutlineNode[],
  isOpen: (key: string) => boolean,
  level = 1,
): readonly OutlineRow[] {
  return nodes.flatMap((node, place) => {
    const open = node.children.length > 0 && isOpen(node.key);
    const row = { node, level, place: place + 1, siblings: nodes.length, isOpen: open };
    return open ? [row, ...outlineRows(node.children, isOpen, level + 1)] : [row];
  });
}

/** True when the row shows what is chosen; an organization is chosen wherever it stands. */
export function showsRef(map: PartnershipMap, node: OutlineNode, ref: EntityRef): boolean {
  if (node.ref?.collection === ref.collection && node.ref.id === ref.id) return true;
  if (node.kind !== 'organization') return false;
  if (ref.collection === 'organizations') return node.organization === ref.id;
  const placement = ref.collection === 'placements' ? map.placements.find(({ id }) => id === ref.id) : undefined;
  return placement?.organization_id === node.organization && placement?.interest_id === node.interest;
}
