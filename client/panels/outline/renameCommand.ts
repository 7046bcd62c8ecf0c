/** Renaming a row: which field of which entity its name is. */
import type { Command } from '#shared/map/commands/Command.ts';
import { kindOf } from '#shared/map/collections.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { OutlineNode } from './outlineTree.ts';

/** Null when there is nothing to rename, or the name is empty. */
export function renameCommand(map: PartnershipMap, node: OutlineNode, name: string): Command | null {
  const text = name.trim();
  if (text === '' || node.ref === null) return null;
  const ref =
    node.kind === 'organization' ? { collection: 'organizations' as const, id: node.organization ?? '' } : node.ref;
  const field = kindOf(ref.collection).name;
  if (field === null) return null;
  const id = node.kind === 'goal' ? map.goal.id : ref.id;
  // the name is a field of its kind
  return { type: 'edit', collection: ref.collection, id, fields: { [field]: text } } as Command;
}
