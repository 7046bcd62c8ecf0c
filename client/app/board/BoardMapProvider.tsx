/** Opens the map of the document that is shown, for the canvas and all panels, and closes it with the document. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { browserPace } from '#client/binding/Pace.ts';
import { BoardMap } from '#client/map/BoardMap.ts';
import { History } from '#client/map/History.ts';
import type { KeptWords } from '#client/map/KeptWords.ts';
import { MapContext, type MapServices } from '#client/map/MapContext.ts';
import { Selection } from '#client/map/Selection.ts';
import { Spoken } from '#client/map/Spoken.ts';
import { useBoardView } from '#client/board/BoardContext.ts';
import type { BoardView } from '#client/connection/BoardView.ts';
import { randomLetters } from '#client/ui/text/randomText.ts';
import { SpokenRegion } from './SpokenRegion.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import { useLateParts, useServices } from '#client/app/Services.ts';

export interface BoardMapProviderProps {
  /** Of the open board, whatever becomes of its document. */
  readonly words: KeptWords;
  readonly children: ReactNode;
}

type Opened = Omit<MapServices, 'isFacilitator' | 'words'>;

export function BoardMapProvider({ words, children }: BoardMapProviderProps) {
  const { doc, mayEdit, role } = useBoardView();
  const { late } = useServices();
  const parts = useLateParts();
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    const services = openMap(doc);
    const complete = (): void => {
      const loaded = late.parts();
      if (loaded !== null) services.boardMap.complete(loaded.mapParts);
    };
    complete();
    const stopWaiting = late.subscribe(complete);
    setOpened(services);
    return () => {
      stopWaiting();
      services.boardMap.close();
      services.spoken.close();
    };
  }, [doc, late]);
  useEffect(() => opened?.boardMap.setReadOnly(!mayEdit), [opened, mayEdit]);
  const isFacilitator = mayDo(role, 'administer');
  const services = useMemo(
    () => (opened === null ? null : { ...opened, words, isFacilitator }),
    [opened, words, isFacilitator],
  );
  if (services === null) return null;
  return (
    <MapContext value={services}>
      {children}
      {parts !== null && <parts.FindingNews />}
      <SpokenRegion />
    </MapContext>
  );
}

function openMap(doc: BoardView['doc']): Opened {
  const pace = browserPace();
  const boardMap = new BoardMap({
    doc,
    readOnly: true,
    today: () => localDay(new Date()),
    newId: () => randomLetters(12),
    nextFrame: pace.nextFrame,
  });
  const spoken = new Spoken(pace);
  return { boardMap, selection: new Selection(), spoken, history: new History() };
}

/** The day where this person is; a workshop does not think in UTC. */
function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
