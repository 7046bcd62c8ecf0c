/** The name of an organization on the one page. */
import type { Shape } from '../../drawings/Shape.ts';
import { textLines } from '../../drawings/textLines.ts';
import { breakName, widthOf } from '../../views/table/breakName.ts';
import { type FormLook, type Forms, leading, nameLines, saidOfName, shownForms } from './blockForms.ts';
import { kindForm } from './paperForms.ts';
import type { TableName } from './tableFacts.ts';

/** A name with the forms of who speaks for it behind its last word: without a box, slanted where it is not at the table. */
export function nameForms({ organization, isHere, kinds }: TableName, look: FormLook): Forms {
  const { words, palette, size, mostWidth } = look;
  const name = organization.name.trim() || words.texts.notNamed;
  const side = size * 0.82;
  const { shown, more } = shownForms(kinds);
  const tail = (shown.length === 0 ? 0 : shown.length * side * 1.25) + (more === 0 ? 0 : size * 1.8);
  const said = saidOfName(name, isHere, kinds, organization.engagement, words);
  return breakName(name, { size, mostWidth, mostLines: 4, tail }).map((lines) => {
    const lineHeight = size * leading;
    const shapes: Shape[] = [
      ...nameLines(lines, {
        size,
        lineHeight,
        x: 0,
        y: 0,
        fill: isHere ? palette.ink : palette.soft,
        isSlanted: !isHere,
      }),
    ];
    for (const [place, { tailAt }] of lines.entries()) {
      if (tailAt === undefined) continue;
      const y = place * lineHeight;
      for (const [at, kind] of shown.entries())
        shapes.push(
          kindForm(
            kind,
            isHere ? 'present' : 'away',
            { x: tailAt + at * side * 1.25, y: y + (lineHeight - side) / 2, size: side },
            palette,
          ),
        );
      if (more > 0)
        shapes.push(
          ...textLines({
            lines: [`+${more}`],
            fontSize: size,
            lineHeight,
            x: tailAt + shown.length * side * 1.25,
            y,
            weight: 600,
            fill: palette.soft,
          }),
        );
    }
    return { width: widthOf(lines), height: lines.length * lineHeight, content: { shapes, said } };
  });
}
