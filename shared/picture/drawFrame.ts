/** The frame as a picture: goal, table, cards, tokens, as on the canvas on that day, with its legend. */
import { drawCard } from '../drawings/drawCard.ts';
import { drawGoal } from '../drawings/drawGoal.ts';
import { drawToken } from '../drawings/drawToken.ts';
import { drawWedge } from '../drawings/drawWedge.ts';
import { type FrameLook, frameWords } from '../drawings/FrameLook.ts';
import { placed, type Shape } from '../drawings/Shape.ts';
import { frameLegend, legendHeight, type LegendSign } from '../drawings/frameLegend.ts';
import { wholeRim } from '../drawings/rimPath.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import { firstInterests } from '../map/rules/firstInterests.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { frameTable } from '../views/frame/frameMeasures.ts';
import { framePalettes, type FramePalette } from '../views/frame/framePalette.ts';
import { frameThings } from '../drawings/frameThings.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import type { Picture } from './Picture.ts';

const margin = 30;
/** Of the legend's letters, and between two of its signs. */
const letters = 13;
const gap = 22;

export function drawFrame(index: MapIndex, words: ReportWords, palette: FramePalette = framePalettes.light): Picture {
  const { map } = index;
  const { layout, goal, wedges, cards } = frameThings(index, { firsts: firstInterests(index) });
  const { noTitle, kind, picture } = words.texts;
  const look: FrameLook = { palette, words: frameWords(words.language, words.t), detail: 'full' };
  const shapes: Shape[] = wedges.map(({ interest, facts }) =>
    placed({ x: 0, y: 0 }, interest.title || look.words.say('untitled'), drawWedge(facts, look)),
  );
  if (wedges.length === 0)
    shapes.push({
      kind: 'path',
      d: wholeRim(frameTable),
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
  const bottom = Math.max(bounds.y + bounds.height, ...cards.map(({ at, facts }) => at.y + facts.form.height));
  const legendTop = bottom + 12;
  const sectors = new Set(map.organizations.map(({ sector }) => sector));
  const place = { middle: 0, top: legendTop, width: bounds.width };
  const legend = legendOf(frameLegend(look, sectors), palette.soft, place);
  shapes.push(...legend.shapes);
  return {
    x: bounds.x - margin,
    y: bounds.y - margin,
    width: bounds.width + margin * 2,
    height: legendTop + legend.height - bounds.y + margin * 1.3,
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

interface LegendPlace {
  readonly middle: number;
  readonly top: number;
  readonly width: number;
}

/** In rows, set in the middle. */
function legendOf(
  signs: readonly LegendSign[],
  ink: string,
  { middle, top, width }: LegendPlace,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const widthOf = (sign: LegendSign): number => sign.width + 6 + textWidth(sign.text, letters);
  const rows: LegendSign[][] = [[]];
  let used = 0;
  for (const sign of signs) {
    if (used > 0 && used + gap + widthOf(sign) > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(sign);
    used += (used > 0 ? gap : 0) + widthOf(sign);
  }
  const rowHeight = legendHeight + 4;
  const shapes = rows.flatMap((row, at) => {
    const whole = row.reduce((sum, sign) => sum + widthOf(sign), 0) + gap * (row.length - 1);
    let x = middle - whole / 2;
    const y = top + rowHeight * (at + 0.5);
    return row.flatMap((sign): readonly Shape[] => {
      const left = x;
      x += widthOf(sign) + gap;
      return [
        { kind: 'group', x: left, y, shapes: sign.shapes },
        {
          kind: 'text',
          text: sign.text,
          x: left + sign.width + 6,
          y: y + letters * 0.36,
          size: letters,
          weight: 500,
          fill: ink,
        },
      ];
    });
  });
  return { shapes, height: rowHeight * rows.length };
}
