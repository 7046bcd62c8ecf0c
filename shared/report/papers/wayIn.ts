/** How people with a phone go on where the poster hangs: a QR code of the participants' link, the address and the code. */
import type { Shape } from '../../drawings/Shape.ts';
import { qrPath } from '../../picture/qrPath.ts';
import { textWidth } from '../../views/frame/textWidth.ts';
import type { ReportWords } from '../../picture/ReportWords.ts';
import { leastSizes, type PaperPart } from './Paper.ts';
import { paperPalette as palette, type Piece } from './pieces.ts';
import { setText } from './setText.ts';

export interface WayIn {
  /** as it is typed, without a scheme */
  readonly address: string;
  readonly code: string;
  /** the whole of it */
  readonly link: string;
}

const side = 74;
const textRoom = 230;

export function wayIn(
  { address, code, link }: WayIn,
  words: ReportWords,
  { right, bottom }: { readonly right: number; readonly bottom: number },
): Piece & { readonly width: number } {
  const { paper } = words.texts;
  const size = leastSizes.poster + 0.4;
  const [x, y] = [right - side, bottom - side];
  const { d, size: squares } = qrPath(link);
  const picture: Shape = { kind: 'group', x, y, scale: side / squares, shapes: [{ kind: 'path', d, fill: '#000000' }] };
  const text = { x: x - 12, width: textRoom };
  const codeSize = 17;
  const typed = setText(
    code,
    { size: codeSize, weight: 700, fill: palette.ink, anchor: 'end', leading: 1.1 },
    { ...text, y: bottom - codeSize * 1.1, mostLines: 1 },
  );
  const where = setText(
    address,
    { size, weight: 600, fill: palette.ink, anchor: 'end', leading: 1.25 },
    { ...text, y: 0, mostLines: 2 },
  );
  const whereTop = bottom - typed.height - where.height;
  const lead = setText(
    paper.writeHere,
    { size, weight: 600, fill: palette.ink, anchor: 'end', leading: 1.25 },
    { ...text, y: 0, mostLines: 2 },
  );
  const at = (shapes: readonly Shape[], top: number): readonly Shape[] => [{ kind: 'group', x: 0, y: top, shapes }];
  const parts: readonly PaperPart[] = [
    { role: 'P', shapes: at(lead.shapes, whereTop - lead.height) },
    { role: 'P', shapes: at(where.shapes, whereTop) },
    { role: 'P', shapes: typed.shapes },
    { role: 'Figure', alt: words.fill(paper.qr, { address }), box: [x, y, right, bottom], shapes: [picture] },
  ];
  const width =
    side +
    12 +
    Math.min(textRoom, Math.max(textWidth(paper.writeHere, size), textWidth(address, size), textWidth(code, codeSize)));
  return {
    ground: [{ kind: 'rect', x: x - 6, y: y - 6, width: side + 12, height: side + 12, fill: '#ffffff' }],
    parts,
    height: side,
    width,
  };
}
