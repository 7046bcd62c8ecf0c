/** The things of the open board with their sizes, read in pieces, and again when something was removed or somebody asks. */
import { useCallback, useEffect, useState } from 'react';
import * as Y from 'yjs';
import type { BoardMap } from '#client/map/BoardMap.ts';
import { runInPieces } from '#client/ui/inPieces.ts';
import { readThings, type BoardThing, type ThingsSetup } from './boardThings.ts';

export interface ReadBoard {
  readonly things: readonly BoardThing[];
  /** of the whole document */
  readonly bytes: number;
}

export interface ThingsRead {
  /** null while the first reading goes on */
  readonly board: ReadBoard | null;
  readonly again: () => void;
}

export function useThings(
  doc: Y.Doc,
  boardMap: BoardMap,
  setAside: readonly { readonly id: string }[],
  isElsewhere: ThingsSetup['isElsewhere'],
): ThingsRead {
  const [board, setBoard] = useState<ReadBoard | null>(null);
  const look = useCallback(() => {
    const unknown = new Set(setAside.map(({ id }) => id));
    const steps = readThings({ doc, map: boardMap.map(), setAside: unknown, isElsewhere });
    return runInPieces(steps, {
      onDone: (things) => setBoard({ things, bytes: Y.encodeStateAsUpdate(doc).byteLength }),
    });
  }, [doc, boardMap, setAside, isElsewhere]);
  useEffect(() => look(), [look]);
  return { board, again: look };
}
