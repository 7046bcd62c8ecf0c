/**
 * Accepted findings and actions that say what only a rating tells (RATE-3). Commands and the relay refuse new ones; what an older
 * board, snapshot or file still holds is left out wherever the server reads it.
 */
import * as Y from 'yjs';
import type { CollectionName } from '#shared/map/collections.ts';
import { revealsRating } from '#shared/map/ratings.ts';
import { roots } from './roots.ts';

const telling: readonly CollectionName[] = ['acknowledgements', 'actions'];

/** True of an entity that may not stand in a document. */
export function tellsRating(collection: string, fields: Iterable<readonly [field: string, value: unknown]>): boolean {
  for (const [field, value] of fields) if (revealsRating(collection, field, value)) return true;
  return false;
}

/** Takes them out of a document; only deletes, so that nothing needs to be committed for it. */
export function forgetRated(doc: Y.Doc): void {
  const map = doc.getMap(roots.map);
  doc.transact(() => {
    for (const collection of telling) {
      const holder = map.get(collection);
      if (!(holder instanceof Y.Map)) continue;
      for (const [id, stored] of holder)
        if (stored instanceof Y.Map && tellsRating(collection, stored.entries())) holder.delete(id);
    }
  });
}

/** True of a part of a kept content (`BoardContent`) that is such an entity. */
export function isRatedPart(key: string, part: () => { readonly fields: Readonly<Record<string, unknown>> }): boolean {
  const collection = telling.find((one) => key.startsWith(`${roots.map}/${one}/`));
  return collection !== undefined && tellsRating(collection, Object.entries(part().fields));
}
