/**
 * The tldraw store on its way after the document: what changed there is compared with the view and put into the store, and what
 * tldraw derives from it is set back, so that nobody writes it.
 */
import type { Editor, TLRecord, TLStore } from '@tldraw/tldraw';
import type * as Y from 'yjs';
import { same } from '#shared/board/same.ts';
import type { CanvasView, SetAside } from './CanvasView.ts';
import type { JoinedHistory } from './undo/joinHistory.ts';
import { keepSame } from './keepSame.ts';
import type { Outgoing } from './Outgoing.ts';
import type { Pace } from './Pace.ts';
import { inStoreOrder, removeInOrder } from './storeOrder.ts';

export interface FollowSetup {
  readonly canvas: Y.Map<unknown>;
  readonly store: TLStore;
  readonly view: CanvasView;
  readonly outgoing: Outgoing;
  readonly pace: Pace;
  /** Called before others' deletions among these records are shown; true when it wrote something about them. */
  readonly beforeGone: (editor: Editor, changed: ReadonlySet<string>) => boolean;
  readonly onIncoming: (editor: Editor, records: readonly TLRecord[]) => void;
  readonly onSetAside: (records: readonly SetAside[]) => void;
}

export interface Mounted {
  readonly editor: Editor;
  readonly history: JoinedHistory;
}

export class StoreFollower {
  readonly #setup: FollowSetup;
  /** Ids whose entry in the document changed since the store last followed. */
  readonly #dirty: Set<string>;
  /** Ids that changed in the store while something of the document's is put into it. */
  #applying: Set<string> | null = null;
  #isDiscarding = false;
  #cancelShow: (() => void) | null = null;
  #setAsideBefore = '';
  /** The editor on the store, and its history. */
  mounted: Mounted | null = null;

  constructor(setup: FollowSetup) {
    this.#setup = setup;
    this.#dirty = new Set(setup.canvas.keys());
    setup.canvas.observeDeep(this.#onDocument);
  }

  /** True while something of the document's is put into the store. */
  get isApplying(): boolean {
    return this.#applying !== null;
  }

  get isDiscarding(): boolean {
    return this.#isDiscarding;
  }

  /** While something of the document's is put into the store: this record changed with it, and is compared afterwards. */
  changedWith(id: string): void {
    this.#applying?.add(id);
  }

  /** The record is compared with the document in a moment. */
  mark(id: string): void {
    this.#dirty.add(id);
    this.scheduleShow();
  }

  /** Something was written: what was held back for it is shown in a moment. */
  written(): void {
    if (this.#dirty.size > 0) this.scheduleShow();
  }

  scheduleShow(): void {
    this.#cancelShow ??= this.#setup.pace.nextFrame(() => {
      this.#cancelShow = null;
      this.show();
    });
  }

  show(): void {
    this.#stopWaiting();
    const { view, outgoing } = this.#setup;
    const ids = [...this.#dirty];
    this.#dirty.clear();
    const { changed, places } = view.update(ids);
    if (places && outgoing.hasAny()) {
      // What is not written yet has no place in the view, and could share an index with what just came.
      outgoing.flush({ strokes: true });
      this.#addChanged(changed);
    }
    if (this.mounted && this.#setup.beforeGone(this.mounted.editor, changed)) this.#addChanged(changed);
    const put: TLRecord[] = [];
    const remove: TLRecord[] = [];
    for (const id of changed) {
      // What was done here and is not written yet stays on the screen; the record's turn comes after it was written.
      if (outgoing.has(id)) this.#dirty.add(id);
      else this.#compare(id, put, remove);
    }
    if (put.length > 0 || remove.length > 0) this.#merge(put, remove);
    this.#reportSetAside();
  }

  /** Runs a change of the store that is nobody's act, and sets back what tldraw derives from it. */
  bring(change: () => void): void {
    this.#applying = new Set();
    const run = () => {
      change();
      this.#settle();
    };
    try {
      if (this.mounted) this.mounted.history.without(run);
      else run();
    } finally {
      this.#applying = null;
    }
  }

  /** Runs something whose changes of the store are replaced by the document's state. */
  discard(run: () => void): void {
    this.#isDiscarding = true;
    try {
      run();
    } finally {
      this.#isDiscarding = false;
    }
    this.show();
  }

  stop(): void {
    this.#stopWaiting();
    this.#setup.canvas.unobserveDeep(this.#onDocument);
  }

  readonly #onDocument = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      const id = event.path[0];
      if (typeof id === 'string') this.#dirty.add(id);
      else for (const key of event.keys.keys()) this.#dirty.add(key);
    }
    // One's own writes are on the screen already, but are compared with the view like all others.
    this.scheduleShow();
  };

  #addChanged(changed: Set<string>): void {
    for (const id of this.#setup.view.update(this.#dirty).changed) changed.add(id);
    this.#dirty.clear();
  }

  #compare(id: string, put: TLRecord[], remove: TLRecord[]): void {
    const { store, view } = this.#setup;
    const want = view.get(id);
    const have = store.get(id as TLRecord['id']);
    if (want && !same(have, want)) put.push(keepSame(want, have));
    else if (!want && have && store.scopedTypes.document.has(have.typeName)) remove.push(have);
  }

  #merge(put: TLRecord[], remove: TLRecord[]): void {
    if (this.mounted) this.#setup.onIncoming(this.mounted.editor, put);
    this.bring(() => {
      try {
        this.#mergeAll(put, remove);
      } catch {
        // One record that tldraw refuses would take the whole batch with it: try them one by one and set aside what fails.
        for (const record of inStoreOrder(put)) this.#mergeOne(record);
        for (const record of remove) this.#mergeGone(record);
      }
    });
  }

  #mergeAll(put: TLRecord[], remove: TLRecord[]): void {
    const { store } = this.#setup;
    store.mergeRemoteChanges(() => {
      store.put(inStoreOrder(put));
      removeInOrder(store, remove);
    });
  }

  #mergeOne(record: TLRecord): void {
    try {
      this.#mergeAll([record], []);
    } catch {
      // Named to the people through `onSetAside`; the record stays in the document.
      this.#setup.view.refuse(record.id);
      this.#quietly(() => this.#setup.store.remove([record.id]));
    }
  }

  #mergeGone(record: TLRecord): void {
    try {
      this.#mergeAll([], [record]);
    } catch {
      // A side effect of tldraw's failed on the way out: the record goes without side effects.
      this.#quietly(() => this.#setup.store.remove([record.id]));
    }
  }

  /** Sets back what tldraw derived from the merge; with side effects off, so that it does not derive it again. */
  #settle(): void {
    const { store, outgoing } = this.#setup;
    const put: TLRecord[] = [];
    const remove: TLRecord[] = [];
    for (const id of this.#applying ?? []) if (!outgoing.has(id)) this.#compare(id, put, remove);
    if (put.length === 0 && remove.length === 0) return;
    this.#quietly(() => {
      store.put(put);
      store.remove(remove.map((record) => record.id));
    });
    store.mergeRemoteChanges(() => undefined);
  }

  /** `Store.atomic` is not in tldraw's types: (what, with side effects, as remote). */
  #quietly(run: () => void): void {
    const store = this.#setup.store as unknown as {
      atomic(run: () => void, sideEffects: boolean, remote: boolean): void;
    };
    store.atomic(run, false, true);
  }

  #reportSetAside(): void {
    const records = this.#setup.view.setAside();
    const key = records.map(({ id, problem }) => `${id} ${problem}`).join('\n');
    if (key === this.#setAsideBefore) return;
    this.#setAsideBefore = key;
    this.#setup.onSetAside(records);
  }

  #stopWaiting(): void {
    this.#cancelShow?.();
    this.#cancelShow = null;
  }
}
