/** A body where something is decided, or who else has a line to one: name, part in deciding, and how many of each kind sit there. */
import { type RepresentativeKind, representativeKinds } from '#shared/kinds/values.ts';
import { fitText } from '../views/frame/fitText.ts';
import type { FramePalette } from '../views/frame/framePalette.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import type { FrameLook } from './FrameLook.ts';
import type { Drawing, Shape } from './Shape.ts';
import { kindSign } from './signs.ts';
import { textLines } from './textLines.ts';

export const bodyMeasures = { width: 196, height: 96, padding: 12, radius: 8 } as const;

export interface BodyFacts {
  readonly text: string;
  /** Null for an organization or a person at the end of a line. */
  readonly body: {
    readonly decides: boolean;
    /** Its part in deciding, and how many seats it has. */
    readonly below: string;
    readonly seats: Readonly<Record<RepresentativeKind, number>>;
  } | null;
}

type Look = Pick<FrameLook, 'palette' | 'words'>;

const { width, height, padding, radius } = bodyMeasures;
const inner = width - padding * 2;

/** Its upper left corner at the origin. */
export function drawBody({ text, body }: BodyFacts, { palette, words }: Look): Drawing {
  const colors = colorsOf(body, palette);
  const title = fitText(text, { width: inner, maxLines: 2, fontSizes: [15, 14, 13, 12], leading: 1.2 });
  const edge = body ? { strokeWidth: 1.6 } : { strokeWidth: 1, dash: [4, 3] as const };
  const shapes: readonly Shape[] = [
    { kind: 'rect', x: 0, y: 0, width, height, radius, fill: colors.fill, stroke: colors.stroke, ...edge },
    ...textLines({ ...title, x: padding, y: 10, weight: 700, fill: colors.ink }),
  ];
  if (!body) return shapes;
  const below = fitText(body.below, { width: inner, maxLines: 1, fontSizes: [11, 10.5, 10], leading: 1.25 });
  const y = 10 + title.lines.length * title.lineHeight + 3;
  return [
    ...shapes,
    ...textLines({ ...below, x: padding, y, weight: 500, fill: colors.soft }),
    ...seatSigns(body.seats, colors.count, { palette, words }),
  ];
}

function colorsOf(body: BodyFacts['body'], palette: FramePalette) {
  const { goal, onGoal, onGoalSoft, card, ink, soft, rim, awayLine } = palette;
  if (body?.decides) return { fill: goal, stroke: goal, ink: onGoal, soft: onGoalSoft, count: onGoal };
  return { fill: card, stroke: body ? rim : awayLine, ink, soft, count: soft };
}

function seatSigns(
  seats: Readonly<Record<RepresentativeKind, number>>,
  fill: string,
  { palette, words }: Look,
): readonly Shape[] {
  let x: number = padding;
  return representativeKinds.flatMap((kind): readonly Shape[] => {
    if (seats[kind] === 0) return [];
    const text = `× ${seats[kind]}`;
    const sign = { kind, letters: words.say(`letters.${kind}`), x: x + 8, y: height - 18, size: 16 };
    const at = { x: x + 20, y: height - 14 };
    x += 30 + textWidth(text, 11);
    return [
      kindSign({ ...sign, state: 'present' }, palette),
      { kind: 'text', text, ...at, size: 11, weight: 600, fill },
    ];
  });
}
