/**
 * What an import would do, read in pieces: once for a table, and again only when what was chosen for it changed, or one of the
 * lists of the map that an import looks at.
 */
import { useEffect, useRef, useState } from 'react';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { ImportChoices, ImportPreview } from '#shared/report/importing/importPreview.ts';
import { importedLists, importRegister, importSteps } from '#shared/report/importing/importRegister.ts';
import type { TableCells } from '#shared/report/importing/tableText.ts';
import type { BoardMap } from '#client/map/BoardMap.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { runInPieces } from '#client/ui/inPieces.ts';

export interface ReadPreview {
  readonly preview: ImportPreview;
  /** the map on which it was read */
  readonly map: PartnershipMap;
}

export interface ImportReading {
  /** What was read last; null while nothing fits the columns that were chosen. */
  readonly read: ReadPreview | null;
  /** How far the reading is that goes on just now. */
  readonly progress: { readonly rows: number; readonly of: number } | null;
}

/** Others' changes are waited for this long, so that a busy board is not read at each of them. */
const settlesMs = 400;
/** After so many changes by others while it was read, the page waits for it. */
const triesInPieces = 3;

export function isSameForImport(one: PartnershipMap, other: PartnershipMap): boolean {
  return importedLists.every((list) => one[list] === other[list]);
}

const contextOf = (boardMap: BoardMap) => ({ today: boardMap.today(), newId: () => boardMap.newId() });

export function useImportPreview(table: string | TableCells, choices: ImportChoices): ImportReading {
  const { boardMap } = useBoardMap();
  const shown = useMap();
  const [map, setMap] = useState(shown);
  if (map !== shown && !isSameForImport(map, shown)) setMap(shown);
  const [last, setLast] = useState<(ReadPreview & { readonly asked: Asked }) | null>(null);
  const [progress, setProgress] = useState<ImportReading['progress']>(null);
  const begun = useRef<Asked | null>(null);
  useEffect(() => {
    const isOthersChange = begun.current?.table === table && begun.current.choices === choices;
    begun.current = { table, choices };
    let stop = (): void => {};
    const begin = (): void => {
      stop = runInPieces(importSteps(map, table, contextOf(boardMap), choices), {
        onStep: setProgress,
        onDone: (preview) => {
          setProgress(null);
          setLast({ preview, map, asked: { table, choices } });
        },
      });
    };
    const timer = isOthersChange ? setTimeout(begin, settlesMs) : null;
    if (timer === null) begin();
    return () => {
      if (timer !== null) clearTimeout(timer);
      stop();
    };
  }, [boardMap, map, table, choices]);
  const fits = last?.asked.table === table && last.asked.choices.columns === choices.columns;
  return { read: fits ? last : null, progress };
}

interface Asked {
  readonly table: string | TableCells;
  readonly choices: ImportChoices;
}

/** The preview on the map as it is by now: the one that was read, where nobody changed what it rests on. */
export async function onMapNow(
  boardMap: BoardMap,
  read: ReadPreview,
  table: string | TableCells,
  choices: ImportChoices,
): Promise<ImportPreview> {
  let now = read;
  for (let tries = 0; !isSameForImport(now.map, boardMap.map()); tries++) {
    const map = boardMap.map();
    if (tries === triesInPieces) return importRegister(map, table, contextOf(boardMap), choices);
    now = await new Promise<ReadPreview>((resolve) => {
      runInPieces(importSteps(map, table, contextOf(boardMap), choices), {
        onDone: (preview) => resolve({ preview, map }),
      });
    });
  }
  return now.preview;
}
