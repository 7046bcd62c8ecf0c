import { describe, expect, it } from 'vitest';
import { stages } from '#shared/map/values.ts';
import { cycleColors, stageColors as fileColors } from '#shared/picture/cycleColors.ts';
import { cyclePalettes, stageColors } from '#client/canvas/cycle/cyclePalette.ts';

describe('colors of the cycle', () => {
  it('[EXPORT-13] are the same in picture files as on the canvas', () => {
    const { paper: _paper, ...shared } = cycleColors;
    expect(cyclePalettes.light).toMatchObject(shared);
    for (const stage of stages) expect(fileColors[stage]).toEqual(stageColors(cyclePalettes.light, stage));
  });
});
