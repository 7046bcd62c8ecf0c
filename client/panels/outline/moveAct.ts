/** One place up or down among its siblings: what the keys of the outline and its menu do. */
import type { ListsWith } from '#shared/kinds/kinds.ts';
import { type CollectionName, kindOf } from '#shared/map/collections.ts';
import type { Command, PlainCollection } from '#shared/map/commands/Command.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import type { OutlineActs } from './outlineMenu.ts';
import { stepAct } from '../sheets/SheetActs.ts';
import type { OutlineNode } from './outlineTree.ts';
import { sheetActsOf } from './sheetActsOf.ts';

type Movable = PlainCollection & ListsWith<{ readonly outline: { readonly isMovable: true } }>;
type Ordered = Movable | 'placements';

function isOrdered(collection: CollectionName): collection is Movable {
  return kindOf(collection).outline?.isMovable === true;
}

/** The list in whose order the row stands; null where it has none. */
export function orderOf({ ref, kind, interest }: OutlineNode): Ordered | null {
  // an organization has an order within its interest; those without a place stand as the map lists them
  if (kind === 'organization') return interest === null ? null : 'placements';
  return ref !== null && isOrdered(ref.collection) ? ref.collection : null;
}

/** The ids that a row stands for, and those of its siblings, row by row. */
function families(map: PartnershipMap, node: OutlineNode, collection: Ordered): readonly (readonly string[])[] {
  if (collection === 'placements') {
    const rows = new Map<string, string[]>();
    for (const one of map.placements) {
      if (one.interest_id !== node.interest) continue;
      rows.set(one.organization_id, [...(rows.get(one.organization_id) ?? []), one.id]);
    }
    return [...rows.values()];
  }
  if (collection === 'representatives')
    return map.representatives.filter((one) => one.organization_id === node.organization).map(({ id }) => [id]);
  return entitiesOf(map, collection).map(({ id }) => [id]);
}

export function moveAct(acts: OutlineActs, node: OutlineNode, step: -1 | 1): void {
  const { map, t } = acts;
  const collection = orderOf(node);
  const { ref } = node;
  if (ref?.collection === 'ideas' || ref?.collection === 'groups') {
    stepAct(sheetActsOf(acts), ref, step);
    acts.goTo(node.key);
    return;
  }
  if (ref === null || collection === null) return;
  const rows = families(map, node, collection);
  const place = rows.findIndex((ids) => ids.includes(ref.id));
  const [own, other] = [rows[place], rows[place + step]];
  if (!own || !other) return;
  const list = entitiesOf(map, collection).map(({ id }) => id);
  const before = list[list.indexOf(other[0] ?? '') - 1] ?? null;
  const commands = own.map((id, at): Command => {
    const first = step === 1 ? (other.at(-1) ?? null) : before;
    return { type: 'reorder', collection, id, after: at === 0 ? first : (own[at - 1] ?? null) };
  });
  const name = entityName(map, ref, t);
  const done = step === 1 ? t('map.outline.movedDown', { name }) : t('map.outline.movedUp', { name });
  if (acts.run(commands, done)) acts.goTo(node.key);
}
