/** The frame as a picture: goal, ring, cards, tokens, as on the canvas on that day, with a legend. */
import { drawCard } from '../drawings/drawCard.ts';
import { drawGoal } from '../drawings/drawGoal.ts';
import { drawToken } from '../drawings/drawToken.ts';
import { drawWedge } from '../drawings/drawWedge.ts';
import { type FrameLook, frameWords } from '../drawings/FrameLook.ts';
import { placed, type Shape } from '../drawings/Shape.ts';
import { kindSign } from '../drawings/signs.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { frameMeasures } from '../views/frame/frameMeasures.ts';
import { framePalettes, type FramePalette } from '../views/frame/framePalette.ts';
import { frameThings } from '../drawings/frameThings.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import type { Picture } from './Picture.ts';

const margin = 36;

export function drawFrame(index: MapIndex, words: ReportWords, palette: FramePalette = framePalettes.light): Picture {
  const { map } = index;
  const { layout, goal, wedges, cards } = frameThings(index);
  const { noTitle, kind, picture } = words.texts;
  const look: FrameLook = { palette, words: frameWords(words.language, words.t), detail: 'full' };
  const shapes: Shape[] = wedges.map(({ interest, facts }) =>
    placed({ x: 0, y: 0 }, interest.title || look.words.say('untitled'), drawWedge(facts, look)),
  );
  if (wedges.length === 0)
    shapes.push({
      kind: 'circle',
      x: 0,
      y: 0,
      radius: layout.outerRadius,
      fill: palette.wedge,
      stroke: palette.wedgeLine,
      strokeWidth: 1.2,
      dash: [8, 6],
    });
  const statement = map.goal.statement || look.words.say('goalQuestion');
  shapes.push(placed(goal.at, statement, drawGoal(goal.facts, look)));
  for (const { organization, at, facts, tokens } of cards) {
    const people = tokens.map(({ person, at: inside, facts: token }) =>
      placed(inside, `${kind[person.kind]}: ${person.role_title || noTitle}`, drawToken(token, look)),
    );
    shapes.push(placed(at, organization.name, [...drawCard(facts, look), ...people]));
  }

  const { bounds } = layout;
  const { height } = frameMeasures.card;
  const bottom = Math.max(bounds.y + bounds.height, ...cards.map(({ at }) => at.y + height));
  const unit = Math.max(0.9, bounds.width / 1150);
  const legendTop = bottom + 26 * unit;
  const legend = drawLegend(words, palette, bounds.x + bounds.width / 2, legendTop, bounds.width, unit);
  shapes.push(...legend.shapes);
  return {
    x: bounds.x - margin,
    y: bounds.y - margin,
    width: bounds.width + margin * 2,
    height: legendTop + legend.height - bounds.y + margin * 1.6,
    background: palette.paper,
    title: picture.frameTitle,
    description: words.fill(picture.frameDescription, {
      interests: map.interests.length,
      goal: statement,
      organizations: map.organizations.length,
    }),
    shapes,
  };
}

interface LegendItem {
  readonly text: string;
  readonly width: number;
  readonly sign: (x: number, y: number) => readonly Shape[];
}

/** One or two rows, set in the middle. */
function drawLegend(
  words: ReportWords,
  palette: FramePalette,
  middle: number,
  top: number,
  width: number,
  unit: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const size = 11.5 * unit;
  const items = legendItems(words, palette, unit, size);
  const gap = 22 * unit;
  const rows: LegendItem[][] = [[]];
  let used = 0;
  for (const one of items) {
    if (used > 0 && used + gap + one.width > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(one);
    used += (used > 0 ? gap : 0) + one.width;
  }
  const rowHeight = 26 * unit;
  const shapes = rows.flatMap((row, at) => {
    const whole = row.reduce((sum, one) => sum + one.width, 0) + gap * (row.length - 1);
    let x = middle - whole / 2;
    const y = top + rowHeight * (at + 0.5);
    return row.flatMap((one): readonly Shape[] => {
      const textX = x + one.width - textWidth(one.text, size);
      const drawn = one.sign(x, y);
      x += one.width + gap;
      return [
        ...drawn,
        { kind: 'text', text: one.text, x: textX, y: y + size * 0.36, size, weight: 500, fill: palette.soft },
      ];
    });
  });
  return { shapes, height: rowHeight * rows.length };
}

/** Every sign of the picture with what it means. `size`: of the letters. */
function legendItems(words: ReportWords, palette: FramePalette, unit: number, size: number): readonly LegendItem[] {
  const signSize = 17 * unit;
  const { letters, kind, picture } = words.texts;
  const item = (text: string, signWidth: number, sign: LegendItem['sign']): LegendItem => ({
    text,
    width: signWidth + 6 * unit + textWidth(text, size),
    sign,
  });
  const items: LegendItem[] = representativeKinds.map((one) =>
    item(kind[one], signSize, (x, y) => [
      kindSign({ kind: one, letters: letters[one], x: x + signSize / 2, y, size: signSize, state: 'present' }, palette),
    ]),
  );
  return [
    ...items,
    item(picture.nobody, signSize, (x, y) => [
      kindSign(
        { kind: 'doer', letters: letters.missing, x: x + signSize / 2, y, size: signSize, state: 'missing' },
        palette,
      ),
    ]),
    item(picture.notHere, 22 * unit, (x, y) => [
      {
        kind: 'rect',
        x,
        y: y - 7 * unit,
        width: 22 * unit,
        height: 14 * unit,
        radius: 3 * unit,
        fill: palette.away,
        stroke: palette.awayLine,
        strokeWidth: unit,
        dash: [4 * unit, 3 * unit],
      },
    ]),
    item(picture.essential, 22 * unit, (x, y) => [
      {
        kind: 'path',
        d: `M${x} ${y + 2 * unit}H${x + 22 * unit}`,
        stroke: palette.rim,
        strokeWidth: 2.6 * unit,
      },
      {
        kind: 'path',
        d: `M${x} ${y - 3 * unit}H${x + 22 * unit}`,
        stroke: palette.rim,
        strokeWidth: 1.4 * unit,
      },
    ]),
  ];
}
