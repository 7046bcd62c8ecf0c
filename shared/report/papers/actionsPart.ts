/** Who does what by when: a small table, what is due first on top; late ones and those without an owner in bold words. */
import type { Shape } from '../../drawings/Shape.ts';
import type { EntityOf } from '../../map/collections.ts';
import { openActions, ownerOf } from '../sections/actionsSection.ts';
import type { PaperPart } from './Paper.ts';
import { paperPalette as palette, type PaperContext, type Piece, type Place, sizes } from './pieces.ts';
import { setText, type SetText } from './setText.ts';

const most = 7;
const size = sizes.small + 0.2;
const pad = 1.9;
const leading = 1.2;
const mostLines = 6;

export function actionsPart(context: PaperContext, { x, y, width, height }: Place): Piece {
  const { index, words } = context;
  const { paper, actions: texts } = words.texts;
  const heading = setText(
    paper.actions,
    { size: sizes.heading, weight: 700, fill: palette.ink },
    { x, y, width, mostLines: 2 },
  );
  const open = openActions(index);
  let top = y + heading.height + 2;
  const parts: PaperPart[] = [{ role: 'H2', shapes: heading.shapes }];
  if (open.length === 0) {
    const none = setText(
      texts.none,
      { size: sizes.body, weight: 500, fill: palette.soft },
      { x, y: top + 1, width, mostLines: 2 },
    );
    return { ground: [], parts: [...parts, { role: 'P', shapes: none.shapes }], height: top + none.height - y };
  }
  const ground: Shape[] = [];
  const rows: PaperPart[] = [];
  for (const action of open.slice(0, most)) {
    const isLast = rows.length === open.length - 1;
    const cells = rowCells(context, action, { x, y: top + pad, width });
    const rowHeight = Math.max(...cells.map((cell) => cell.height)) + pad * 2;
    const room = y + height - top - (isLast ? 0 : size * 1.6);
    if (rowHeight > room && rows.length > 0) break;
    ground.push({ kind: 'path', d: `M${x} ${top}H${x + width}`, stroke: palette.wedgeLine, strokeWidth: 0.6 });
    rows.push({
      role: 'TR',
      parts: cells.map(({ shapes }, at): PaperPart =>
        at === 0 ? { role: 'TH', scope: 'Row', shapes } : { role: 'TD', shapes },
      ),
    });
    top += rowHeight;
  }
  ground.push({ kind: 'path', d: `M${x} ${top}H${x + width}`, stroke: palette.wedgeLine, strokeWidth: 0.6 });
  parts.push({ role: 'Table', parts: rows });
  const rest = open.length - rows.length;
  if (rest > 0) {
    const more = setText(
      words.t('report.paper.more', { count: rest }),
      { size, weight: 500, fill: palette.soft },
      { x, y: top + 2, width, mostLines: 1 },
    );
    parts.push({ role: 'P', shapes: more.shapes });
    top += more.height + 2;
  }
  return { ground, parts, height: top - y };
}

function rowCells(
  { index, words }: PaperContext,
  action: EntityOf<'actions'>,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): readonly SetText[] {
  const { paper, notNamed, actions: texts } = words.texts;
  const [what, who] = [width * 0.47, width * 0.35];
  const when = width - what - who;
  // what stands in brackets goes before a row grows
  const owner = ownerOf(index, action, words).replaceAll(/\s*\([^()]*\)/g, '');
  const hasOwner = owner !== texts.noOwner;
  const isLate = action.due_on !== null && action.due_on < index.asOf;
  const day =
    action.due_on === null
      ? texts.noDate
      : isLate
        ? words.fill(paper.late, { day: words.shortDay(action.due_on, index.asOf) })
        : words.shortDay(action.due_on, index.asOf);
  const cell = (text: string, isBold: boolean, left: number, room: number, anchor: 'start' | 'end' = 'start') =>
    setText(
      text,
      { size, weight: isBold ? 700 : 400, fill: palette.ink, anchor, leading },
      { x: left, y, width: room, mostLines },
    );
  return [
    cell(action.title.trim() || notNamed, false, x, what - 8),
    cell(hasOwner ? owner : paper.noOwner, !hasOwner, x + what, who - 8),
    cell(day, isLate, x + width, when, 'end'),
  ];
}
