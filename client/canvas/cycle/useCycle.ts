/** The cycle on a mounted canvas: projected from the map, and back from gestures to commands. */
import type { Editor, TLPageId } from '@tldraw/tldraw';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { EntityRef } from '#client/map/Selection.ts';
import type { Stage } from '#shared/kinds/values.ts';
import type { ProjectionTarget } from '../frame/applyProjection.ts';
import { followMap, type MapSource } from '../frame/followMap.ts';
import type { CycleHint } from './carryOutCycle.ts';
import type { CycleCommands } from './CycleCommands.ts';
import { keepCycle, type CycleKeeper } from './keepCycle.ts';

export interface UseCycleOptions {
  /** Null until the canvas is mounted. */
  readonly editor: Editor | null;
  readonly map$: MapSource;
  readonly commands: CycleCommands;
  readonly asOf: string;
  /** Where the cycle begins (`cycleLeft`); null until the ring is there. */
  readonly left: number | null;
  /** The stage that runs now, lit for everybody; null = people roam. */
  readonly litStage: Stage | null;
  readonly page?: TLPageId;
  readonly merge?: ProjectionTarget['merge'];
  readonly onInspect?: (ref: EntityRef) => void;
  readonly onHint?: (hint: CycleHint) => void;
}

const firstPage = 'page:page' as TLPageId;

export function useCycle(options: UseCycleOptions): void {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const keeper = useRef<CycleKeeper | null>(null);
  const { editor, map$, page = firstPage } = options;

  useEffect(() => {
    if (!editor) return undefined;
    const own = keepCycle({
      editor,
      page,
      map: map$.get,
      asOf: () => latest.current.asOf,
      left: () => latest.current.left,
      litStage: () => latest.current.litStage,
      commands: () => latest.current.commands,
      merge: (run) => (latest.current.merge ?? editor.store.mergeRemoteChanges.bind(editor.store))(run),
      onInspect: (ref) => latest.current.onInspect?.(ref),
      onHint: (hint) => latest.current.onHint?.(hint),
    });
    keeper.current = own;
    const stopFollowing = followMap(map$, () => own.show());
    return () => {
      stopFollowing();
      own.dispose();
      keeper.current = null;
    };
  }, [editor, map$, page]);

  // cheap when nothing changed, so it looks after every drawing: at the day, the ring and the stage
  useEffect(() => {
    keeper.current?.show();
  });
}
