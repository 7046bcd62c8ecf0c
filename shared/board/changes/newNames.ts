/** Which organizations the running transaction gave a name that they did not have. Looks only at what it changed. */
/* oxlint-disable no-underscore-dangle -- Yjs shows what a type holds, without copying it, only in these fields */
import * as Y from 'yjs';
import { nameKey } from '#shared/map/nameKey.ts';
import { pathOf } from './pathOf.ts';
import { plainBefore } from './recordBefore.ts';
import { roots } from '#shared/board/roots.ts';

/** Ids of organizations that are new, not brought back by an undo, and of those that are called otherwise now (decision 0209). */
export function newlyNamed(transaction: Y.Transaction): readonly string[] {
  const root = transaction.doc.share.get(roots.map);
  const found: string[] = [];
  for (const [type, keys] of transaction.changed) {
    const [top, holder, entity, ...deeper] = pathOf(type);
    if (top !== root || holder?._item?.parentSub !== 'organizations' || deeper.length > 0) continue;
    if (entity === undefined) {
      for (const id of keys) {
        const last = id === null ? undefined : holder._map.get(id);
        // what came back stands behind what went
        if (id !== null && last !== undefined && !last.deleted && last.left === null) found.push(id);
      }
    } else if (entity instanceof Y.Map && entity._item?.deleted === false && keys.has('name')) {
      const [was, is] = [plainBefore(transaction, entity, 'name'), entity.get('name')];
      const id = entity._item.parentSub;
      if (id !== null && keyOf(was) !== keyOf(is)) found.push(id);
    }
  }
  return found;
}

const keyOf = (name: unknown): string => (typeof name === 'string' ? nameKey(name) : '');
