/** The cycle of the open board on its mounted canvas: shown from the map, changed by commands, lit by the running workshop. */
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cycleDrawings } from '#client/canvas/cycle/cycleDrawings.ts';
import { giveCycleDrawings } from '#client/canvas/cycle/lateDrawings.ts';
import { cycleCommandsOf } from '#client/canvas/cycle/cycleCommandsOf.ts';
import { shareCycleSelection } from '#client/canvas/cycle/shareCycleSelection.ts';
import { useCycle } from '#client/canvas/cycle/useCycle.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { cycleLeft } from '#shared/views/cycle/cycleMeasures.ts';
import type { MountedCanvas } from './FrameOnCanvas.tsx';
import { useLitStage } from './useLitStage.ts';

giveCycleDrawings(cycleDrawings);

export interface CycleOnCanvasProps {
  readonly canvas: MountedCanvas;
  /** How far the ring reaches to the right; null until it is there. */
  readonly ringRight: number | null;
}

export function CycleOnCanvas({ canvas, ringRight }: CycleOnCanvasProps) {
  const { t } = useTranslation();
  const { boardMap, selection, spoken } = useBoardMap();
  const litStage = useLitStage();
  const map$ = useMemo(() => ({ get: boardMap.map, subscribe: boardMap.subscribe }), [boardMap]);
  const commands = useMemo(
    () =>
      cycleCommandsOf({
        map: boardMap.map,
        newId: () => boardMap.newId(),
        run: (list) => {
          const outcome = boardMap.run(...list);
          if (outcome.ok) return outcome.id;
          spoken.say(t(`map.refused.${outcome.code}`));
          return null;
        },
      }),
    [boardMap, spoken, t],
  );
  const editor = canvas?.editor ?? null;
  useCycle({
    editor,
    map$,
    commands,
    asOf: boardMap.today(),
    left: ringRight === null ? null : cycleLeft(ringRight),
    litStage,
    ...(canvas === null ? {} : { merge: canvas.project }),
    onInspect: (ref) => selection.open(ref),
    onHint: (hint) => spoken.say(t(`cycle.hints.${hint}`)),
  });
  useEffect(() => (editor === null ? undefined : shareCycleSelection(editor, selection)), [editor, selection]);
  return null;
}
