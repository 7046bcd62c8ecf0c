/**
 * tldraw's panel of styles, while there is something to style: a tool that draws, or chosen drawings that this person may
 * change. Its slider of opacity has no name of its own that a screen reader could say.
 */
import {
  DefaultStylePanel,
  useEditor,
  useTranslation,
  useValue,
  type Editor,
  type TLUiStylePanelProps,
} from '@tldraw/tldraw';
import { use, useEffect, useRef } from 'react';
import type { Permits } from '#shared/workshop/permits.ts';
import { PermitsContext } from '#client/map/PermitsContext.ts';
import { refusalFor } from './limits/refusalFor.ts';

export function NamedStylePanel(props: TLUiStylePanelProps) {
  const editor = useEditor();
  const permits = use(PermitsContext);
  const isOfUse = useValue('something to style', () => hasStyles(editor, permits), [editor, permits]);
  return isOfUse ? <Named {...props} /> : null;
}

/** True when a style that is pressed now would change something: what is drawn next, or something chosen. */
export function hasStyles(editor: Editor, permits: Permits | null): boolean {
  if (!editor.isInAny('select', 'hand')) return true;
  if (editor.getIsReadonly() || editor.getSharedStyles().size === 0) return false;
  return editor
    .getSelectedShapes()
    .some(
      (shape) => !editor.isShapeOrAncestorLocked(shape) && (permits === null || refusalFor(permits, shape) === null),
    );
}

function Named(props: TLUiStylePanelProps) {
  const msg = useTranslation();
  const name = msg('style-panel.opacity');
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = whole;
    if (current === null) return undefined;
    const nameSlider = (): void => {
      for (const slider of current.querySelectorAll('[role="slider"]:not([aria-label])'))
        slider.setAttribute('aria-label', name);
    };
    nameSlider();
    // The slider comes and goes with what is selected.
    const watch = new MutationObserver(nameSlider);
    watch.observe(current, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [name]);
  return (
    <div ref={whole} style={{ display: 'contents' }}>
      <DefaultStylePanel {...props} />
    </div>
  );
}
