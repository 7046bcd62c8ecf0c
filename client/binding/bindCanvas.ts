/**
 * Connects the `canvas` root of a board's document with a tldraw store: local changes go out as field changes, and the store
 * follows the document. Invariant: store = view(document) + what was done here and has not been written yet (decision 0042).
 * Never seeds, never writes what came from others.
 */
import type { Editor, TLRecord, TLStore } from '@tldraw/tldraw';
import type * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';
import { BoardUndo, type UndoSetup } from './undo/BoardUndo.ts';
import { CanvasView, type SetAside } from './CanvasView.ts';
import { groundGone } from './groundOwn.ts';
import { hearStore } from './hearStore.ts';
import { joinHistory } from './undo/joinHistory.ts';
import { Outgoing } from './Outgoing.ts';
import type { Pace } from './Pace.ts';
import { schemaOf } from './schemaOf.ts';
import { StoreFollower } from './StoreFollower.ts';

export interface BindSetup {
  /** A document that is complete: synced once, or from a complete copy on this device. */
  readonly doc: Y.Doc;
  /** Empty; is filled before this returns, so that the editor mounts on a full store. */
  readonly store: TLStore;
  readonly pace: Pace;
  /** 0 <= n < 1 */
  readonly random: () => number;
  readonly readOnly: boolean;
  /** Origins of map commands, for the common undo. */
  readonly mapOrigins?: readonly object[];
  /** Records that stand on the canvas without being in the document (cards of the map, and copies of such cards). */
  readonly isElsewhere?: (id: string, record?: object) => boolean;
  /** The records that are set aside just now, whenever that changes. */
  readonly onSetAside?: (records: readonly SetAside[]) => void;
  /** Something stays although it was to be taken back, because of what others did (UNDO-1). */
  readonly onKept?: UndoSetup['onKept'];
  /** Others deleted what so many arrows of this page's were attached to. */
  readonly onEndsGone?: (arrows: number) => void;
  /** Called before remote changes of these records enter the store, while an editor is attached. */
  readonly onIncoming?: (editor: Editor, records: readonly TLRecord[]) => void;
}

export interface CanvasBinding {
  readonly undo: BoardUndo;
  /** The document is of a newer program: it is only looked at. */
  readonly isFromNewer: boolean;
  /** The document is of a newer program, or of an older one that nobody has brought up to date: nothing is written. */
  readonly isLookedAtOnly: boolean;
  /** Joins the mounted editor: its undo, its marks. Returns its own undo. */
  attach(editor: Editor): () => void;
  setReadOnly(readOnly: boolean): void;
  /**
   * Runs a change of records that are elsewhere (see `isElsewhere`). What tldraw derives from it, like the way of an arrow,
   * is not written and not undoable.
   */
  project(change: () => void): void;
  /** Writes local changes into the document now. */
  flush(): void;
  /** Brings the document's changes into the store now. */
  show(): void;
  setAside(): SetAside[];
  dispose(): void;
}

export function bindCanvas(setup: BindSetup): CanvasBinding {
  const { doc, store, pace } = setup;
  const canvas = doc.getMap<unknown>(roots.canvas);
  const isElsewhere = setup.isElsewhere ?? (() => false);
  const schema = schemaOf(doc.getMap(roots.meta), store.schema.serialize());
  // An older schema is shown migrated; writing single fields of the new form into old records would mix the two.
  const isLookedAtOnly = schema.isNewer || schema.older !== null;
  let readOnly = setup.readOnly || isLookedAtOnly;
  const mayWrite = () => !readOnly;
  const view = new CanvasView({ canvas, schema: store.schema, writtenWith: schema.older, isElsewhere });
  const origins = { undoable: { name: 'canvas' }, plain: { name: 'canvas, outside of undo' } };
  const outgoing = new Outgoing({
    canvas,
    origins,
    pace,
    isAdded: (id) => view.isAdded(id),
    onWritten: () => follower.written(),
    current: (id) => store.get(id as TLRecord['id']),
  });
  const follower = new StoreFollower({
    canvas,
    store,
    view,
    outgoing,
    pace,
    beforeGone(editor, changed) {
      if (!mayWrite()) return false;
      const { places, arrows } = groundGone({ editor, canvas, view, changed, origin: origins.plain });
      if (arrows > 0) setup.onEndsGone?.(arrows);
      return places > 0;
    },
    onIncoming: (editor, records) => setup.onIncoming?.(editor, records),
    onSetAside: (records) => setup.onSetAside?.(records),
  });
  const flush = () => outgoing.flush({ strokes: true });
  const show = () => follower.show();
  const undo = new BoardUndo({
    doc,
    scope: [canvas, doc.getMap<unknown>(roots.map)],
    canvasOrigin: origins.undoable,
    mapOrigins: setup.mapOrigins ?? [],
    now: pace.now,
    flush,
    show,
    ...(setup.onKept ? { onKept: setup.onKept } : {}),
  });
  const stopHearing = hearStore({ store, outgoing, follower, isElsewhere, mayWrite, random: setup.random });
  show();

  return {
    undo,
    isFromNewer: schema.isNewer,
    isLookedAtOnly,
    attach: (editor) => attachTo(editor, undo, follower, outgoing),
    project: (change) => follower.bring(() => store.mergeRemoteChanges(change)),
    setReadOnly(next) {
      const before = readOnly;
      readOnly = next || isLookedAtOnly;
      if (!readOnly || before) return;
      for (const id of outgoing.drop()) follower.mark(id);
      show();
    },
    flush,
    show,
    setAside: () => view.setAside(),
    dispose() {
      if (mayWrite()) flush();
      follower.stop();
      stopHearing();
      outgoing.drop();
      undo.dispose();
    },
  };
}

function attachTo(editor: Editor, undo: BoardUndo, follower: StoreFollower, outgoing: Outgoing): () => void {
  const discard = (run: () => void) => follower.discard(run);
  const history = joinHistory(editor, undo, discard, () => outgoing.hasUndoable());
  follower.mounted = { editor, history };
  follower.show();
  return () => {
    outgoing.flush({ strokes: true });
    history.leave();
    if (follower.mounted?.editor === editor) follower.mounted = null;
  };
}
