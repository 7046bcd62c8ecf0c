/**
 * Remembers the sizes of short texts. tldraw 3.15 measures the label of an arrow, even an empty one, with a forced layout
 * each time the arrow is drawn; with many arrows that is most of a frame.
 */
import type { Editor } from '@tldraw/tldraw';

const longest = 40;
const mostRemembered = 2_000;

/** Returns its own undo. Remembered sizes are forgotten when a font has loaded. */
export function rememberMeasures(editor: Editor): () => void {
  const { textMeasure } = editor;
  const measure = textMeasure.measureText.bind(textMeasure);
  const sizes = new Map<string, ReturnType<typeof measure>>();
  textMeasure.measureText = (text, options) => {
    if (text.length > longest) return measure(text, options);
    const key = `${text}\n${JSON.stringify(options)}`;
    const known = sizes.get(key);
    if (known) return { ...known };
    const size = measure(text, options);
    if (sizes.size >= mostRemembered) sizes.clear();
    sizes.set(key, size);
    return { ...size };
  };
  const forget = () => sizes.clear();
  const fonts: FontFaceSet | undefined = document.fonts;
  fonts?.addEventListener('loadingdone', forget);
  return () => {
    fonts?.removeEventListener('loadingdone', forget);
    textMeasure.measureText = measure;
  };
}
