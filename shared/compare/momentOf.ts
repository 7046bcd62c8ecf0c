/** A document as a moment that can be compared. */
import type * as Y from 'yjs';
import { readContent } from '#shared/board/content.ts';
import { readMap } from '#shared/board/mapDocument.ts';
import { roots } from '#shared/board/roots.ts';
import type { BoardMoment } from './Comparison.ts';

export function momentOf(doc: Y.Doc): BoardMoment {
  const shapes = `${roots.canvas}/shape:`;
  const content = [...readContent(doc)].filter(([key]) => key.startsWith(shapes));
  return { map: readMap(doc), drawings: new Map(content) };
}
