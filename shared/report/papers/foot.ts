/** The foot of a sheet: the next meeting, or a line to write it on, and of which moment all of it is. */
import type { Shape } from '../../drawings/Shape.ts';
import { textWidth } from '../../views/frame/textWidth.ts';
import { momentDetail, paperPalette as palette, type PaperContext, type Piece, sizes } from './pieces.ts';
import { setText } from './setText.ts';

export const footHeight = 30;

export function foot(
  context: PaperContext,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): Piece {
  const { index, words, state } = context;
  const { paper } = words.texts;
  const { next_meeting_on: day, next_meeting_where: where } = index.map.partnership;
  const half = width * 0.54;
  const known = [where.trim(), day === null ? '' : words.day(day)].filter(Boolean);
  const size = sizes.heading;
  const label = known.length === 0 ? paper.nextMeeting : words.fill(paper.nextMeetingIs, { what: known.join(', ') });
  const next = setText(
    label,
    { size, weight: 700, fill: palette.ink, leading: 1.2 },
    { x, y: y + 8, width: half, mostLines: 2 },
  );
  const ground: Shape[] = [{ kind: 'path', d: `M${x} ${y}H${x + width}`, stroke: palette.ink, strokeWidth: 0.8 }];
  // what nobody has written down is written by hand
  const isShort = next.lines === 1;
  const from = x + textWidth(label, size) + 6;
  if (known.length < 2 && isShort && from < x + half - 40)
    ground.push({ kind: 'path', d: `M${from} ${y + 19}H${x + half}`, stroke: palette.ink, strokeWidth: 0.7 });
  const small = { size: 7.2, weight: 400, fill: palette.soft, anchor: 'end', leading: 1.28 } as const;
  const right = { x: x + width, width: width - half - 12, mostLines: 2 };
  const moment = setText(`${state}.`, small, { ...right, y: y + 6 });
  const detail = setText(momentDetail(context), small, { ...right, y: y + 6 + moment.height, mostLines: 1 });
  return {
    ground,
    parts: [
      { role: 'P', shapes: next.shapes },
      { role: 'P', shapes: moment.shapes },
      { role: 'P', shapes: detail.shapes },
    ],
    height: footHeight,
  };
}
