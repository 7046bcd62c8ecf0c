import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stages } from '#shared/kinds/values.ts';
import { cycleColors, cyclePalettes, stageColors } from '#shared/views/cycle/cyclePalette.ts';
import { paletteProperty } from '#shared/views/frame/paletteProperty.ts';
import { colorsIn, contrast } from '../testing/cssColors.ts';

const css = readFileSync(new URL('cycle.css', import.meta.url), 'utf8');

const colorsOf = (selector: string) => colorsIn(css, 'cycle', selector);
const colors = (palette: Readonly<Record<string, string>>) =>
  Object.fromEntries(cycleColors.map((name) => [paletteProperty('cycle', name), palette[name]]));

describe('cyclePalette', () => {
  it('[CYCLE-22] screen and picture files have the same colors', () => {
    expect(colorsOf(':root')).toEqual(colors(cyclePalettes.light));
    expect(colorsOf(":root[data-theme='dark']")).toEqual(colors(cyclePalettes.dark));
    expect(Object.keys(colorsOf(":root[data-theme='contrast']"))).toEqual(Object.keys(colors(cyclePalettes.light)));
  });

  it('[CYCLE-22] words can be read on what is under them', () => {
    const papers = { light: '#f4f1ea', dark: '#14191d' };
    for (const name of ['light', 'dark'] as const) {
      const palette = cyclePalettes[name];
      const pairs = [
        [palette.ink, papers[name]],
        [palette.soft, papers[name]],
        [palette.soft, palette.lane],
        [palette.soft, palette.plate],
        [palette.soft, palette.card],
        [palette.warn, palette.card],
        [palette.solutionStrong, palette.card],
        [palette.reflectionStrong, palette.card],
        [palette.onHub, palette.hub],
        [palette.onHubSoft, palette.hub],
        ...stages.flatMap((stage) => {
          const { fill, strong } = stageColors(palette, stage);
          return [
            [palette.ink, fill],
            [palette.soft, fill],
            [strong, fill],
            [strong, palette.plate],
            [strong, papers[name]],
          ] as const;
        }),
      ] as const;
      for (const [text, ground] of pairs)
        expect(contrast(text, ground), `${text} on ${ground}, ${name}`).toBeGreaterThan(4.5);
    }
  });
});
