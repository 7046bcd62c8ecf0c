import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paletteProperty } from '#shared/views/frame/paletteProperty.ts';
import { noteColors, sheetColors, sheetPalettes } from '#shared/views/sheet/sheetPalette.ts';
import { colorsIn, contrast } from '../testing/cssColors.ts';

const css = readFileSync(new URL('sheet.css', import.meta.url), 'utf8');

const colorsOf = (selector: string) => colorsIn(css, 'sheet', selector);
const colors = (palette: Readonly<Record<string, string>>) =>
  Object.fromEntries(sheetColors.map((name) => [paletteProperty('sheet', name), palette[name]]));

describe('sheetPalette', () => {
  it('[SHEET-25] screen and picture files have the same colors', () => {
    expect(colorsOf(':root')).toEqual(colors(sheetPalettes.light));
    expect(colorsOf(":root[data-theme='dark']")).toEqual(colors(sheetPalettes.dark));
    expect(Object.keys(colorsOf(":root[data-theme='contrast']"))).toEqual(Object.keys(colors(sheetPalettes.light)));
  });

  it('[SHEET-25] words can be read on what is under them', () => {
    for (const name of ['light', 'dark'] as const) {
      const palette = sheetPalettes[name];
      const papers = [null, 0, 1, 2, 3, 4, 5, 6, 7].map((tint) => noteColors(palette, tint).fill);
      const pairs = [
        ...[palette.plate, palette.group, ...papers].flatMap((ground) =>
          [palette.ink, palette.soft, palette.made].map((text) => [text, ground] as const),
        ),
        [palette.onMark, palette.mark],
      ] as const;
      for (const [text, ground] of pairs)
        expect(contrast(text, ground), `${text} on ${ground}, ${name}`).toBeGreaterThan(4.5);
    }
  });
});
