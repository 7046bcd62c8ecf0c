/** The frame on a mounted canvas: projected from the map, and back from gestures to commands. */
import type { Editor, TLPageId } from '@tldraw/tldraw';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { FrameLayout } from '#shared/views/frame/FrameLayout.ts';
import type { ProjectionTarget } from './applyProjection.ts';
import type { CarryOut, FrameHint } from './carryOut.ts';
import type { FrameEntity } from './FrameEntity.ts';
import { followMap, type MapSource } from './followMap.ts';
import { keepFrame } from './keepFrame.ts';

export interface UseFrameOptions {
  /** Null until the canvas is mounted. */
  readonly editor: Editor | null;
  readonly map$: MapSource;
  /** Null until the map can be changed. */
  readonly carryOut: CarryOut | null;
  /** The ISO day for which the map is shown. */
  readonly asOf: string;
  /** The page that carries the frame. */
  readonly page?: TLPageId;
  /** Runs a change that is nobody's act (`CanvasBinding.project`); without it the store's own. */
  readonly merge?: ProjectionTarget['merge'];
  /** Shows the whole frame when it appears first. */
  readonly fitFirst?: boolean;
  /** After each drawing: how far the ring reaches. */
  readonly onLayout?: (layout: FrameLayout) => void;
  readonly onInspect?: (entity: FrameEntity) => void;
  readonly onHint?: (hint: FrameHint) => void;
}

const firstPage = 'page:page' as TLPageId;

export function useFrame(options: UseFrameOptions): void {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  /** The canvas whose view has been set: people's own view is never taken from them. */
  const fitted = useRef<Editor | null>(null);
  const { editor, map$, asOf, page = firstPage, fitFirst = true } = options;

  useEffect(() => {
    if (!editor) return undefined;
    const keeper = keepFrame({
      editor,
      page,
      map: map$.get,
      asOf: () => asOf,
      carryOut: () => latest.current.carryOut,
      merge: (run) => (latest.current.merge ?? editor.store.mergeRemoteChanges.bind(editor.store))(run),
      onInspect: (entity) => latest.current.onInspect?.(entity),
      onHint: (hint) => latest.current.onHint?.(hint),
    });
    const { layout } = keeper.show();
    latest.current.onLayout?.(layout);
    if (fitFirst && fitted.current !== editor && editor.getCurrentPageId() === page) fitFrame(editor, layout.bounds);
    fitted.current = editor;

    const stopFollowing = followMap(map$, () => latest.current.onLayout?.(keeper.show().layout));
    return () => {
      stopFollowing();
      keeper.dispose();
    };
  }, [editor, map$, asOf, page, fitFirst]);
}

/** Around the frame, when all of it is shown. */
const edge = 8;
/** tldraw's toolbar, at the lower edge. */
const toolbar = 56;

/** The whole frame on the screen, clear of the toolbar. */
export function fitFrame(
  editor: Editor,
  bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  const screen = editor.getViewportScreenBounds();
  const style = getComputedStyle(editor.getContainer());
  // The page lays its panels over the canvas and says in these how far they reach.
  const covered = (side: string) => Number.parseFloat(style.getPropertyValue(`--canvas-${side}`)) || 0;
  const [left, top] = [covered('left') + edge, covered('top') + edge];
  const [width, height] = [
    screen.w - left - covered('right') - edge,
    screen.h - top - covered('bottom') - toolbar - edge,
  ];
  const zoom = Math.min(1.2, width / bounds.width, height / bounds.height);
  if (!(zoom > 0)) return;
  editor.setCamera(
    {
      x: (left + (width - bounds.width * zoom) / 2) / zoom - bounds.x,
      y: (top + (height - bounds.height * zoom) / 2) / zoom - bounds.y,
      z: zoom,
    },
    { immediate: true },
  );
}
