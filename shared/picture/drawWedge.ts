/** An interest: its wedge of the ring, double-lined when it is essential, and its heading with the three kinds. */
import type { WedgeLayout } from '../views/frame/FrameLayout.ts';
import type { FramePalette } from '../views/frame/framePalette.ts';
import type { EntityOf } from '../map/collections.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import type { ReportWords } from '#shared/words/ReportWords.ts';
import { short, type Shape } from './Picture.ts';
import { kindSign } from './signs.ts';
import { textLines } from './textLines.ts';

export interface WedgeDrawing {
  readonly index: MapIndex;
  readonly interest: EntityOf<'interests'>;
  readonly wedge: WedgeLayout;
  /** How much thicker lines are than on a small ring. */
  readonly scale: number;
  readonly words: ReportWords;
  readonly palette: FramePalette;
}

/** Half the free band between two wedges, and a little, so that the lines of the rim end with the wedge. */
const sideGap = 4.5;

export function drawWedge({ index, interest, wedge, scale, words, palette }: WedgeDrawing): readonly Shape[] {
  const { heading, outerRadius } = wedge;
  const { textBox: box, text, align } = heading;
  const voices = index.voices.get(interest.id) ?? { designee: 0, doer: 0, decision_maker: 0 };
  const isNamed = interest.title.trim() !== '';
  const lines = text.lines.some((line) => line !== '') ? text.lines : [words.texts.picture.untitled];
  const shapes: Shape[] = [
    {
      kind: 'path',
      d: wedge.path,
      evenOdd: true,
      fill: palette.wedge,
      stroke: palette.wedgeLine,
      strokeWidth: 1.2 * scale,
    },
  ];
  if (interest.weight === 'essential')
    shapes.push(
      { kind: 'path', d: rim(wedge, outerRadius), stroke: palette.rim, strokeWidth: 2.6 * scale },
      { kind: 'path', d: rim(wedge, outerRadius + 5 * scale), stroke: palette.rim, strokeWidth: 1.4 * scale },
    );
  shapes.push(
    ...textLines({
      lines,
      fontSize: text.fontSize,
      lineHeight: text.lineHeight,
      x: align === 'start' ? box.x : align === 'end' ? box.x + box.width : box.x + box.width / 2,
      y: box.y,
      weight: isNamed ? 700 : 500,
      fill: isNamed ? palette.ink : palette.soft,
      anchor: align === 'center' ? 'middle' : align,
    }),
  );
  for (const [at, token] of heading.tokens.entries()) {
    const kind = representativeKinds[at];
    if (!kind) continue;
    const isHere = voices[kind] > 0;
    const letters = isHere ? words.texts.letters[kind] : words.texts.letters.missing;
    const title = `${words.texts.kind[kind]}: ${voices[kind]}`;
    shapes.push(kindSign({ kind, letters, ...token, state: isHere ? 'present' : 'missing', title }, palette));
  }
  return shapes;
}

function rim({ start, end }: WedgeLayout, radius: number): string {
  const r = short(radius);
  const whole = end - start > Math.PI + 0.01;
  if (whole) return `M${r} 0A${r} ${r} 0 1 1 -${r} 0A${r} ${r} 0 1 1 ${r} 0Z`;
  const off = sideGap / radius;
  const point = (angle: number) => `${short(Math.cos(angle) * radius)} ${short(Math.sin(angle) * radius)}`;
  return `M${point(start + off)}A${r} ${r} 0 0 1 ${point(end - off)}`;
}
