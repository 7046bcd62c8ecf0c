/** Pictures that come with something else (a pasted copy, a replacement): stored first, so that no frame is left without one. */
import { AssetRecordType, uniqueId, type Editor, type TLContent, type TLShapeId } from '@tldraw/tldraw';
import { fromBase64 } from 'lib0/buffer';
import { measurePicture } from './measurePicture.ts';
import { pictureAsset } from './placePicture.ts';

/**
 * Content whose pictures the server has. What it did not take has been said, and goes with its shapes; the rest is pasted.
 */
export async function storePictures(editor: Editor, content: TLContent): Promise<TLContent> {
  const assets: TLContent['assets'] = [];
  const lost = new Set<unknown>();
  for (const asset of content.assets) {
    const file = asset.type === 'image' ? fileOf(asset.props.src ?? '', asset.props.name) : null;
    const src = file === null || editor.getAsset(asset.id) ? asset.props.src : await srcOf(editor, asset, file);
    if (src === null) lost.add(asset.id);
    else assets.push({ ...asset, props: { ...asset.props, src } } as typeof asset);
  }
  const isLost = (shape: TLContent['shapes'][number]) => 'assetId' in shape.props && lost.has(shape.props.assetId);
  const gone = new Set<string>(content.shapes.filter(isLost).map((shape) => shape.id));
  const { bindings } = content;
  return {
    ...content,
    assets,
    shapes: content.shapes.filter((shape) => !gone.has(shape.id)),
    rootShapeIds: content.rootShapeIds.filter((id) => !gone.has(id)),
    bindings: bindings?.filter((binding) => !gone.has(binding.fromId) && !gone.has(binding.toId)),
  };
}

/** Another picture in place of the one that a shape has; the old one stays when the server does not take it. */
export async function replacePicture(editor: Editor, id: TLShapeId, file: File): Promise<void> {
  const picture = await measurePicture(file);
  const asset = pictureAsset(picture, uniqueId(), '');
  const src = await srcOf(editor, asset, file);
  const shape = editor.getShape(id);
  if (src === null || shape?.type !== 'image') return;
  const w = 'w' in shape.props && typeof shape.props.w === 'number' ? shape.props.w : picture.w;
  editor.markHistoryStoppingPoint('replace picture');
  editor.createAssets([{ ...asset, props: { ...asset.props, src } }]);
  const props = { assetId: asset.id, crop: null, w, h: (w * picture.h) / picture.w };
  editor.updateShape({ id, type: 'image', props });
}

type AnyAsset = Parameters<Editor['uploadAsset']>[0];

async function srcOf(editor: Editor, asset: AnyAsset, file: File): Promise<string | null> {
  try {
    return (await editor.uploadAsset(AssetRecordType.create(asset), file)).src;
  } catch {
    // The store of pictures has said why.
    return null;
  }
}

/** A picture that stands in its address. */
function fileOf(src: string, name: string): File | null {
  const [, type, data] = /^data:(image\/[a-z]+);base64,(.+)$/.exec(src) ?? [];
  return type === undefined || data === undefined ? null : new File([fromBase64(data).slice()], name, { type });
}
