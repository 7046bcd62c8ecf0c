/** An empty chair on the poster, to be written on. */
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import { breakName, widthOf } from '../../views/table/breakName.ts';
import { type FormLook, type Forms, leading, nameLines } from './blockForms.ts';
import { emptyChair } from './paperForms.ts';

/** 31 mm to write a name on. */
export const writingWidth = (31 / 25.4) * 72;
/** Room for a hand above the line. */
const handHeight = 15;

/** An empty chair with a line, and below it who is missing. */
export function chairForms(kind: RepresentativeKind, look: FormLook): Forms {
  const { words, palette, size } = look;
  const { paper, kind: kinds, letters } = words.texts;
  const label = words.fill(paper.chair, { kind: kinds[kind] });
  const side = size * 1.7;
  const left = side + size * 0.5;
  const lines = breakName(label, { size, mostWidth: Math.max(writingWidth, size * 12), mostLines: 1 })[0] ?? [];
  const lineWidth = Math.max(writingWidth + 0.5, widthOf(lines));
  const lineY = Math.max(handHeight, side * 0.8);
  const lineHeight = size * leading;
  return [
    {
      width: left + lineWidth,
      height: lineY + size * 0.2 + lines.length * lineHeight,
      content: {
        said: label,
        shapes: [
          ...emptyChair(kind, { x: 0, y: lineY - side * 0.8, size: side, letterSize: size }, letters.missing, palette),
          { kind: 'path', d: `M${left} ${lineY}H${left + lineWidth}`, stroke: palette.ink, strokeWidth: 0.9 },
          ...nameLines(lines, {
            size,
            lineHeight,
            x: left,
            y: lineY + size * 0.2,
            fill: palette.soft,
            isSlanted: false,
          }),
        ],
      },
    },
  ];
}
