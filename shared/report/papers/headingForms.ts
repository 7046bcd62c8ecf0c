/** The heading of an interest on paper. */
import type { Shape } from '../../drawings/Shape.ts';
import { textLines } from '../../drawings/textLines.ts';
import { type RepresentativeKind, representativeKinds } from '#shared/kinds/values.ts';
import { breakName, widthOf } from '../../views/table/breakName.ts';
import type { BlockForm } from '../../views/table/TableLayout.ts';
import type { ReportWords } from '../../picture/ReportWords.ts';
import { type BlockContent, type FormLook, type Forms, leading } from './blockForms.ts';
import { firstSign, type FormState, kindForm } from './paperForms.ts';
import type { TableInterest } from './tableFacts.ts';

/** The title with a form for each kind, and how many stand there where the names do not. */
export function headingForms(interest: TableInterest, look: FormLook, withEmpty: boolean, counts: string): Forms {
  const { words, palette, headingSize: size } = look;
  const isNamed = interest.title !== '';
  const title = interest.title || interest.question || words.texts.notNamed;
  const side = size * 0.95;
  const states = representativeKinds.flatMap((kind): readonly (readonly [RepresentativeKind, FormState])[] => {
    if (interest.chairs[kind]) return [[kind, 'present']];
    return withEmpty ? [[kind, 'missing']] : [];
  });
  const forms = states.length + (interest.isFirst ? 1 : 0);
  const formsWidth = forms === 0 ? 0 : forms * side * 1.4 - side * 0.4;
  const countSize = look.size;
  return [...breakName(title, { size, mostWidth: look.mostWidth * 1.15, mostLines: 4 })].map(
    (lines): BlockForm<BlockContent> => {
      const countLines =
        counts === ''
          ? []
          : (breakName(counts, {
              size: countSize,
              mostWidth: Math.max(widthOf(lines), formsWidth, countSize * 9),
              mostLines: 1,
            })[0] ?? []);
      const width = Math.max(widthOf(lines), widthOf(countLines), formsWidth);
      const textHeight = lines.length * size * leading;
      const countHeight = countLines.length * countSize * leading;
      const middle = width / 2;
      const at = (place: number) => ({
        x: middle - formsWidth / 2 + place * side * 1.4,
        y: textHeight + countHeight + size * 0.2,
        size: side,
      });
      const fill = isNamed ? palette.ink : palette.soft;
      const shapes: Shape[] = [
        ...textLines({
          lines: lines.map(({ text }) => text),
          fontSize: size,
          lineHeight: size * leading,
          x: middle,
          y: 0,
          weight: isNamed ? 700 : 500,
          fill,
          anchor: 'middle',
        }),
        ...textLines({
          lines: countLines.map(({ text }) => text),
          fontSize: countSize,
          lineHeight: countSize * leading,
          x: middle,
          y: textHeight,
          weight: 500,
          fill: palette.soft,
          anchor: 'middle',
        }),
        ...states.map(([kind, state], place) => kindForm(kind, state, at(place), palette)),
        ...(interest.isFirst ? [firstSign(at(states.length))] : []),
      ];
      const height = textHeight + countHeight + (forms === 0 ? 0 : size * 0.2 + side);
      return { width, height, content: { shapes, said: saidOfHeading(interest, title, counts, words) } };
    },
  );
}

function saidOfHeading(interest: TableInterest, title: string, counts: string, words: ReportWords): string {
  const { kind: kinds, weight, paper } = words.texts;
  const empty = representativeKinds.filter((kind) => !interest.chairs[kind]).map((kind) => kinds[kind]);
  return [
    title,
    ...(interest.isEssential ? [weight.essential] : []),
    ...(counts === '' ? [] : [counts]),
    ...(empty.length === 0 ? [] : [words.fill(paper.emptyOf, { list: words.list(empty) })]),
    ...(interest.isFirst ? [paper.first] : []),
  ].join('; ');
}
