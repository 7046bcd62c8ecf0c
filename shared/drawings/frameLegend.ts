/** What the frame's signs, cards and edges mean: the same on the canvas and in a picture. */
import { representativeKinds, standardSectors } from '#shared/kinds/values.ts';
import { frameMeasures } from '../views/frame/frameMeasures.ts';
import { sectorColor, type FramePalette } from '../views/frame/framePalette.ts';
import type { FrameLook } from './FrameLook.ts';
import type { Shape } from './Shape.ts';
import { firstBalloon, kindSign, sectorSign } from './signs.ts';

export interface LegendSign {
  readonly text: string;
  /** Of the sign. */
  readonly width: number;
  /** Its left edge at the origin, its middle at height 0. */
  readonly shapes: readonly Shape[];
}

/** No sign is higher. */
export const legendHeight = 24;

const { size, diamond } = frameMeasures.token;
const line = 26;

/** `sectors`: those that the board has. */
export function frameLegend(
  { palette, words }: Pick<FrameLook, 'palette' | 'words'>,
  sectors: ReadonlySet<string | null>,
): readonly LegendSign[] {
  const kinds = representativeKinds.map((kind): LegendSign => {
    const width = kind === 'decision_maker' ? diamond : size;
    const letters = words.say(`letters.${kind}`);
    const sign = kindSign({ kind, letters, x: width / 2, y: 0, size: width, state: 'present' }, palette);
    return { text: words.say(`tools.${kind}`), width, shapes: [sign] };
  });
  const mark = words.say('letters.missing');
  return [
    ...kinds,
    {
      text: words.say('legend.missing'),
      width: diamond,
      shapes: [
        kindSign({ kind: 'designee', letters: mark, x: diamond / 2, y: 0, size: diamond, state: 'missing' }, palette),
      ],
    },
    { text: words.say('legend.essential'), width: line, shapes: essential(palette) },
    { text: words.say('legend.supporting'), width: line, shapes: [level(0, palette.awayLine, 1.6)] },
    { text: words.say('legend.away'), width: line, shapes: [awayCard(palette)] },
    { text: words.say('legend.nobody'), width: size, shapes: nobody(mark, palette) },
    {
      text: words.say('legend.first'),
      width: size,
      shapes: [firstBalloon({ x: 0, y: -size / 2, size }, { ground: palette.wedge, line: palette.first })],
    },
    { text: words.say('legend.onlyAway'), width: line, shapes: [tinted(palette)] },
    ...standardSectors
      .filter((sector) => sectors.has(sector))
      .map((sector): LegendSign => ({
        text: words.say(`sector.${sector}`),
        width: 15,
        shapes: [sectorSign(sector, 0, -7.5, 15, sectorColor(palette, sector))],
      })),
  ];
}

function level(y: number, stroke: string, strokeWidth: number): Shape {
  return { kind: 'path', d: `M0 ${y}H${line}`, stroke, strokeWidth };
}

function essential(palette: FramePalette): readonly Shape[] {
  return [level(2.5, palette.rim, 2.6), level(-2.5, palette.rim, 1.6)];
}

const box = { kind: 'rect', x: 0.5, y: -8, width: line - 1, height: 16, radius: 4 } as const;

function awayCard({ away, awayLine }: FramePalette): Shape {
  return { ...box, fill: away, stroke: awayLine, strokeWidth: 1, dash: [4, 3] };
}

function tinted({ tint, wedgeLine }: FramePalette): Shape {
  return { ...box, radius: 0, fill: tint, stroke: wedgeLine, strokeWidth: 1.5 };
}

function nobody(mark: string, { soft }: FramePalette): readonly Shape[] {
  const x = size / 2;
  return [
    { kind: 'circle', x, y: 0, radius: size / 2 - 1, stroke: soft, strokeWidth: 1.2, dash: [2.6, 2.2] },
    { kind: 'text', text: mark, x, y: 3.8, size: 10.5, weight: 700, fill: soft, anchor: 'middle' },
  ];
}
