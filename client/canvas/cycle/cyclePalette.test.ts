import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stages } from '#shared/map/values.ts';
import { cycleColors, cyclePalettes, cyclePropertyOf, stageColors } from './cyclePalette.ts';

const css = readFileSync(new URL('cycle.css', import.meta.url), 'utf8');

function colorsOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/(--cycle-[a-z-]+): ([^;]+);/g)].map((found) => [found[1], found[2]]));
}
const colors = (palette: Readonly<Record<string, string>>) =>
  Object.fromEntries(cycleColors.map((name) => [cyclePropertyOf(name), palette[name]]));

function luminance(color: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

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
