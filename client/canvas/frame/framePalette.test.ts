import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { framePalettes, paletteNames, propertyOf } from '#shared/frame/framePalette.ts';

const css = readFileSync(new URL('frame.css', import.meta.url), 'utf8');

function colorsOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/(--frame-[a-z-]+): ([^;]+);/g)].map((found) => [found[1], found[2]]));
}
const colors = (palette: Readonly<Record<string, string>>) =>
  Object.fromEntries(paletteNames.map((name) => [propertyOf(name), palette[name]]));

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

describe('framePalette', () => {
  it('[FRAME-34] screen and picture files have the same colors', () => {
    expect(colorsOf(':root')).toEqual(colors(framePalettes.light));
    expect(colorsOf(":root[data-theme='dark']")).toEqual(colors(framePalettes.dark));
    expect(Object.keys(colorsOf(":root[data-theme='contrast']"))).toEqual(Object.keys(colors(framePalettes.light)));
  });

  it('[FRAME-34] words can be read on what is under them', () => {
    for (const palette of [framePalettes.light, framePalettes.dark]) {
      const pairs = [
        [palette.ink, palette.card],
        [palette.soft, palette.away],
        [palette.ink, palette.paper],
        [palette.soft, palette.paper],
        [palette.onGoal, palette.goal],
        [palette.onGoalSoft, palette.goal],
        [palette.gold, palette.goal],
        [palette.business, palette.card],
        [palette.government, palette.card],
        [palette.nonprofit, palette.card],
        [palette.philanthropy, palette.card],
        [palette.labor, palette.card],
        [palette.community, palette.card],
        [palette.education, palette.card],
        [palette.otherSector, palette.card],
      ] as const;
      for (const [text, ground] of pairs) expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThan(4.5);
      const marks = [palette.designee, palette.doer, palette.decisionMaker];
      for (const mark of marks) expect(contrast(palette.onKind, mark), mark).toBeGreaterThan(4);
    }
  });
});
