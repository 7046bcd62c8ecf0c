/** The head of a sheet: whose it is, which sheet, of which day. */
import type { Shape } from '../../drawings/Shape.ts';
import { brandMark } from './paperForms.ts';
import type { PaperPart } from './Paper.ts';
import { paperPalette as palette, type PaperContext, type Piece, type Place } from './pieces.ts';
import { setText, setToFit } from './setText.ts';

export function sheetHead({ index, words }: PaperContext, { x, y, width, height }: Place, kind: string): Piece {
  const { name, place } = index.map.partnership;
  const mark = 27;
  const left = x + mark + 9;
  const right = width * 0.3;
  const room = width - mark - 9 - right - 12;
  const title = setToFit(
    name.trim() || words.texts.cover.kicker,
    { weight: 700, fill: palette.ink, leading: 1.12 },
    { x: left, y, width: room, height: 21, sizes: [16.5, 15, 13.5, 12, 10.5, 9.4] },
  );
  const where = setText(
    place,
    { size: 8.6, weight: 400, fill: palette.soft, leading: 1.2 },
    { x: left, y: y + title.height + 0.5, width: room, mostLines: 1 },
  );
  const kicker = setToFit(
    kind,
    { weight: 700, fill: palette.ink, anchor: 'end', leading: 1.15 },
    { x: x + width, y: y + 1, width: right, height: 13, sizes: [10.5, 9.5, 8.6, 7.8, 7] },
  );
  const day = setText(
    words.day(index.asOf),
    { size: 8.6, weight: 400, fill: palette.soft, anchor: 'end' },
    { x: x + width, y: y + 1 + kicker.height, width: right, mostLines: 1 },
  );
  const rule: Shape = {
    kind: 'path',
    d: `M${x} ${y + height - 5}H${x + width}`,
    stroke: palette.ink,
    strokeWidth: 1.5,
  };
  const parts: PaperPart[] = [{ role: 'H1', shapes: title.shapes }];
  if (place.trim() !== '') parts.push({ role: 'P', shapes: where.shapes });
  parts.push({ role: 'P', shapes: kicker.shapes }, { role: 'P', shapes: day.shapes });
  return { ground: [brandMark({ x, y: y + 2, size: mark }), rule], parts, height: height - 5 };
}
