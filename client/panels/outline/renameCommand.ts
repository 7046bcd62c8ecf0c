/** Renaming a row: which field of which entity its name is. */
import type { Command } from '#shared/map/commands/Command.ts';
import { kindOf } from '#shared/map/collections.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import type { WhyNot } from '#client/map/useWhyNot.ts';
import type { OutlineNode } from './outlineTree.ts';

/** Null when there is nothing to rename, or the name is empty. */
export function renameCommand(map: PartnershipMap, node: OutlineNode, name: string): Command | null {
  const text = name.trim();
  const ref = namedBy(node);
  if (text === '' || ref === null) return null;
  const field = kindOf(ref.collection).name;
  if (field === null) return null;
  const id = node.kind === 'goal' ? map.goal.id : ref.id;
  // the name is a field of its kind
  return { type: 'edit', collection: ref.collection, id, fields: { [field]: text } } as Command;
}

/** Why the row may not be renamed just now; null where it may, or has no name of its own. */
export function renameRefusal(whyNot: WhyNot, node: OutlineNode): PermitRefusal | null {
  const ref = namedBy(node);
  const field = ref === null ? null : kindOf(ref.collection).name;
  return ref === null || field === null ? null : whyNot(ref.collection, ref.id, field);
}

function namedBy({ kind, ref, organization }: OutlineNode): EntityRef | null {
  return kind === 'organization' && ref !== null ? { collection: 'organizations', id: organization ?? '' } : ref;
}
