/** What stands above the table of the one page: how many chairs are taken, and what the forms mean. */
import type { Shape } from '../../drawings/Shape.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import { textWidth } from '../../views/frame/textWidth.ts';
import { kindForm } from './paperForms.ts';
import { flowLegend, type LegendItem } from './legend.ts';
import type { PaperPart } from './Paper.ts';
import { paperPalette as palette, type PaperContext, type Piece, sizes } from './pieces.ts';
import { setText } from './setText.ts';
import type { TableFacts } from './tableFacts.ts';
import type { DrawnTable } from './tableParts.ts';

export function tableHead(
  context: PaperContext,
  facts: TableFacts,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  form: DrawnTable['form'] = 'names',
): Piece {
  const { words } = context;
  const { paper } = words.texts;
  const heading = setText(
    paper.table,
    { size: sizes.heading, weight: 700, fill: palette.ink },
    { x, y, width: width * 0.5, mostLines: 1 },
  );
  const left = x + Math.min(width * 0.5, textWidth(paper.table, sizes.heading)) + 10;
  const said = [
    ...(facts.chairs.all === 0 ? [] : [words.fill(paper.chairs, facts.chairs)]),
    ...(form === 'names' ? [] : [paper.namesElsewhere]),
    ...(facts.waiting === 0 ? [] : [words.t('report.paper.waiting', { count: facts.waiting })]),
  ].join(' ');
  const chairs = setText(
    said,
    { size: sizes.body + 0.2, weight: 600, fill: palette.ink },
    { x: left, y: y + 1.4, width: x + width - left, mostLines: 1 },
  );
  const items = legendItems(context);
  const size = 7.1;
  const from = left + textWidth(said, sizes.body + 0.2) + 10;
  // beside the words where there is room for all of it, else below them
  const beside = flowLegend(items, { x: from, y: y + 0.3, width: x + width - from, size, gap: 7 });
  const isBeside = beside.rows === 1 && beside.width <= x + width - from;
  const legend = isBeside
    ? flowLegend(items, { x: x + width - beside.width, y: y + 0.3, width: beside.width + 1, size, gap: 7 })
    : flowLegend(items, { x, y: y + heading.height + 1, width, size, gap: 12 });
  const parts: PaperPart[] = [{ role: 'H2', shapes: heading.shapes }];
  if (said !== '') parts.push({ role: 'P', shapes: chairs.shapes });
  parts.push({ role: 'P', shapes: legend.shapes });
  return { ground: [], parts, height: isBeside ? heading.height : heading.height + 1 + legend.height };
}

function legendItems({ words }: PaperContext): readonly LegendItem[] {
  const { kind: kinds, weight, paper } = words.texts;
  const size = sizes.small;
  return [
    ...representativeKinds.map((kind): LegendItem => ({
      text: kinds[kind],
      width: size,
      draw: (x, y) => [kindForm(kind, 'present', { x, y: y - size / 2, size }, palette)],
    })),
    {
      text: paper.empty,
      width: size,
      draw: (x, y) => [kindForm('designee', 'missing', { x, y: y - size / 2, size }, palette)],
    },
    { text: weight.essential, width: 18, draw: essentialLine },
    { text: paper.away, width: 0, draw: () => [], isSlanted: true },
  ];
}

/** The two lines of an essential interest. */
export function essentialLine(x: number, y: number): readonly Shape[] {
  return [-1.4, 1.4].map((away): Shape => ({
    kind: 'path',
    d: `M${x} ${y + away}h18`,
    stroke: palette.rim,
    strokeWidth: 1.2,
  }));
}

/** A table on the sheet, its middle here. */
export function moved(
  { ground, parts }: Pick<DrawnTable, 'ground' | 'parts'>,
  { x, y }: { readonly x: number; readonly y: number },
): Piece {
  const at = (shapes: readonly Shape[]): readonly Shape[] =>
    shapes.length === 0 ? [] : [{ kind: 'group', x, y, shapes }];
  const part = (one: PaperPart): PaperPart => ({
    ...one,
    ...(one.shapes === undefined ? {} : { shapes: at(one.shapes) }),
    ...(one.parts === undefined ? {} : { parts: one.parts.map(part) }),
  });
  return { ground: at(ground), parts: parts.map(part), height: 0 };
}
