/** What a thing is, in one word. */
import type { TFunction } from 'i18next';
import type { BoardThing } from './boardThings.ts';

const told = [
  'note',
  'text',
  'geo',
  'draw',
  'highlight',
  'line',
  'arrow',
  'frame',
  'group',
  'image',
  'page',
  'asset',
] as const;

export function kindWords({ kind, collection }: Pick<BoardThing, 'kind' | 'collection'>, t: TFunction): string {
  if (collection !== null) return t(`snapshots.lost.${collection}`, { count: 1 });
  const known = told.find((one) => one === kind);
  return t(`room.kind.${known ?? 'other'}`);
}
