/** Peers for tests: real documents, real tldraw stores and editors, time and wire moved by hand. */
import {
  createTLStore,
  defaultAddFontsFromNode,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  Editor,
  tipTapDefaultExtensions,
  type TLAnyShapeUtilConstructor,
  type TLStateNodeConstructor,
  type TLRecord,
  type TLStore,
} from '@tldraw/tldraw';
import * as Y from 'yjs';
import { firstRecords } from '#shared/board/firstRecords.ts';
import { sturdyUtils } from '#client/canvas/sturdyUtils.ts';
import { writeRecord } from '#shared/board/record.ts';
import { bindCanvas, type BindSetup } from './bindCanvas.ts';
import type { Pace } from './Pace.ts';

/** Time that passes only when told. */
export class HandPace implements Pace {
  #now = 0;
  #timers: { at: number; run: () => void }[] = [];
  /** False: no frame is ever drawn, as in a hidden tab; the timer in its place still runs. */
  drawsFrames = true;

  now = () => this.#now;

  after = (delayMs: number, run: () => void) => {
    const timer = { at: this.#now + delayMs, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  nextFrame = (run: () => void) => this.after(this.drawsFrames ? 16 : 100, run);

  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
  }
}

export interface Peer {
  readonly doc: Y.Doc;
  readonly store: TLStore;
  readonly pace: HandPace;
  readonly binding: ReturnType<typeof bindCanvas>;
  readonly editor: Editor;
  /** Bytes that left this peer because of what was done here. */
  sent(): number;
  canvas(): Y.Map<unknown>;
  /** Document-scope records of the store. */
  shown(): Record<string, TLRecord>;
  leave(): void;
}

/** The document that the server writes with a board. */
export function boardDocument(): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => firstRecords().forEach((record) => writeRecord(doc.getMap('canvas'), record)));
  return doc;
}

const remote = { name: 'wire' };

/** What jsdom lacks and an editor asks for. */
function completeWindow(): void {
  window.matchMedia ??= (media: string) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener() {}, removeListener() {} });
}

export function bring(to: Y.Doc, from: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), remote);
}

let seed = 1;

/** Shapes and tools beside tldraw's own. */
export interface PeerParts {
  readonly shapeUtils: readonly TLAnyShapeUtilConstructor[];
  readonly tools: readonly TLStateNodeConstructor[];
}

/** A peer with a complete copy of `from`, in a document of its own or in `options.doc`. */
export function peerOf(from: Y.Doc, options: Partial<BindSetup> = {}, parts?: PeerParts): Peer {
  const doc = options.doc ?? new Y.Doc();
  bring(doc, from);
  const shapeUtils = [...defaultShapeUtils, ...(parts?.shapeUtils ?? [])];
  const store = createTLStore({ shapeUtils, bindingUtils: defaultBindingUtils });
  const pace = options.pace instanceof HandPace ? options.pace : new HandPace();
  let sent = 0;
  let state = seed++ * 7919;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== remote) sent += update.length;
  });
  const binding = bindCanvas({ doc, store, pace, random, readOnly: false, ...options });
  completeWindow();
  const container = document.createElement('div');
  document.body.append(container);
  const editor = new Editor({
    store,
    shapeUtils: sturdyUtils(shapeUtils),
    bindingUtils: defaultBindingUtils,
    tools: [...defaultTools, ...defaultShapeTools, ...(parts?.tools ?? [])],
    getContainer: () => container,
    initialState: 'select',
    textOptions: { tipTapConfig: { extensions: tipTapDefaultExtensions }, addFontsFromNode: defaultAddFontsFromNode },
  });
  const size = () => ({ x: 0, y: 0, w: 20, h: 20, scrollWidth: 20 });
  editor.textMeasure.measureText = size;
  editor.textMeasure.measureHtml = size;
  const detach = binding.attach(editor);
  return {
    doc,
    store,
    pace,
    binding,
    editor,
    sent: () => sent,
    canvas: () => doc.getMap('canvas'),
    shown: () => store.serialize('document'),
    leave() {
      detach();
      binding.dispose();
      editor.dispose();
      container.remove();
    },
  };
}

/** Everybody's writes reach everybody, and are shown. */
export function meet(...peers: Peer[]): void {
  for (const peer of peers) peer.binding.flush();
  for (const from of peers) for (const to of peers) if (from !== to) bring(to.doc, from.doc);
  for (const peer of peers) peer.pace.pass(200);
  for (const peer of peers) peer.binding.flush();
}
