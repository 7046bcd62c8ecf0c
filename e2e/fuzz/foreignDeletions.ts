/** What a transaction deleted that somebody else had made, and that did not go with something of one's own. */
/* oxlint-disable no-underscore-dangle -- where an item stands, Yjs shows only in this field */
import * as Y from 'yjs';

export function foreignDeletions(transaction: Y.Transaction, ownClient: number): string[] {
  const found: string[] = [];
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || struct.id.client === ownClient) return;
    if (!goesWithParent(transaction, struct)) found.push(`${struct.id.client}:${struct.id.clock} ${pathOf(struct)}`);
  });
  return found;
}

function goesWithParent(transaction: Y.Transaction, item: Y.Item): boolean {
  const holder = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  if (holder === null) return false;
  return Y.isDeleted(transaction.deleteSet, holder.id) || goesWithParent(transaction, holder);
}

function pathOf(item: Y.Item): string {
  const holder = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  return `${holder ? `${pathOf(holder)}/` : ''}${item.parentSub ?? ''}`;
}
