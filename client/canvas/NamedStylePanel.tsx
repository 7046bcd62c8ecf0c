/**
 * tldraw's panel of styles, while there is something to style: a tool that draws, or chosen drawings. Its slider of opacity
 * has no name of its own that a screen reader could say.
 */
import { DefaultStylePanel, useEditor, useTranslation, useValue, type TLUiStylePanelProps } from '@tldraw/tldraw';
import { useEffect, useRef } from 'react';

export function NamedStylePanel(props: TLUiStylePanelProps) {
  const editor = useEditor();
  const isOfUse = useValue(
    'something to style',
    () =>
      !editor.isInAny('select', 'hand') ||
      (editor.getSelectedShapeIds().length > 0 && editor.getSharedStyles().size > 0),
    [editor],
  );
  return isOfUse ? <Named {...props} /> : null;
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
