/** What is chosen on the board right now, as options of a vote. */
import { useSyncExternalStore } from 'react';
import { useCanvas } from '#client/board/BoardContext.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { chosenOptions, type OptionDraft } from './chosenOptions.ts';

export function useChosenOptions(): readonly OptionDraft[] {
  const canvas = useCanvas();
  const { selection } = useBoardMap();
  const map = useMap();
  const refs = useSyncExternalStore(selection.subscribe, selection.chosen);
  const texts = useSyncExternalStore(canvas.onChosen, canvas.chosenTexts);
  return chosenOptions(map, refs, texts);
}
