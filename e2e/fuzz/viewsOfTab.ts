/** The views on the canvas of a tab, put together as the page does it: shown once a frame, gestures become commands. */
import type { TLPageId } from '@tldraw/tldraw';
import { lateViews } from '#client/canvas/lateViews.ts';
import { shapeOfView, type ShapeOfView } from '#client/canvas/projected/isOfMap.ts';
import type { CommandPort } from '#client/canvas/projected/View.ts';
import { ViewKeeper } from '#client/canvas/projected/ViewKeeper.ts';
import { viewShapeUtils, viewToolStates } from '#client/canvas/useViewParts.tsx';
import type { Peer, PeerParts } from '#client/binding/testPeers.ts';
import type { MapReader } from '#shared/board/MapReader.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';

/** The day on which everybody in the fuzz looks at the map. */
export const fuzzDay = '2026-03-02';
export const viewPage = 'page:page' as TLPageId;
/** For whom everybody in the fuzz looks at it. */
export const fuzzSetting = { asOf: fuzzDay, page: viewPage, litStage: null } as const;
export const viewParts: PeerParts = { shapeUtils: viewShapeUtils, tools: viewToolStates };

export type KeptViews = Pick<ViewKeeper, 'projection' | 'show' | 'settle' | 'dispose'>;

export function viewsOfTab(peer: Peer, reader: MapReader, port: Omit<CommandPort, 'map'>): KeptViews {
  const { editor, pace, binding } = peer;
  const map = () => reader.map();
  const keeper = new ViewKeeper({
    editor,
    page: viewPage,
    map,
    asOf: () => fuzzDay,
    litStage: () => null,
    late: () => lateViews,
    port: {
      map,
      ...port,
      tried(commands) {
        const result = runCommands(map(), commands, { today: fuzzDay, newId: port.newId });
        return result.ok ? result.map : null;
      },
    },
    merge: (change) => binding.project(change),
    onInspect: () => undefined,
    onHint: () => undefined,
  });
  keeper.show();
  let cancel: (() => void) | null = null;
  const stop = reader.subscribe(() => {
    cancel ??= pace.nextFrame(() => {
      cancel = null;
      keeper.show();
    });
  });
  return {
    projection: (view) => keeper.projection(view),
    show: () => keeper.show(),
    settle: () => keeper.settle(),
    dispose() {
      stop();
      cancel?.();
      keeper.dispose();
    },
  };
}

/** Shapes of the views on this canvas, copies whose gesture has not ended included. */
export function viewShapesOf(peer: Peer): readonly ShapeOfView[] {
  return peer.store.allRecords().flatMap((record) => shapeOfView(record) ?? []);
}
