/** Renaming a row: which field of which entity its name is. */
import type { Command } from '#shared/map/commands/Command.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { OutlineNode } from './outlineTree.ts';

/** Null when there is nothing to rename, or the name is empty. */
export function renameCommand(map: PartnershipMap, node: OutlineNode, name: string): Command | null {
  const text = name.trim();
  if (text === '' || node.ref === null) return null;
  const { id } = node.ref;
  switch (node.kind) {
    case 'goal':
      return { type: 'edit', collection: 'goal', id: map.goal.id, fields: { statement: text } };
    case 'interest':
      return { type: 'edit', collection: 'interests', id, fields: { title: text } };
    case 'organization':
      return { type: 'edit', collection: 'organizations', id: node.organization ?? '', fields: { name: text } };
    case 'representative':
      return { type: 'edit', collection: 'representatives', id, fields: { role_title: text } };
    case 'item': {
      const { collection } = node.ref;
      if (collection === 'indicators' || collection === 'bodies' || collection === 'partnership')
        return { type: 'edit', collection, id, fields: { name: text } };
      if (collection === 'agreements') return { type: 'edit', collection, id, fields: { title: text } };
      return null;
    }
    default:
      return null;
  }
}
