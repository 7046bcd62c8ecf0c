/** How large a picture stands on the canvas, and what it is: all that has to be known of it besides its bytes. */
import { MediaHelpers } from '@tldraw/tldraw';

export interface MeasuredPicture {
  readonly file: Blob;
  readonly name: string;
  /** on the canvas */
  readonly w: number;
  readonly h: number;
  readonly isAnimated: boolean;
}

/** As tldraw does it: no side longer than this. */
const longest = 5_000;

export async function measurePicture(file: File): Promise<MeasuredPicture> {
  const size = await MediaHelpers.getImageSize(file);
  const scale = Math.min(1, longest / Math.max(size.w, size.h));
  const isAnimated = await MediaHelpers.isAnimated(file);
  return { file, name: file.name, w: size.w * scale, h: size.h * scale, isAnimated };
}
