/** Puts a picture that the server has onto its page, as an act of the person who chose it. */
import { AssetRecordType, createShapeId, type Editor, type TLImageAsset, type TLPageId } from '@tldraw/tldraw';
import type { MeasuredPicture } from './measurePicture.ts';

export interface PlacedPicture extends MeasuredPicture {
  /** Names the picture; placed twice it stands there once. */
  readonly id: string;
  readonly page: string;
  /** its upper left corner on the page */
  readonly x: number;
  readonly y: number;
}

/** The record of a picture that the server has under `stored`. */
export function pictureAsset(picture: MeasuredPicture, id: string, stored: string): TLImageAsset {
  const { w, h, name, isAnimated, file } = picture;
  const props = { name, w, h, isAnimated, mimeType: file.type, src: `asset:${stored}`, fileSize: file.size };
  return { id: AssetRecordType.createId(id), typeName: 'asset', type: 'image', meta: {}, props };
}

export function placePicture(editor: Editor, picture: PlacedPicture, stored: string): void {
  const shape = createShapeId(`picture-${picture.id}`);
  if (editor.getShape(shape)) return;
  const asset = pictureAsset(picture, picture.id, stored);
  // the page may be gone by now
  const page = editor.getPage(picture.page as TLPageId)?.id ?? editor.getCurrentPageId();
  const { x, y, w, h } = picture;
  editor.markHistoryStoppingPoint('place picture');
  if (!editor.getAsset(asset.id)) editor.createAssets([asset]);
  editor.createShape({
    id: shape,
    type: 'image',
    parentId: page,
    x,
    y,
    props: { assetId: asset.id, w, h },
  });
}
