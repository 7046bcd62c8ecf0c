/** The uploaded images that drawings of a content show, as far as their addresses are ours. */
import * as v from 'valibot';
import type { BoardContent } from '#shared/board/content.ts';
import { AssetId } from '#shared/wire/ids.ts';

export function imagesOf(content: BoardContent): readonly AssetId[] {
  const found = new Set<AssetId>();
  for (const [key, part] of content) {
    if (!key.startsWith('canvas/asset:')) continue;
    for (const [, id] of part.matchAll(/"asset:([a-z0-9]{32})"/g)) found.add(v.parse(AssetId, id));
  }
  return [...found];
}
