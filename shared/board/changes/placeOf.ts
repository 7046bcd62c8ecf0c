/** Where on the board a shared type stands. */
/* oxlint-disable no-underscore-dangle -- Yjs shows where a type stands only in this field */
import type * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';
import { pathOf } from './pathOf.ts';

/** The parts of a shared type that are needed to read it, whatever events it sends. */
export type Type = Pick<Y.AbstractType<unknown>, '_item' | '_map' | '_start'>;

export interface Place {
  /** null for the drawings */
  readonly collection: string | null;
  /** of the records or entities */
  readonly holder: Type;
  /** what the keys in it begin with, as in `BoardContent` */
  readonly base: string;
  /** undefined where the type is the holder */
  readonly record: Type | undefined;
  /** undefined where the type is the record or the holder */
  readonly field: Type | undefined;
}

/** Null for what is deleted, and for what is neither a drawing nor of the map. */
export function placeOf(doc: Y.Doc, type: Type): Place | null {
  if (type._item?.deleted === true) return null;
  const path: readonly Type[] = pathOf(type);
  const isCanvas = path[0] === doc.share.get(roots.canvas);
  if (!isCanvas && path[0] !== doc.share.get(roots.map)) return null;
  const holder = path[isCanvas ? 0 : 1];
  if (holder === undefined) return null;
  const collection = isCanvas ? null : (holder._item?.parentSub ?? '');
  const [record, field] = path.slice(isCanvas ? 1 : 2);
  const base = collection === null ? `${roots.canvas}/` : `${roots.map}/${collection}/`;
  return { collection, holder, base, record, field };
}
