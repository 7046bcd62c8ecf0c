/** What all shapes that show the map have in common: the map decides their size and place, people only move and name them. */
import { ShapeUtil, type TLFontFace, type TLShapePartial, type TLUnknownShape } from '@tldraw/tldraw';
import { getI18n } from 'react-i18next';
import { fontFaces } from './fontFaces.ts';
import type { ProjectedShape } from './ProjectedShape.ts';

export abstract class ProjectedShapeUtil<S extends ProjectedShape> extends ShapeUtil<S & TLUnknownShape> {
  override canEdit(): boolean {
    return true;
  }
  override canResize(): boolean {
    return false;
  }
  override canSnap(): boolean {
    return false;
  }
  override canCrop(): boolean {
    return false;
  }
  override canBeLaidOut(): boolean {
    return false;
  }
  override hideResizeHandles(): boolean {
    return true;
  }
  override hideRotateHandle(): boolean {
    return true;
  }
  override hideSelectionBoundsBg(): boolean {
    return true;
  }
  override hideSelectionBoundsFg(): boolean {
    return true;
  }
  override getFontFaces(shape: S): TLFontFace[] {
    return fontFaces(shape.props.text);
  }
  override getText(shape: S): string | undefined {
    return shape.props.text;
  }
  /** A change that changes nothing: the double click is taken, it opens the inspector. A click on the text edits in place. */
  override onDoubleClick({ id, type }: S): TLShapePartial<S & TLUnknownShape> {
    return { id, type } as unknown as TLShapePartial<S & TLUnknownShape>;
  }
}

/** Texts where no React is at hand; keys when there are none, as in tests. */
export function say(): ReturnType<typeof getI18n>['t'] | null {
  return getI18n()?.t ?? null;
}
