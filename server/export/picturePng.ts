/** A picture as PNG, large enough for print. */
import { Resvg } from '@resvg/resvg-js';
import type { Picture } from '#shared/picture/Picture.ts';
import { pictureSvg } from '#shared/picture/pictureSvg.ts';
import { interFile, textWeights } from './interFonts.ts';

export interface PngSize {
  /** Pixels per unit of the picture, as far as `maxSide` allows. */
  readonly scale: number;
  readonly maxSide: number;
}

/** About 300 to the inch on a large sheet (15 inches). More would cost seconds and megabytes that no printer shows. */
export const printSize: PngSize = { scale: 3, maxSide: 4_500 };

export function picturePng(picture: Picture, size: PngSize = printSize): Uint8Array {
  const scale = Math.min(size.scale, size.maxSide / Math.max(picture.width, picture.height));
  const resvg = new Resvg(pictureSvg(picture), {
    fitTo: { mode: 'width', value: Math.max(1, Math.round(picture.width * scale)) },
    font: { fontFiles: textWeights.map(interFile), loadSystemFonts: false, defaultFontFamily: 'Inter' },
  });
  return resvg.render().asPng();
}
