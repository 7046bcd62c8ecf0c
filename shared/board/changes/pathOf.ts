/** Where a shared type stands. */
/* oxlint-disable no-underscore-dangle -- Yjs shows where a type stands only in this field */
import * as Y from 'yjs';

/** From the root to the type itself; empty for what hangs nowhere. */
export function pathOf<Type extends Pick<Y.AbstractType<unknown>, '_item'>>(
  type: Type,
): readonly (Type | Y.AbstractType<unknown>)[] {
  const path: (Type | Y.AbstractType<unknown>)[] = [type];
  for (let item = type._item; item !== null;) {
    const parent: unknown = item.parent;
    if (!(parent instanceof Y.AbstractType)) return [];
    path.unshift(parent);
    item = parent._item;
  }
  return path;
}
