/** The canvas: tldraw with the board's parts and limits, on a store that is already full. Knows no document and no line. */
import {
  defaultShapeUtils,
  atom,
  computed,
  createTLUser,
  defaultUserPreferences,
  Tldraw,
  tipTapDefaultExtensions,
  type Editor,
  type TLStore,
  type TldrawOptions,
} from '@tldraw/tldraw';
import '@tldraw/tldraw/tldraw.css';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { defaultLimits } from '#shared/wire/limits.ts';
import { assetUrls } from './assetUrls.ts';
import type { CanvasAdditions } from './CanvasAdditions.ts';
import { canvasOverrides, canvasParts } from './canvasParts.tsx';
import { keepCaret } from './keepCaret.ts';
import { rememberMeasures } from './rememberMeasures.ts';
import { sturdyUtils } from './sturdyUtils.ts';
import { TakePictures } from './images/TakePictures.tsx';
import type { PlacedPicture } from './images/placePicture.ts';
import type { ContentRefusal } from './images/refusalOf.ts';
import { pictureTypes, takeContent } from './paste/takeContent.ts';
import { turnWheelOnce } from './turnWheelOnce.ts';

export interface CanvasProps {
  readonly store: TLStore;
  /** Looking only: no editing tools, and nothing that is done changes a record. */
  readonly readOnly: boolean;
  readonly language: string;
  readonly colorScheme: 'light' | 'dark';
  /** Single letters choose tools. */
  readonly singleLetters: boolean;
  readonly licenseKey?: string | undefined;
  /** Shapes, tools and parts of the interface beside tldraw's own; the store has to know the shapes too. */
  readonly additions?: CanvasAdditions | undefined;
  /** Parts without a look of their own, which come later. */
  readonly children?: ReactNode;
  /** The editor is there; returns its own undo. */
  readonly onMount: (editor: Editor) => (() => void) | undefined;
  /** Something pasted or dropped was not taken. */
  readonly onRefused: (code: ContentRefusal) => void;
  /** These go to the server, and then onto the canvas. */
  readonly onPictures: (pictures: readonly PlacedPicture[]) => void;
}

/** tldraw compares these by identity. */
const options: Partial<TldrawOptions> = {
  maxShapesPerPage: 10_000,
  maxPages: 40,
  maxFilesAtOnce: 20,
  // digits go to the views
  enableToolbarKeyboardShortcuts: false,
};
/** tldraw would focus the start first and the end 100 ms later: whoever types at once would find their letters mixed up. */
const textOptions = {
  tipTapConfig: { extensions: [...tipTapDefaultExtensions, keepCaret], autofocus: 'end' as const },
};
const noEmbeds: [] = [];
const noVideos: readonly string[] = [];
const noAdditions: readonly [] = [];

/** Never the id of a person: tldraw hides presence of its own user, and two tabs of one person should see each other. */
const ownUserId = 'user:this-tab';

/**
 * Drawn anew only when one of its properties changed: all of tldraw's interface hangs on it, and the page around it changes
 * with every edit (saving, saved).
 */
export const Canvas = memo(function Canvas(props: CanvasProps) {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [editor, setEditor] = useState<Editor | null>(null);
  const user = useBoardUser(props);
  const { readOnly, additions } = props;
  const components = useMemo(() => ({ ...canvasParts, ...additions?.components }), [additions?.components]);
  const shapeUtils = useMemo(
    () => sturdyUtils([...defaultShapeUtils, ...(additions?.shapeUtils ?? [])]),
    [additions?.shapeUtils],
  );
  const overrides = useMemo(() => [canvasOverrides, ...(additions ? [additions.overrides] : [])], [additions]);

  useEffect(() => {
    editor?.updateInstanceState({ isReadonly: readOnly });
    if (readOnly) editor?.setCurrentTool('select');
  }, [editor, readOnly]);

  const onRefused = useCallback((code: ContentRefusal) => latest.current.onRefused(code), []);
  const onPictures = useCallback((pictures: readonly PlacedPicture[]) => latest.current.onPictures(pictures), []);
  const onMount = (mounted: Editor) => {
    takeContent(mounted, onRefused);
    mounted.updateInstanceState({ isReadonly: latest.current.readOnly, isDebugMode: false });
    const forget = rememberMeasures(mounted);
    const letTurn = turnWheelOnce(mounted.getContainer());
    const leave = latest.current.onMount(mounted);
    setEditor(mounted);
    return () => {
      setEditor(null);
      leave?.();
      letTurn();
      forget();
    };
  };

  return (
    // a board is the same picture in every language; texts on it find their own direction
    <div dir="ltr" style={{ position: 'absolute', inset: 0 }}>
      <Tldraw
        store={props.store}
        user={user}
        assetUrls={assetUrls}
        shapeUtils={shapeUtils}
        tools={additions?.tools ?? noAdditions}
        components={components}
        overrides={overrides}
        options={options}
        textOptions={textOptions}
        embeds={noEmbeds}
        acceptedImageMimeTypes={pictureTypes}
        acceptedVideoMimeTypes={noVideos}
        maxAssetSize={defaultLimits.maxAssetBytes}
        licenseKey={props.licenseKey}
        onMount={onMount}
      >
        <TakePictures onRefused={onRefused} onPictures={onPictures} />
        {props.children}
      </Tldraw>
    </div>
  );
});

/** tldraw's user of this tab: what the board decides, and what people switch in tldraw's own menu. */
function useBoardUser({ language, colorScheme, singleLetters }: CanvasProps) {
  const [{ user, chosen }] = useState(() => {
    const board = atom('chosen for the board', {
      locale: language,
      colorScheme,
      areKeyboardShortcutsEnabled: singleLetters,
    });
    const own = atom('chosen on the canvas', { ...defaultUserPreferences, id: ownUserId });
    return {
      chosen: board,
      user: createTLUser({
        userPreferences: computed('user of this tab', () => ({ ...own.get(), ...board.get(), id: ownUserId })),
        setUserPreferences: (preferences) => own.set({ ...own.get(), ...preferences } as ReturnType<typeof own.get>),
      }),
    };
  });
  useEffect(() => {
    chosen.set({ locale: language, colorScheme, areKeyboardShortcutsEnabled: singleLetters });
  }, [chosen, language, colorScheme, singleLetters]);
  return user;
}
