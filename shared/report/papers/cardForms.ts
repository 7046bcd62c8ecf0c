/** The card of an organization on the poster. */
import type { Shape } from '../../drawings/Shape.ts';
import { sectorSign } from '../../drawings/signs.ts';
import { textLines } from '../../drawings/textLines.ts';
import { sectorColor } from '../../views/frame/framePalette.ts';
import { breakName, widthOf } from '../../views/table/breakName.ts';
import { type FormLook, type Forms, leading, nameLines, saidOfName, shownForms } from './blockForms.ts';
import { kindForm } from './paperForms.ts';
import type { TableName } from './tableFacts.ts';

/** A name in a card, with the sign of its sector, its forms beside it, and below it in words why it is not at the table. */
export function cardForms({ organization, isHere, kinds }: TableName, look: FormLook): Forms {
  const { words, palette, size, mostWidth } = look;
  const { notNamed, frame, engagement } = words.texts;
  const name = organization.name.trim() || notNamed;
  const state = isHere ? (kinds.length === 0 ? frame.nobodyYet : '') : engagement[organization.engagement];
  const [lineHeight, pad, side, strip] = [size * leading, size * 0.4, size * 1.1, size * 1.45];
  const { shown, more } = shownForms(kinds);
  const formsWidth = shown.length === 0 ? 0 : shown.length * side * 1.15 + (more === 0 ? 0 : size * 1.8);
  const said = saidOfName(name, isHere, kinds, organization.engagement, words);
  const color = sectorColor(palette, organization.sector);
  return breakName(name, { size, mostWidth, mostLines: 4 }).map((lines) => {
    const stateLines =
      state === ''
        ? []
        : (breakName(state, { size, mostWidth: Math.max(widthOf(lines), size * 6), mostLines: 1 })[0] ?? []);
    const textWide = Math.max(widthOf(lines), widthOf(stateLines));
    const width = strip + pad + textWide + (formsWidth === 0 ? 0 : pad + formsWidth) + pad;
    const height = Math.max((lines.length + stateLines.length) * lineHeight, side) + pad * 1.3;
    const textTop = (height - (lines.length + stateLines.length) * lineHeight) / 2;
    const textLeft = strip + pad;
    const formsLeft = textLeft + textWide + pad;
    const formTop = (height - side) / 2;
    const shapes: Shape[] = [
      ...cardGround({ width, height, strip, size }, { color, isHere, sector: organization.sector }, palette),
      ...nameLines(lines, {
        size,
        lineHeight,
        x: textLeft,
        y: textTop,
        fill: isHere ? palette.ink : palette.soft,
        isSlanted: false,
      }),
      ...nameLines(stateLines, {
        size,
        lineHeight,
        x: textLeft,
        y: textTop + lines.length * lineHeight,
        fill: palette.soft,
        isSlanted: true,
      }),
      ...shown.map((kind, at) =>
        kindForm(
          kind,
          isHere ? 'present' : 'away',
          { x: formsLeft + at * side * 1.15, y: formTop, size: side },
          palette,
        ),
      ),
      ...(more === 0
        ? []
        : textLines({
            lines: [`+${more}`],
            fontSize: size,
            lineHeight,
            x: formsLeft + shown.length * side * 1.15,
            y: (height - lineHeight) / 2,
            weight: 600,
            fill: palette.soft,
          })),
    ];
    return { width, height, content: { shapes, said } };
  });
}

/** Dashed where the organization is not at the table, with a strip and the sign of its sector. */
function cardGround(
  { width, height, strip, size }: Readonly<Record<'width' | 'height' | 'strip' | 'size', number>>,
  { color, isHere, sector }: { readonly color: string; readonly isHere: boolean; readonly sector: string | null },
  palette: FormLook['palette'],
): readonly Shape[] {
  return [
    {
      kind: 'rect',
      x: 0.4,
      y: 0.4,
      width: width - 0.8,
      height: height - 0.8,
      radius: 4,
      fill: isHere ? palette.card : palette.away,
      stroke: isHere ? palette.cardLine : palette.awayLine,
      strokeWidth: 0.8,
      dash: isHere ? undefined : [3.4, 2.6],
    },
    {
      kind: 'rect',
      x: 0.8,
      y: 0.8,
      width: strip - 0.8,
      height: height - 1.6,
      radius: 3.6,
      fill: color,
      opacity: isHere ? 0.14 : 0.08,
    },
    {
      kind: 'rect',
      x: 0.2,
      y: 2.4,
      width: 2.4,
      height: height - 4.8,
      radius: 1.1,
      fill: color,
      opacity: isHere ? 1 : 0.6,
    },
    sectorSign(sector, strip * 0.24, (height - size) / 2, size, color),
  ];
}
