/** Prints a page as people do (a real PDF, without the colors behind things) and reads what color its words have on the paper. */
import type { Page } from '@playwright/test';
import { getDocument, OPS } from 'unpdf/pdfjs';

export interface Ink {
  /** without spaces, which paper has none of */
  readonly text: string;
  /** with white paper, from 1 (the same) to 21 (black) */
  readonly contrast: number;
}

type Color = readonly [red: number, green: number, blue: number];

export async function printedInks(page: Page): Promise<readonly Ink[]> {
  const task = getDocument({ data: Uint8Array.from(await page.pdf()), useSystemFonts: false, verbosity: 0 });
  const file = await task.promise;
  const inks: Ink[] = [];
  for (let at = 1; at <= file.numPages; at += 1) {
    const sheet = await file.getPage(at);
    const { fnArray, argsArray } = await sheet.getOperatorList();
    const kept: Color[] = [];
    let color: Color = [0, 0, 0];
    for (const [n, act] of fnArray.entries()) {
      const values: unknown = argsArray[n];
      if (act === OPS.save) kept.push(color);
      else if (act === OPS.restore) color = kept.pop() ?? color;
      else if (act === OPS.setFillRGBColor) color = colorOf(values);
      else if (act === OPS.showText) inks.push({ text: wordsOf(values), contrast: contrastWithWhite(color) });
    }
  }
  await task.destroy();
  return inks.filter(({ text }) => text !== '');
}

/** As `#rrggbb`. */
function colorOf(values: unknown): Color {
  const [hex = ''] = values as readonly [string?];
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [red, green, blue];
}

function wordsOf(values: unknown): string {
  const [glyphs] = values as readonly [readonly (number | { readonly unicode: string })[]];
  return glyphs.map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode.trim())).join('');
}

/** As WCAG counts it. */
function contrastWithWhite(color: Color): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
