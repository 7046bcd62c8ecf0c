/** The views of the open board on its mounted canvas: shown from the map, changed by commands, chosen together with the panels. */
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoundCanvasProps } from '#client/binding/BoundCanvas.tsx';
import type { LateViews } from '#client/canvas/lateViews.ts';
import { useViews } from '#client/canvas/projected/useViews.ts';
import type { TryingPort } from '#client/canvas/projected/View.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { useBoard } from '#client/board/BoardContext.ts';
import { useLateParts } from '#client/app/Services.ts';
import { useLitStage } from './useLitStage.ts';

export type MountedCanvas = Parameters<NonNullable<BoundCanvasProps['onReady']>>[0];

export function ViewsOnCanvas({ canvas }: { readonly canvas: MountedCanvas }) {
  const { t } = useTranslation();
  const parts = useLateParts();
  const late: LateViews | null = parts?.lateViews ?? null;
  const { boardMap, selection, spoken, history } = useBoardMap();
  const { screen } = useBoard();
  /** Nothing else shows why: what was dragged has sprung back. */
  const hint = useCallback(
    (text: string): void => {
      if (text === '') return;
      spoken.say(text);
      screen.change({ hint: { text, isLimit: false } });
    },
    [screen, spoken],
  );
  const map$ = useMemo(() => ({ get: boardMap.map, subscribe: boardMap.subscribe }), [boardMap]);
  const port = useMemo<TryingPort>(
    () => ({
      map: boardMap.map,
      newId: () => boardMap.newId(),
      run: (list) => {
        const outcome = boardMap.run(...list);
        if (outcome.ok) return outcome.id;
        const text = parts?.refusedText(t, outcome.code) ?? '';
        // what the workshop does not let is on the screen already
        if (screen.state().hint?.text === text) spoken.say(text);
        else hint(text);
        return null;
      },
      tried: (list) => boardMap.tried(...list),
    }),
    [boardMap, parts, screen, spoken, hint, t],
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
    onHint: ({ view, hint: why }) => hint(view === null ? t(`frame.hints.${why}`) : (late?.[view].hint(t, why) ?? '')),
  });
  useEffect(() => (editor === null ? undefined : parts?.shareSelection(editor, selection)), [editor, parts, selection]);
  const undo = canvas?.undo ?? null;
  useEffect(
    () => (undo === null ? undefined : history.attach({ undo: () => undo.undo(), redo: () => undo.redo() })),
    [history, undo],
  );
  return null;
}
