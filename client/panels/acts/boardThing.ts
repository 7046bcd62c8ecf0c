/** A thing of the open board by its key in the document: what people call it, and how it comes into sight. */
import type { TFunction } from 'i18next';
import type * as Y from 'yjs';
import { isCollectionName } from '#shared/map/collections.ts';
import { roots } from '#shared/board/roots.ts';
import { readRecord } from '#shared/board/record.ts';
import type { CanvasPort } from '#client/board/CanvasPort.ts';
import type { MapServices } from '#client/map/MapContext.ts';
import { entityName, entityOf, isInspected } from '#client/panels/things/entityName.ts';
import { wordsOf } from '../room/boardThings.ts';
import { kindWords } from '../room/kindWords.ts';

export interface NamedThing {
  readonly name: string;
  /** null where it is not there, or nothing shows it */
  readonly show: (() => void) | null;
}

export interface BoardHands {
  readonly doc: Y.Doc;
  readonly map: Pick<MapServices, 'boardMap' | 'selection'>;
  readonly canvas: Pick<CanvasPort, 'showRecord'>;
}

/** `key` = `canvas/<id>` or `map/<collection>/<id>`. */
export function boardThing({ doc, map, canvas }: BoardHands, key: string, t: TFunction): NamedThing {
  const [root = '', second = ''] = key.split('/');
  if (root === roots.canvas) {
    const id = key.slice(root.length + 1);
    const entry = doc.getMap<unknown>(roots.canvas).get(id);
    const read = readRecord(id, entry);
    const kind = read.ok ? String(read.record['type'] ?? read.record.typeName) : '';
    const words = wordsOf(entry);
    const isShown = read.ok && read.record.typeName === 'shape';
    return {
      name: words === '' ? kindWords({ kind, collection: null }, t) : words,
      show: isShown ? () => void canvas.showRecord(id) : null,
    };
  }
  const id = key.slice(root.length + second.length + 2);
  if (!isCollectionName(second)) return { name: id, show: null };
  const ref = { collection: second, id };
  const isThere = isInspected(second) && entityOf(map.boardMap.map(), ref) !== undefined;
  return {
    name: isThere ? entityName(map.boardMap.map(), ref, t) : kindWords({ kind: second, collection: second }, t),
    show: isThere ? () => map.selection.reveal(ref) : null,
  };
}
