/** What is done with tldraw's own content and with files in another's place when they come: loaded right after the canvas. */
import {
  defaultHandleExternalTldrawContent,
  type Editor,
  type TLContent,
  type TLFileReplaceExternalContent,
  type TLTldrawExternalContent,
} from '@tldraw/tldraw';
import { type ContentRefusal, refusalOf } from '../images/refusalOf.ts';
import { replacePicture, storePictures } from '../images/storePictures.ts';

const foreignShapes = ['embed', 'bookmark', 'video'];

export async function pasteContent(editor: Editor, content: TLTldrawExternalContent): Promise<void> {
  const stored = await storePictures(editor, withoutForeign(content.content));
  await defaultHandleExternalTldrawContent(editor, { ...content, content: stored });
}

/** Why the file was not taken, or null. */
export async function replaceFile(
  editor: Editor,
  { file, shapeId }: Pick<TLFileReplaceExternalContent, 'file' | 'shapeId'>,
): Promise<ContentRefusal | null> {
  const refusal = await refusalOf(file);
  if (refusal === null) await replacePicture(editor, shapeId, file);
  return refusal;
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
