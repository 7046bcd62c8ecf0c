/** The views of the open board on its mounted canvas: shown from the map, changed by commands, chosen together with the panels. */
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoundCanvasProps } from '#client/binding/BoundCanvas.tsx';
import type { LateViews } from '#client/canvas/lateViews.ts';
import { useViews } from '#client/canvas/projected/useViews.ts';
import type { TryingPort } from '#client/canvas/projected/View.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { useLateParts } from '#client/app/Services.ts';
import { useLitStage } from './useLitStage.ts';

export type MountedCanvas = Parameters<NonNullable<BoundCanvasProps['onReady']>>[0];

export function ViewsOnCanvas({ canvas }: { readonly canvas: MountedCanvas }) {
  const { t } = useTranslation();
  const parts = useLateParts();
  const late: LateViews | null = parts?.lateViews ?? null;
  const { boardMap, selection, spoken, history } = useBoardMap();
  const map$ = useMemo(() => ({ get: boardMap.map, subscribe: boardMap.subscribe }), [boardMap]);
  const port = useMemo<TryingPort>(
    () => ({
      map: boardMap.map,
      newId: () => boardMap.newId(),
      run: (list) => {
        const outcome = boardMap.run(...list);
        if (outcome.ok) return outcome.id;
        spoken.say(parts?.refusedText(t, outcome.code) ?? '');
        return null;
      },
      tried: (list) => boardMap.tried(...list),
    }),
    [boardMap, parts, spoken, t],
  );
  const editor = canvas?.editor ?? null;
  useViews({
    editor,
    map$,
    late,
    port,
    asOf: boardMap.today(),
    litStage: useLitStage(),
    ...(canvas === null ? {} : { merge: canvas.project }),
    onInspect: (ref) => selection.open(ref),
    onHint: ({ view, hint }) =>
      spoken.say(view === null ? t(`frame.hints.${hint}`) : (late?.[view].hint(t, hint) ?? '')),
  });
  useEffect(() => (editor === null ? undefined : parts?.shareSelection(editor, selection)), [editor, parts, selection]);
  const undo = canvas?.undo ?? null;
  useEffect(
    () => (undo === null ? undefined : history.attach({ undo: () => undo.undo(), redo: () => undo.redo() })),
    [history, undo],
  );
  return null;
}
