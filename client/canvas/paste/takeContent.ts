/**
 * What people paste and drop. Nothing is fetched from elsewhere: a link becomes text, SVG and embeds are refused, and of
 * pasted tldraw content only what needs no other host is taken. Pictures go through the asset store.
 */
import { defaultHandleExternalTextContent, type Editor } from '@tldraw/tldraw';
import type { ContentRefusal } from '../images/refusalOf.ts';

/** What the server stores. */
export const pictureTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export function takeContent(editor: Editor, onRefused: (code: ContentRefusal) => void): void {
  editor.registerExternalAssetHandler('url', null);
  editor.registerExternalContentHandler('svg-text', () => onRefused('type-refused'));
  editor.registerExternalContentHandler('excalidraw', null);
  const asText = ({ url, point }: { url: string; point?: { x: number; y: number } }) =>
    defaultHandleExternalTextContent(editor, { text: url, ...(point ? { point } : {}) });
  editor.registerExternalContentHandler('embed', asText);
  editor.registerExternalContentHandler('url', asText);
  // asked for right after the canvas, so that it is there when the line is not; what did not come is asked for again
  const late = () => import('./pasteContent.ts');
  late().catch(() => undefined);
  editor.registerExternalContentHandler('tldraw', async (content) => (await late()).pasteContent(editor, content));
  editor.registerExternalContentHandler('file-replace', async (content) => {
    const refusal = await (await late()).replaceFile(editor, content);
    if (refusal !== null) onRefused(refusal);
  });
}
