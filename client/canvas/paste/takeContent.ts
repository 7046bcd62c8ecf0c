/**
 * What people paste and drop. Nothing is fetched from elsewhere: a link becomes text, SVG and embeds are refused, and of
 * pasted tldraw content only what needs no other host is taken. Pictures go through the asset store.
 */
import {
  defaultHandleExternalTextContent,
  defaultHandleExternalTldrawContent,
  type Editor,
  type TLContent,
} from '@tldraw/tldraw';
import { type ContentRefusal, refusalOf } from '../images/refusalOf.ts';

/** What the server stores. */
export const pictureTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

const foreignShapes = ['embed', 'bookmark', 'video'];

export function takeContent(editor: Editor, onRefused: (code: ContentRefusal) => void): void {
  editor.registerExternalAssetHandler('url', null);
  editor.registerExternalContentHandler('svg-text', () => onRefused('type-refused'));
  editor.registerExternalContentHandler('excalidraw', null);
  const asText = ({ url, point }: { url: string; point?: { x: number; y: number } }) =>
    defaultHandleExternalTextContent(editor, { text: url, ...(point ? { point } : {}) });
  editor.registerExternalContentHandler('embed', asText);
  editor.registerExternalContentHandler('url', asText);
  // comes right after the canvas, so that it is there when the line is not
  const late = import('../images/storePictures.ts');
  editor.registerExternalContentHandler('tldraw', async (content) => {
    const { storePictures } = await late;
    const stored = await storePictures(editor, withoutForeign(content.content));
    await defaultHandleExternalTldrawContent(editor, { ...content, content: stored });
  });
  editor.registerExternalContentHandler('file-replace', async ({ file, shapeId }) => {
    const refusal = await refusalOf(file);
    if (refusal === null) await (await late).replacePicture(editor, shapeId, file);
    else onRefused(refusal);
  });
}

/** Pasted content without shapes that would load something from another host. */
export function withoutForeign(content: TLContent): TLContent {
  const assets = content.assets.filter((asset) =>
    /^(asset:|data:image\/(png|jpeg|gif|webp)[;,])/.test(asset.props.src ?? ''),
  );
  const kept = new Set<string>(assets.map((asset) => asset.id));
  const isKept = (shape: TLContent['shapes'][number]) => {
    const asset = 'assetId' in shape.props ? shape.props.assetId : null;
    return !foreignShapes.includes(shape.type) && (typeof asset !== 'string' || kept.has(asset));
  };
  const shapes = content.shapes.filter(isKept);
  const ids = new Set<string>(shapes.map((shape) => shape.id));
  return {
    ...content,
    assets,
    shapes,
    rootShapeIds: content.rootShapeIds.filter((id) => ids.has(id)),
    bindings: content.bindings?.filter((binding) => ids.has(binding.fromId) && ids.has(binding.toId)),
  };
}
