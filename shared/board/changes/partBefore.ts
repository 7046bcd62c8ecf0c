/** A record or entity as it was before the running transaction, in the form of `content.ts`. */
/* oxlint-disable no-underscore-dangle -- Yjs shows what a type holds, without copying it, only in these fields */
import * as Y from 'yjs';
import { compareText } from '#shared/map/fractionalIndex.ts';
import type { Part } from '#shared/board/content.ts';
import type { Held } from './recordBefore.ts';
import type { Run } from '#shared/board/text.ts';
import { itemBefore, runsBefore } from './valueBefore.ts';

/** All of it. */
export function partBefore(transaction: Y.Transaction, type: Held): Part {
  const fields: Record<string, unknown> = Object.create(null);
  const texts: Record<string, readonly Run[]> = Object.create(null);
  const members: Record<string, Readonly<Record<string, unknown>>> = Object.create(null);
  const gone: string[] = [];
  for (const [name, last] of [...type._map].toSorted(([a], [b]) => compareText(a, b))) {
    const item = itemBefore(transaction, last);
    if (item?.content instanceof Y.ContentAny) {
      const value: unknown = item.content.arr.at(-1);
      if (value === undefined) gone.push(name);
      else fields[name] = value;
    } else if (item?.content instanceof Y.ContentType) {
      const held = item.content.type;
      if (held instanceof Y.Text) texts[name] = textBefore(transaction, held);
      else if (held instanceof Y.Map) members[name] = membersBefore(transaction, held);
    }
  }
  return {
    fields,
    ...(Object.keys(texts).length > 0 ? { texts } : {}),
    ...(Object.keys(members).length > 0 ? { members } : {}),
    ...(gone.length > 0 ? { gone } : {}),
  };
}

export function textBefore(transaction: Y.Transaction, text: Pick<Y.Text, '_start'>): readonly Run[] {
  return runsBefore(transaction, text).map(({ insert, attributes }) => ({ text: insert, attributes }));
}

function membersBefore(transaction: Y.Transaction, members: Held): Readonly<Record<string, unknown>> {
  const before: Record<string, unknown> = Object.create(null);
  for (const [name, last] of members._map) {
    const item = itemBefore(transaction, last);
    if (item?.content instanceof Y.ContentAny) before[name] = item.content.arr.at(-1);
  }
  return before;
}
