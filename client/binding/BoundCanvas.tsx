/** The canvas of a board, connected: document, presence and pictures in, the person's acts out. */
import { createTLStore, defaultBindingUtils, defaultShapeUtils, type Editor, type TLStore } from '@tldraw/tldraw';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type * as Y from 'yjs';
import { Canvas } from '#client/canvas/Canvas.tsx';
import type { CanvasAdditions } from '#client/canvas/CanvasAdditions.ts';
import { showInOpenInput } from '#client/canvas/showInOpenInput.ts';
import type { Presence } from '#shared/wire/presence.ts';
import { bindCanvas, type CanvasBinding } from './bindCanvas.ts';
import type { BoardUndo, UndoSetup } from './undo/BoardUndo.ts';
import type { PlacedPicture } from '#client/canvas/images/placePicture.ts';
import type { SetAside } from './CanvasView.ts';
import { createAssetStore, type AssetPorts, type BoardAssets } from './images/createAssetStore.ts';
import { browserPace } from './Pace.ts';
import { sharePresence } from './presence/sharePresence.ts';
import { showPresence } from './presence/showPresence.ts';
import { useFollowed } from './presence/useFollowed.ts';
import type { PictureShelf, WaitingPictures } from './images/WaitingPictures.ts';

export interface BoundCanvasProps {
  /** Complete: synced once, or from a complete copy on this device. Another document starts the canvas anew. */
  readonly doc: Y.Doc;
  readonly presence: {
    set(change: Presence): void;
    subscribe(run: (others: ReadonlyMap<number, Presence>) => void): () => void;
  };
  readonly readOnly: boolean;
  readonly upload: AssetPorts['upload'];
  readonly fetchAsset: AssetPorts['fetchAsset'];
  /** Where pictures wait for the server; null where this browser keeps nothing. */
  readonly pictureShelf: PictureShelf | null;
  /** The server is there. */
  readonly isLive: boolean;
  /** How many pictures wait on this device. */
  readonly onWaitingPictures: (count: number) => void;
  readonly report: (fault: unknown) => void;
  readonly colorScheme: 'light' | 'dark';
  readonly language: string;
  /** Single letters choose tools. */
  readonly singleLetters: boolean;
  /** Id of the person whose view is followed. */
  readonly followed: string | null;
  /** The person moved the view: following has ended. */
  readonly onStopFollowing: () => void;
  readonly licenseKey?: string | undefined;
  /** Origins of map commands, for the common undo. */
  readonly mapOrigins?: readonly object[];
  /** Records that stand on the canvas without being in the document (cards of the map). */
  readonly isElsewhere?: (id: string, record?: object) => boolean;
  /** Shapes, tools and parts of the interface beside tldraw's own. */
  readonly additions?: CanvasAdditions;
  /** Parts inside the canvas that come later. */
  readonly children?: ReactNode;
  /** A picture or pasted content was not taken; the code is one of the refusals, or `unreachable`. */
  readonly onRefused?: (code: string) => void;
  /** Records of the board that cannot be shown just now. */
  readonly onSetAside?: (records: readonly SetAside[]) => void;
  /** Undo or redo left something as it is, because of what others did. */
  readonly onKept?: UndoSetup['onKept'];
  /** Others deleted what so many arrows of one's own were attached to. */
  readonly onEndsGone?: (arrows: number) => void;
  /** The document is of a newer program: the page should be loaded anew. */
  readonly onNewer?: () => void;
  /** The mounted editor and the common undo; null when it is gone. */
  readonly onReady?: (
    canvas: { readonly editor: Editor; readonly undo: BoardUndo; readonly project: CanvasBinding['project'] } | null,
  ) => void;
}

interface Bound {
  readonly assets: BoardAssets;
  readonly store: TLStore;
  readonly binding: CanvasBinding;
}

export function BoundCanvas(props: BoundCanvasProps) {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const { doc, presence, readOnly, followed } = props;
  const [bound, setBound] = useState<Bound | null>(null);
  const [editor, setEditor] = useState<Editor | null>(null);

  useEffect(() => {
    const made = bindBoard(doc, () => latest.current);
    setBound(made);
    if (made.binding.isFromNewer) latest.current.onNewer?.();
    return () => {
      setBound(null);
      made.dispose();
    };
  }, [doc]);

  useEffect(() => bound?.binding.setReadOnly(readOnly), [bound, readOnly]);

  useEffect(() => {
    if (!editor) return undefined;
    const stopSharing = sharePresence(editor, presence.set.bind(presence), browserPace(), document);
    const stopShowing = presence.subscribe((others) => showPresence(editor.store, others, Date.now()));
    return () => {
      stopShowing();
      stopSharing();
    };
  }, [editor, presence]);

  const onPictures = usePictures(editor, bound, latest, props);

  useFollowed(editor, followed, () => latest.current.onStopFollowing());

  const onMount = useCallback(
    (mounted: Editor) => {
      if (!bound) return undefined;
      const { binding } = bound;
      const detach = binding.attach(mounted);
      setEditor(mounted);
      latest.current.onReady?.({ editor: mounted, undo: binding.undo, project: binding.project });
      return () => {
        latest.current.onReady?.(null);
        setEditor(null);
        detach();
      };
    },
    [bound],
  );
  const onRefused = useCallback((code: string) => latest.current.onRefused?.(code), []);

  if (!bound) return null;
  const { binding, store } = bound;
  return (
    <Canvas
      store={store}
      readOnly={readOnly || binding.isLookedAtOnly}
      language={props.language}
      colorScheme={props.colorScheme}
      singleLetters={props.singleLetters}
      licenseKey={props.licenseKey}
      additions={props.additions}
      onMount={onMount}
      onRefused={onRefused}
      onPictures={onPictures}
    >
      {props.children}
    </Canvas>
  );
}

/** Pictures on their way to the server; answers with what takes further ones. */
function usePictures(
  editor: Editor | null,
  bound: Bound | null,
  latest: RefObject<BoundCanvasProps>,
  { pictureShelf, isLive, readOnly }: BoundCanvasProps,
): (chosen: readonly PlacedPicture[]) => void {
  const [pictures, setPictures] = useState<WaitingPictures | null>(null);
  const early = useRef<PlacedPicture[]>([]);
  useEffect(() => {
    if (!editor || !bound) return undefined;
    let waiting: WaitingPictures | null = null;
    let isGone = false;
    const open = async (): Promise<void> => {
      // comes right after the canvas, so that it is there when the line is not
      const { openPictures } = await import('./images/openPictures.ts');
      if (isGone) return;
      waiting = openPictures(editor, {
        shelf: pictureShelf,
        upload: bound.assets.send,
        onRefused: (code) => latest.current.onRefused?.(code),
        onCount: (count) => latest.current.onWaitingPictures(count),
        report: (fault) => latest.current.report(fault),
        after: browserPace().after,
      });
      setPictures(waiting);
      void waiting.add(early.current.splice(0));
    };
    open().catch((fault: unknown) => latest.current.report(fault));
    return () => {
      isGone = true;
      setPictures(null);
      waiting?.stop();
    };
  }, [editor, bound, latest, pictureShelf]);
  useEffect(() => pictures?.setLive(isLive && !readOnly), [pictures, isLive, readOnly]);
  return useCallback(
    (chosen: readonly PlacedPicture[]) => {
      if (pictures) void pictures.add(chosen);
      else early.current.push(...chosen);
    },
    [pictures],
  );
}

/** A full store that follows the document; local changes leave at once when the pointer goes up or the page is left. */
function bindBoard(doc: Y.Doc, latest: () => BoundCanvasProps): Bound & { dispose(): void } {
  const assets = createAssetStore({
    upload: (picture) => latest().upload(picture),
    fetchAsset: (asset) => latest().fetchAsset(asset),
    onRefused: (code) => latest().onRefused?.(code),
    urls: URL,
  });
  const { readOnly, mapOrigins, isElsewhere, additions } = latest();
  const shapeUtils = [...defaultShapeUtils, ...(additions?.shapeUtils ?? [])];
  const store = createTLStore({ shapeUtils, bindingUtils: defaultBindingUtils, assets });
  const binding = bindCanvas({
    doc,
    store,
    pace: browserPace(),
    random: Math.random,
    readOnly,
    ...(mapOrigins ? { mapOrigins } : {}),
    ...(isElsewhere ? { isElsewhere } : {}),
    onSetAside: (records) => latest().onSetAside?.(records),
    onIncoming: showInOpenInput,
    onKept: (kept, direction) => latest().onKept?.(kept, direction),
    onEndsGone: (arrows) => latest().onEndsGone?.(arrows),
  });
  const flush = () => binding.flush();
  // tldraw hears of it first; what it then does is in the store when this task ends.
  const flushSoon = () => queueMicrotask(flush);
  window.addEventListener('pointerup', flushSoon);
  // Before the line and the copy on the device are told to hurry, which listen for the same.
  window.addEventListener('pagehide', flush, { capture: true });
  document.addEventListener('visibilitychange', flush, { capture: true });
  return {
    assets,
    store,
    binding,
    dispose() {
      window.removeEventListener('pointerup', flushSoon);
      window.removeEventListener('pagehide', flush, { capture: true });
      document.removeEventListener('visibilitychange', flush, { capture: true });
      binding.dispose();
      assets.dispose();
    },
  };
}
