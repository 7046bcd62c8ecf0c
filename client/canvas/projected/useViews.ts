/** The views of the map on a mounted canvas: projected from the map, and back from gestures to commands. */
import type { Editor, TLPageId } from '@tldraw/tldraw';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { EntityRef } from '#client/map/Selection.ts';
import type { Stage } from '#shared/kinds/values.ts';
import type { LateViews } from '../lateViews.ts';
import type { ProjectionTarget } from './applyProjection.ts';
import { fitOnScreen, zoomToFit } from './fitOnScreen.ts';
import { followMap, type MapSource } from './followMap.ts';
import { viewOf } from './isOfMap.ts';
import type { TryingPort } from './View.ts';
import { ViewKeeper, type ViewHint } from './ViewKeeper.ts';

export interface UseViewsOptions {
  /** Null until the canvas is mounted. */
  readonly editor: Editor | null;
  readonly map$: MapSource;
  /** Null until what comes after the canvas is there. */
  readonly late: LateViews | null;
  readonly port: TryingPort;
  /** The ISO day for which the map is shown. */
  readonly asOf: string;
  /** The stage that runs now, lit for everybody; null = people roam. */
  readonly litStage: Stage | null;
  /** Runs a change that is nobody's act (`CanvasBinding.project`); without it the store's own. */
  readonly merge?: ProjectionTarget['merge'];
  readonly onInspect: (ref: EntityRef) => void;
  readonly onHint: (hint: ViewHint) => void;
}

/** The page that carries the views. */
const page = 'page:page' as TLPageId;

export function useViews(options: UseViewsOptions): void {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const keeper = useRef<ViewKeeper | null>(null);
  /** The canvas whose view has been set: people's own view is never taken from them. */
  const fitted = useRef<Editor | null>(null);
  const { editor, map$ } = options;

  useEffect(() => {
    if (!editor) return undefined;
    const own = new ViewKeeper({
      editor,
      page,
      map: map$.get,
      asOf: () => latest.current.asOf,
      litStage: () => latest.current.litStage,
      late: () => latest.current.late,
      port: {
        map: map$.get,
        newId: () => latest.current.port.newId(),
        run: (commands) => latest.current.port.run(commands),
        tried: (commands) => latest.current.port.tried(commands),
      },
      merge: (run) => (latest.current.merge ?? editor.store.mergeRemoteChanges.bind(editor.store))(run),
      onInspect: (ref) => latest.current.onInspect(ref),
      onHint: (hint) => latest.current.onHint(hint),
    });
    keeper.current = own;
    own.show();
    const frame = own.projection('frame');
    const area = frame && (viewOf('frame').opensOn?.(frame, (box) => zoomToFit(editor, box)) ?? frame.area);
    if (area && fitted.current !== editor && editor.getCurrentPageId() === page)
      fitOnScreen(editor, area, frame?.area ?? area);
    fitted.current = editor;
    const stopFollowing = followMap(map$, () => own.show());
    return () => {
      stopFollowing();
      own.dispose();
      keeper.current = null;
    };
  }, [editor, map$]);

  // cheap when nothing changed, so it looks after every drawing: at the day, the stage, and what came with the late parts
  useEffect(() => {
    keeper.current?.show();
  });
}
