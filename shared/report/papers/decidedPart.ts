/** What was decided, as many entries as the place holds; of the others their number. */
import type { TextShape } from '../../drawings/Shape.ts';
import { fillText } from '../../views/table/breakName.ts';
import { textWidth } from '../../views/frame/textWidth.ts';
import { type DecidedEntry, decidedEntries } from './decided.ts';
import type { PaperPart } from './Paper.ts';
import { paperPalette as palette, type PaperContext, type Piece, type Place, sizes } from './pieces.ts';
import { setText } from './setText.ts';

const size = sizes.body;
const lineHeight = size * 1.28;
const indent = 9;
/** Of one entry; what is longer stands in the reports. */
const mostLines = 5;

export function decidedPart(context: PaperContext, { x, y, width, height }: Place): Piece {
  const { words } = context;
  const { paper } = words.texts;
  const heading = setText(
    paper.decided,
    { size: sizes.heading, weight: 700, fill: palette.ink },
    { x, y, width, mostLines: 2 },
  );
  const entries = decidedEntries(context);
  let top = y + heading.height + 3;
  const parts: PaperPart[] = [{ role: 'H2', shapes: heading.shapes }];
  if (entries.length === 0) {
    const none = setText(
      paper.nothingDecided,
      { size, weight: 500, fill: palette.soft },
      { x, y: top, width, mostLines: 3 },
    );
    return { ground: [], parts: [...parts, { role: 'P', shapes: none.shapes }], height: top + none.height - y };
  }
  const items: PaperPart[] = [];
  for (const [at, entry] of entries.entries()) {
    const isLast = at === entries.length - 1;
    const set = entryShapes(entry, { x: x + indent, y: top, width: width - indent });
    const room = y + height - top - (isLast ? 0 : lineHeight);
    if (set.height > room && items.length > 0) break;
    const dot: TextShape = { kind: 'text', text: '•', x, y: top + size * 1.06, size, weight: 700, fill: palette.ink };
    items.push({
      role: 'LI',
      parts: [
        { role: 'Lbl', shapes: [dot] },
        { role: 'LBody', shapes: set.shapes },
      ],
    });
    top += set.height + 1.5;
  }
  parts.push({ role: 'L', parts: items });
  const rest = entries.length - items.length;
  if (rest > 0) {
    const more = setText(
      words.t('report.paper.more', { count: rest }),
      { size, weight: 500, fill: palette.soft },
      { x: x + indent, y: top, width: width - indent, mostLines: 1 },
    );
    parts.push({ role: 'P', shapes: more.shapes });
    top += more.height;
  }
  return { ground: [], parts, height: top - y };
}

/** Its first words bold. */
function entryShapes(
  { lead, text }: DecidedEntry,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
) {
  const all = fillText(`${lead} ${text}`.trim(), size, width).map((line) => line.text);
  const isCut = all.length > mostLines;
  const lines = isCut ? [...all.slice(0, mostLines - 1), `${all[mostLines - 1]?.replace(/\s*\S*$/, '') ?? ''}…`] : all;
  let bold = lead.length;
  const shapes = lines.flatMap((line, at): readonly TextShape[] => {
    const base = { kind: 'text', y: y + at * lineHeight + size * 1.06, size, fill: palette.ink } as const;
    const head = line.slice(0, Math.max(0, bold));
    bold -= line.length + 1;
    const rest = line.slice(head.length);
    return [
      ...(head === '' ? [] : [{ ...base, text: head, x, weight: 700 } as const]),
      ...(rest.trim() === ''
        ? []
        : [
            {
              ...base,
              text: rest.trimStart(),
              x: x + (head === '' ? 0 : textWidth(`${head.trimEnd()} `, size)),
              weight: 400,
            } as const,
          ]),
    ];
  });
  return { shapes, height: lines.length * lineHeight };
}
