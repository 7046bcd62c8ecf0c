/** The letters of the frame as files, so that a picture file carries them along: Latin always, more where a text needs it. */
import type { TLFontFace } from '@tldraw/tldraw';
import latinUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import latinExtUrl from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';

function face(url: string, unicodeRange: string): TLFontFace {
  return { family: 'Inter Variable', src: { url, format: 'woff2' }, weight: '100 900', style: 'normal', unicodeRange };
}

const latin = face(
  latinUrl,
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2212',
);
const latinExt = face(
  latinExtUrl,
  'U+0100-02BA, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0',
);

const plain: TLFontFace[] = [latin];
const extended: TLFontFace[] = [latin, latinExt];

export function fontFaces(text: string): TLFontFace[] {
  return /[\u0100-\u02ba\u1e00-\u1eff]/.test(text) ? extended : plain;
}
