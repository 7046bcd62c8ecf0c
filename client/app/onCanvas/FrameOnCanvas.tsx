/** The frame of the open board on its mounted canvas: shown from the map, changed by commands, chosen together with the panels. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoundCanvasProps } from '#client/binding/BoundCanvas.tsx';
import type { CarryOut } from '#client/canvas/frame/carryOut.ts';
import { refOf, shareSelection } from '#client/canvas/frame/shareSelection.ts';
import { useFrame } from '#client/canvas/frame/useFrame.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { useLateParts } from '#client/app/Services.ts';

export type MountedCanvas = Parameters<NonNullable<BoundCanvasProps['onReady']>>[0];

export function FrameOnCanvas({ canvas }: { readonly canvas: MountedCanvas }) {
  const { t } = useTranslation();
  const parts = useLateParts();
  const { boardMap, selection, spoken, history } = useBoardMap();
  const map$ = useMemo(() => ({ get: boardMap.map, subscribe: boardMap.subscribe }), [boardMap]);
  const carryOut = useMemo(() => {
    if (parts === null) return null;
    const commands = parts.frameCommandsOf({
      map: boardMap.map,
      run: (list) => {
        const outcome = boardMap.run(...list);
        if (outcome.ok) return outcome.id;
        spoken.say(t(`map.refused.${outcome.code}`));
        return null;
      },
    });
    return (...[gesture, projection]: Parameters<CarryOut>) => parts.carryOut(gesture, projection, commands);
  }, [parts, boardMap, spoken, t]);
  const editor = canvas?.editor ?? null;
  const [ringRight, setRingRight] = useState<number | null>(null);
  useFrame({
    editor,
    map$,
    carryOut,
    asOf: boardMap.today(),
    ...(canvas === null ? {} : { merge: canvas.project }),
    onLayout: ({ bounds }) => setRingRight(bounds.x + bounds.width),
    onInspect: (entity) => selection.open(refOf(entity)),
    onHint: (hint) => spoken.say(t(`frame.hints.${hint}`)),
  });
  useEffect(() => (editor === null ? undefined : shareSelection(editor, selection)), [editor, selection]);
  const undo = canvas?.undo ?? null;
  useEffect(
    () => (undo === null ? undefined : history.attach({ undo: () => undo.undo(), redo: () => undo.redo() })),
    [history, undo],
  );
  return parts === null ? null : <parts.CycleOnCanvas canvas={canvas} ringRight={ringRight} />;
}
