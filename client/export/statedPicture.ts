/** A picture that the browser made, with the words inside that say what it is and of which moment (EXPORT-2). */
import { xmlText } from '#shared/picture/pictureSvg.ts';
import { withPngTexts } from '#shared/picture/withPngTexts.ts';

export interface PictureStatement {
  readonly title: string;
  readonly description: string;
}

/** Of a PNG or SVG file. */
export async function statedPicture(picture: Blob, { title, description }: PictureStatement): Promise<Blob> {
  const { type } = picture;
  if (type.startsWith('image/svg')) {
    // The canvas writes this one sign as HTML does; as XML the file would be broken.
    const svg = (await picture.text()).replaceAll('&nbsp;', '\u00A0');
    const words = `<title>${xmlText(title)}</title><desc>${xmlText(description)}</desc>`;
    return new Blob([svg.replace(/<svg\b[^>]*>/, (start) => start + words)], { type });
  }
  const png = new Uint8Array(await picture.arrayBuffer());
  return new Blob([withPngTexts(png, { Title: title, Description: description })], { type });
}
