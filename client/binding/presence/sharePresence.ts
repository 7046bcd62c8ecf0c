/** What others see of this tab: pointer, page, selection, camera. At most 15 times a second, and only when it changed. */
import { react, type Editor } from '@tldraw/tldraw';
import { same } from '#shared/board/same.ts';
import type { Presence } from '#shared/wire/presence.ts';
import type { Pace } from '../Pace.ts';

const shareEveryMs = 66;
/** The server takes 8 kB of presence; ids are about 30 characters. */
const mostSelected = 100;

/** The presence of this tab as the canvas has it. */
export function presenceOf(editor: Editor, isPointerInside: boolean): Presence {
  const view = editor.getViewportPageBounds();
  const screen = editor.getViewportScreenBounds();
  const { x, y } = editor.inputs.currentPagePoint;
  const following = editor.getInstanceState().followingUserId;
  return {
    cursor: isPointerInside ? { x: round(x), y: round(y) } : null,
    page: editor.getCurrentPageId(),
    selection: editor.getSelectedShapeIds().slice(0, mostSelected),
    camera: { x: round(view.x), y: round(view.y), z: editor.getZoomLevel(), w: round(screen.w), h: round(screen.h) },
    following: following === null ? null : following.replace(/^user:/, ''),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Starts sharing; returns its own undo. */
export function sharePresence(editor: Editor, set: (change: Presence) => void, pace: Pace, page: Document): () => void {
  let isInside = false;
  let shared: Presence = {};
  let sharedAt = -Infinity;
  let cancel: (() => void) | null = null;

  const share = () => {
    cancel = null;
    sharedAt = pace.now();
    const next: Presence = { ...presenceOf(editor, isInside), away: page.visibilityState === 'hidden' };
    const change = Object.fromEntries(
      Object.entries(next).filter(([key, value]) => !same(value, shared[key as keyof Presence])),
    );
    shared = next;
    if (Object.keys(change).length > 0) set(change);
  };
  const schedule = () => {
    cancel ??= pace.after(Math.max(0, sharedAt + shareEveryMs - pace.now()), share);
  };

  const stop = react('share presence', () => {
    editor.getCamera();
    editor.getCurrentPageId();
    editor.getSelectedShapeIds();
    editor.getInstanceState();
    schedule();
  });
  const onPointer = (event: Event) => {
    isInside = event.type !== 'pointerleave';
    schedule();
  };
  const container = editor.getContainer();
  // Whoever comes in without moving (what lay over the canvas is gone) points nowhere that the canvas knows of.
  const pointerEvents = ['pointermove', 'pointerleave'];
  for (const name of pointerEvents) container.addEventListener(name, onPointer);
  page.addEventListener('visibilitychange', schedule);
  schedule();
  return () => {
    stop();
    cancel?.();
    for (const name of pointerEvents) container.removeEventListener(name, onPointer);
    page.removeEventListener('visibilitychange', schedule);
    set({ cursor: null, selection: [] });
  };
}
