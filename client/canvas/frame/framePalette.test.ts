import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { framePalettes, paletteNames } from '#shared/views/frame/framePalette.ts';
import { paletteProperty } from '#shared/views/frame/paletteProperty.ts';
import { colorsIn, contrast } from '../testing/cssColors.ts';

const css = readFileSync(new URL('frame.css', import.meta.url), 'utf8');

const colorsOf = (selector: string) => colorsIn(css, 'frame', selector);
const colors = (palette: Readonly<Record<string, string>>) =>
  Object.fromEntries(paletteNames.map((name) => [paletteProperty('frame', name), palette[name]]));

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
