/**
 * Connects the `canvas` root of a board's document with a tldraw store: local changes go out as field changes, and the store
 * follows the document. Invariant: store = view(document) + what was done here and has not been written yet (decision 0042).
 * Never seeds, never writes what came from others.
 */
import { type Editor, type TLRecord, type TLStore } from '@tldraw/tldraw';
import type * as Y from 'yjs';
import { writeChanges } from '#shared/board/record.ts';
import { roots } from '#shared/board/roots.ts';
import { same } from '#shared/board/same.ts';
import { BoardUndo, type UndoSetup } from './BoardUndo.ts';
import { CanvasView, type SetAside } from './CanvasView.ts';
import { groundOwn, ownerOf } from './groundOwn.ts';
import { firstIndex } from './indexBetween.ts';
import { joinHistory, type JoinedHistory } from './joinHistory.ts';
import { keepSame } from './keepSame.ts';
import { inStoreOrder, removeInOrder } from './storeOrder.ts';
import { Outgoing } from './Outgoing.ts';
import type { Pace } from './Pace.ts';
import { schemaOf } from './schemaOf.ts';

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

const documentTypes = ['document', 'page', 'shape', 'binding', 'asset'] as const;

export function bindCanvas(setup: BindSetup): CanvasBinding {
  const { doc, store, pace } = setup;
  const canvas = doc.getMap<unknown>(roots.canvas);
  const isElsewhere = setup.isElsewhere ?? (() => false);
  const schema = schemaOf(doc.getMap(roots.meta), store.schema.serialize());
  const view = new CanvasView({ canvas, schema: store.schema, writtenWith: schema.older, isElsewhere });
  const origins = { undoable: { name: 'canvas' }, plain: { name: 'canvas, outside of undo' } };
  const outgoing = new Outgoing({
    canvas,
    origins,
    pace,
    isAdded: (id) => view.isAdded(id),
    onWritten: () => dirty.size > 0 && scheduleShow(),
    current: (id) => store.get(id as TLRecord['id']),
  });
  // An older schema is shown migrated; writing single fields of the new form into old records would mix the two.
  let readOnly = setup.readOnly || schema.isNewer || schema.older !== null;
  const mayWrite = () => !readOnly;

  /** Ids whose entry in the document changed since the store last followed. */
  const dirty = new Set<string>(canvas.keys());
  let applying: Set<string> | null = null;
  let discarding = false;
  let editor: Editor | null = null;
  let history: JoinedHistory | null = null;
  let cancelShow: (() => void) | null = null;
  let setAsideBefore = '';

  const flush = () => outgoing.flush({ strokes: true });
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

  function onChange(before: TLRecord | null, after: TLRecord | null, source: 'user' | 'remote'): void {
    const id = (after ?? before)?.id;
    if (id === undefined || isElsewhere(id, after ?? before ?? undefined)) return;
    if (applying) {
      applying.add(id);
      outgoing.mixed(id);
      return;
    }
    if (source === 'remote') return;
    if (discarding || !mayWrite()) {
      dirty.add(id);
      scheduleShow();
      return;
    }
    outgoing.add(before, after, !history?.isIgnoring());
  }

  const handlers = documentTypes.flatMap((type) => [
    store.sideEffects.registerAfterCreateHandler(type, (record, source) => onChange(null, record, source)),
    store.sideEffects.registerAfterChangeHandler(type, (before, after, source) => onChange(before, after, source)),
    store.sideEffects.registerAfterDeleteHandler(type, (record, source) => {
      onChange(record, null, source);
      if (type === 'page' && source === 'user' && !applying && !discarding) removeStanding(record.id);
    }),
  ]);
  handlers.push(
    store.sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
      const isFirst = shape.index === 'a1' && source === 'user' && !applying;
      return isFirst ? { ...shape, index: firstIndex(setup.random) as typeof shape.index } : shape;
    }),
  );

  /** tldraw removes a page and leaves its shapes behind. */
  function removeStanding(page: string): void {
    const children = new Map<string, TLRecord[]>();
    for (const record of store.allRecords()) {
      if (record.typeName === 'shape')
        children.set(record.parentId, [...(children.get(record.parentId) ?? []), record]);
    }
    const gone: TLRecord[] = [];
    const visit = (parent: string) => children.get(parent)?.forEach((shape) => (gone.push(shape), visit(shape.id)));
    visit(page);
    if (gone.length > 0) removeInOrder(store, gone);
  }

  function onDocument(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
    for (const event of events) {
      const id = event.path[0];
      if (typeof id === 'string') dirty.add(id);
      else for (const key of event.keys.keys()) dirty.add(key);
    }
    // One's own writes are on the screen already, but are compared with the view like all others.
    scheduleShow();
  }
  canvas.observeDeep(onDocument);

  function scheduleShow(): void {
    cancelShow ??= pace.nextFrame(() => {
      cancelShow = null;
      show();
    });
  }

  function show(): void {
    cancelShow?.();
    cancelShow = null;
    const ids = [...dirty];
    dirty.clear();
    const { changed, places } = view.update(ids);
    if (places && outgoing.hasAny()) {
      // What is not written yet has no place in the view, and could share an index with what just came.
      flush();
      for (const id of view.update(dirty).changed) changed.add(id);
      dirty.clear();
    }
    if (ground(changed)) {
      for (const id of view.update(dirty).changed) changed.add(id);
      dirty.clear();
    }
    const put: TLRecord[] = [];
    const remove: TLRecord[] = [];
    for (const id of changed) {
      // What was done here and is not written yet stays on the screen; the record's turn comes after it was written.
      if (outgoing.has(id)) dirty.add(id);
      else compare(id, put, remove);
    }
    if (put.length > 0 || remove.length > 0) merge(put, remove);
    reportSetAside();
  }

  function compare(id: string, put: TLRecord[], remove: TLRecord[]): void {
    const want = view.get(id);
    const have = store.get(id as TLRecord['id']);
    if (want && !same(have, want)) put.push(keepSame(want, have));
    else if (!want && have && store.scopedTypes.document.has(have.typeName)) remove.push(have);
  }

  /** What others delete has ends of own arrows, or own things in it, of which they did not know: where these stand is said (BIND-22). */
  function ground(changed: ReadonlySet<string>): boolean {
    const gone = new Set(
      [...changed].filter((id) => id.startsWith('shape:') && !canvas.has(id) && store.has(id as TLRecord['id'])),
    );
    if (gone.size === 0 || editor === null || !mayWrite()) return false;
    const own = (id: string) => ownerOf(canvas, id) === doc.clientID;
    const { places, arrows } = groundOwn({ editor, gone, stays: (id) => canvas.has(id), isOwn: own });
    if (arrows > 0) setup.onEndsGone?.(arrows);
    doc.transact(() => {
      for (const [id, place] of places) {
        const record = view.get(id);
        if (record !== undefined) writeChanges(canvas, record, { ...record, ...place });
      }
    }, origins.plain);
    return places.size > 0;
  }

  function merge(put: TLRecord[], remove: TLRecord[]): void {
    if (editor) setup.onIncoming?.(editor, put);
    applying = new Set();
    const run = () => {
      try {
        mergeAll(put, remove);
      } catch {
        // One record that tldraw refuses would take the whole batch with it: try them one by one and set aside what fails.
        for (const record of inStoreOrder(put)) mergeOne(record);
        for (const record of remove) mergeGone(record);
      }
      settle();
    };
    try {
      if (history) history.without(run);
      else run();
    } finally {
      applying = null;
    }
  }

  function mergeAll(put: TLRecord[], remove: TLRecord[]): void {
    store.mergeRemoteChanges(() => {
      store.put(inStoreOrder(put));
      removeInOrder(store, remove);
    });
  }

  function mergeOne(record: TLRecord): void {
    try {
      mergeAll([record], []);
    } catch {
      // Named to the people through `onSetAside`; the record stays in the document.
      view.refuse(record.id);
      quietly(() => store.remove([record.id]));
    }
  }

  function mergeGone(record: TLRecord): void {
    try {
      mergeAll([], [record]);
    } catch {
      // A side effect of tldraw's failed on the way out: the record goes without side effects.
      quietly(() => store.remove([record.id]));
    }
  }

  /** Sets back what tldraw derived from the merge; with side effects off, so that it does not derive it again. */
  function settle(): void {
    const put: TLRecord[] = [];
    const remove: TLRecord[] = [];
    for (const id of applying ?? []) if (!outgoing.has(id)) compare(id, put, remove);
    if (put.length === 0 && remove.length === 0) return;
    quietly(() => {
      store.put(put);
      store.remove(remove.map((record) => record.id));
    });
    store.mergeRemoteChanges(() => undefined);
  }

  /** `Store.atomic` is not in tldraw's types: (what, with side effects, as remote). */
  function quietly(run: () => void): void {
    (store as unknown as { atomic(run: () => void, sideEffects: boolean, remote: boolean): void }).atomic(
      run,
      false,
      true,
    );
  }

  function reportSetAside(): void {
    const records = view.setAside();
    const key = records.map(({ id, problem }) => `${id} ${problem}`).join('\n');
    if (key === setAsideBefore) return;
    setAsideBefore = key;
    setup.onSetAside?.(records);
  }

  function discard(run: () => void): void {
    discarding = true;
    try {
      run();
    } finally {
      discarding = false;
    }
    show();
  }

  show();

  return {
    undo,
    isFromNewer: schema.isNewer,
    isLookedAtOnly: schema.isNewer || schema.older !== null,
    attach(mounted) {
      editor = mounted;
      const joined = joinHistory(mounted, undo, discard, () => outgoing.hasUndoable());
      history = joined;
      show();
      return () => {
        flush();
        joined.leave();
        if (editor === mounted) {
          editor = null;
          history = null;
        }
      };
    },
    project(change) {
      const run = () => {
        store.mergeRemoteChanges(change);
        settle();
      };
      applying = new Set();
      try {
        if (history) history.without(run);
        else run();
      } finally {
        applying = null;
      }
    },
    setReadOnly(next) {
      const before = readOnly;
      readOnly = next || schema.isNewer || schema.older !== null;
      if (readOnly && !before) {
        for (const id of outgoing.drop()) dirty.add(id);
        show();
      }
    },
    flush,
    show,
    setAside: () => view.setAside(),
    dispose() {
      if (mayWrite()) flush();
      cancelShow?.();
      canvas.unobserveDeep(onDocument);
      for (const remove of handlers) remove();
      outgoing.drop();
      undo.dispose();
    },
  };
}
