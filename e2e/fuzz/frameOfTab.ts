/** The frame on the canvas of a tab, put together as the page does it: shown once a frame, gestures become commands. */
import type { TLPageId } from '@tldraw/tldraw';
import { carryOut } from '#client/canvas/frame/carryOut.ts';
import { frameCommandsOf } from '#client/canvas/frame/frameCommandsOf.ts';
import type { FrameShape } from '#client/canvas/frame/frameShapes.ts';
import { frameShapeUtils } from '#client/canvas/frame/frameShapeUtils.ts';
import { frameTools } from '#client/canvas/frame/frameTools.ts';
import { isFrameShape, isProjected } from '#client/canvas/frame/isProjected.ts';
import { keepFrame, type FrameKeeper } from '#client/canvas/frame/keepFrame.ts';
import type { Peer, PeerParts } from '#client/binding/testPeers.ts';
import type { MapReader } from '#shared/board/MapReader.ts';
import type { Command } from '#shared/map/commands/Command.ts';

/** The day on which everybody in the fuzz looks at the map. */
export const fuzzDay = '2026-03-02';
export const framePage = 'page:page' as TLPageId;
export const frameParts: PeerParts = { shapeUtils: frameShapeUtils, tools: frameTools };

/** Answers with the id of the last command's entity; null when they were refused. */
export type RunCommands = (commands: readonly Command[]) => string | null;

export function frameOfTab(peer: Peer, reader: MapReader, run: RunCommands): FrameKeeper {
  const { editor, pace, binding } = peer;
  const keeper = keepFrame({
    editor,
    page: framePage,
    map: () => reader.map(),
    asOf: () => fuzzDay,
    carryOut: () => (gesture, projection) =>
      carryOut(gesture, projection, frameCommandsOf({ map: () => reader.map(), run })),
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
    show: keeper.show,
    settle: keeper.settle,
    dispose() {
      stop();
      cancel?.();
      keeper.dispose();
    },
  };
}

/** Shapes of the frame on this canvas, copies whose gesture has not ended included. */
export function frameShapesOf(peer: Peer): readonly FrameShape[] {
  return peer.store
    .allRecords()
    .filter((record) => isProjected(record.id, record) || isFrameShape(record)) as unknown as FrameShape[];
}
