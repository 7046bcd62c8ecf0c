/** The poster for the wall: who is at the table, and lines to write on where a chair is empty. The room goes on with it when the line fails. */
import type { Shape } from '../../drawings/Shape.ts';
import { sectorSign } from '../../drawings/signs.ts';
import { representativeKinds, standardSectors } from '#shared/kinds/values.ts';
import { sectorColor } from '../../views/frame/framePalette.ts';
import type { PaperSize } from '#shared/wire/paper.ts';
import { countedTable, namedTable } from './drawTable.ts';
import { goalDisc } from './goalDisc.ts';
import { flowLegend, type LegendItem } from './legend.ts';
import { leastSizes, type Paper, type PaperPart, posterSizes } from './Paper.ts';
import { brandMark, emptyChair, firstSign, kindForm } from './paperForms.ts';
import { momentDetail, paperPalette as palette, type PaperContext, type Piece, type Place } from './pieces.ts';
import { setText, setToFit } from './setText.ts';
import { essentialLine, moved } from './tableHead.ts';
import { type TableFacts, tableFacts } from './tableFacts.ts';
import type { DrawnTable } from './tableParts.ts';
import { wayIn, type WayIn } from './wayIn.ts';

const margin = 33;
const least = leastSizes.poster;
const tableTop = 64;
const footHeight = 66;
const discRadius = 92;
const names = [16, 15, 14, 13.2, 12.5, 11.9, 11.3, 10.8, 10.4, least];

export function poster(context: PaperContext, size: PaperSize, way: WayIn | null): Paper {
  const { index, words } = context;
  const [width, height] = posterSizes[size];
  const { paper } = words.texts;
  const inner = width - margin * 2;
  const facts = tableFacts(index);
  const bottom = height - 18 - footHeight;
  const look = {
    words,
    palette,
    shape: { a: width / 2 - 27, b: (bottom - tableTop) / 2, ring: discRadius + 7, gap: 3.6, edge: 5.5 },
    style: 'cards',
    sizes: names,
    headingSize: (letters: number) => letters * 1.25,
    goal: goalDisc(index, words, palette, { radius: discRadius, least, isShort: false }),
  } as const;
  const table = namedTable(facts, look) ?? countedTable(facts, look);
  const invitation = way === null ? null : wayIn(way, words, { right: width - margin, bottom: height - 18 });
  const pieces = [
    posterHead(context, facts, table.form, { x: margin, y: 18, width: inner, height: 40 }),
    moved(table, { x: width / 2, y: (tableTop + bottom) / 2 }),
    posterLegend(context, {
      x: margin,
      y: bottom + 10,
      width: inner - (invitation?.width ?? 0) - 20,
      height: footHeight - 10,
    }),
    ...(invitation === null ? [] : [invitation]),
  ];
  return {
    width,
    height,
    language: words.language,
    title: `${index.map.partnership.name}: ${paper.poster}`,
    ground: pieces.flatMap((piece) => piece.ground),
    parts: pieces.flatMap((piece) => piece.parts),
  };
}

function posterHead(
  context: PaperContext,
  { placements, waiting }: TableFacts,
  form: DrawnTable['form'],
  { x, y, width }: Place,
): Piece {
  const { index, words, state } = context;
  const { paper } = words.texts;
  const mark = 30;
  const room = width * 0.46 - mark;

  const title = setToFit(
    paper.poster,
    { weight: 700, fill: palette.ink, leading: 1.15 },
    { x: x + mark + 10, y: y + 2, width: room, height: 27, sizes: [22.5, 20, 18, 16, 14, 12.5] },
  );
  const right = width - mark - 10 - title.width - 24;
  const at = { x: x + width, width: right, mostLines: 1 };
  const name = setToFit(
    index.map.partnership.name,
    { weight: 700, fill: palette.ink, anchor: 'end', leading: 1.2 },
    { ...at, y, height: 16, sizes: [13, 12, 11, least] },
  );
  const moment = setText(
    `${state}. ${momentDetail(context)}.`,
    { size: least, weight: 400, fill: palette.soft, anchor: 'end' },
    { ...at, y: y + name.height + 1 },
  );
  const told = [
    ...(form === 'names' || placements === 0 ? [] : [paper.namesElsewhere]),
    ...(waiting === 0 ? [] : [words.t('report.paper.waiting', { count: waiting })]),
  ].join(' ');
  const parts: PaperPart[] = [
    { role: 'H1', shapes: title.shapes },
    { role: 'P', shapes: name.shapes },
    { role: 'P', shapes: moment.shapes },
  ];
  if (told !== '') {
    const more = setText(
      told,
      { size: least, weight: 500, fill: palette.ink, anchor: 'end' },
      { ...at, y: y + name.height + moment.height + 1 },
    );
    parts.push({ role: 'P', shapes: more.shapes });
  }
  return { ground: [brandMark({ x, y: y + 1, size: mark })], parts, height: 40 };
}

function posterLegend({ index, words }: PaperContext, { x, y, width }: Place): Piece {
  const { kind: kinds, weight, paper, letters } = words.texts;
  const size = least + 0.2;
  const side = size * 1.15;
  const used = new Set(index.map.organizations.map(({ sector }) => sector));
  const own = index.map.sectors.map(({ id }) => id).filter((id) => !standardSectors.some((one) => one === id));
  const sectors = [...standardSectors, ...own]
    .filter((sector) => used.has(sector))
    .map((sector): LegendItem => ({
      text: words.sector(index, sector),
      width: size * 1.2,
      draw: (left, middle) => [sectorSign(sector, left, middle - size * 0.6, size * 1.2, sectorColor(palette, sector))],
    }));
  const away = (left: number, middle: number): readonly Shape[] => [
    {
      kind: 'rect',
      x: left + 0.5,
      y: middle - 6,
      width: 22,
      height: 12,
      radius: 3,
      fill: palette.away,
      stroke: palette.awayLine,
      strokeWidth: 0.8,
      dash: [3.4, 2.6],
    },
  ];
  const signs: readonly LegendItem[] = [
    ...representativeKinds.map((kind): LegendItem => ({
      text: kinds[kind],
      width: side,
      draw: (left, middle) => [kindForm(kind, 'present', { x: left, y: middle - side / 2, size: side }, palette)],
    })),
    {
      text: paper.write,
      width: side * 1.3,
      draw: (left, middle) =>
        emptyChair(
          'designee',
          { x: left, y: middle - side * 0.65, size: side * 1.3, letterSize: least },
          letters.missing,
          palette,
        ),
    },
    {
      text: paper.first,
      width: side * 1.2,
      draw: (left, middle) => [firstSign({ x: left, y: middle - side * 0.6, size: side * 1.2 })],
    },
    { text: weight.essential, width: 18, draw: essentialLine },
    { text: paper.away, width: 23, draw: away },
  ];
  const first = flowLegend(sectors, { x, y, width, size, gap: 16 });
  const second = flowLegend(signs, { x, y: y + first.height + 2, width, size, gap: 18 });
  const parts: readonly PaperPart[] = [first, second]
    .filter(({ shapes }) => shapes.length > 0)
    .map(({ shapes }): PaperPart => ({ role: 'P', shapes }));
  return { ground: [], parts, height: first.height + second.height + 2 };
}
