/** An interest: its wedge of the ring, double-lined when it is essential, and its heading with the three kinds. */
import { representativeKinds } from '#shared/kinds/values.ts';
import { KindMark } from './KindMark.tsx';
import { Lines } from './Lines.tsx';
import type { FramePalette } from '#shared/views/frame/framePalette.ts';
import type { WedgeProps } from './frameShapes.ts';
import type { FrameWords } from './useFrameWords.ts';

export interface WedgeDrawingProps {
  readonly wedge: WedgeProps;
  readonly palette: FramePalette;
  readonly words: FrameWords;
}

/** Half the free band between two wedges, and a little, so that the lines of the rim end with the wedge. */
const sideGap = 4.5;

export function WedgeDrawing({ wedge, palette, words }: WedgeDrawingProps) {
  const { heading, ringScale: scale, outerRadius, essential, voices } = wedge;
  const anchor = heading.align === 'center' ? 'middle' : heading.align;
  const isNamed = wedge.text.trim() !== '';
  // Without a name the heading holds the question that the template asks here.
  const lines = heading.lines.some((line) => line !== '') ? heading.lines : [words.untitled];
  const x =
    heading.align === 'start'
      ? heading.x
      : heading.align === 'end'
        ? heading.x + heading.width
        : heading.x + heading.width / 2;
  return (
    <g>
      <path
        d={wedge.path}
        fill={palette.wedge}
        fillRule="evenodd"
        stroke={palette.wedgeLine}
        strokeWidth={1.2 * scale}
      />
      {essential && (
        <>
          <path d={rim(wedge, outerRadius)} fill="none" stroke={palette.rim} strokeWidth={2.6 * scale} />
          <path d={rim(wedge, outerRadius + 5 * scale)} fill="none" stroke={palette.rim} strokeWidth={1.4 * scale} />
        </>
      )}
      <Lines
        lines={lines}
        x={x}
        y={heading.y}
        fontSize={heading.fontSize}
        lineHeight={heading.lineHeight}
        weight={isNamed ? 700 : 550}
        color={isNamed ? palette.ink : palette.soft}
        anchor={anchor}
      />
      {heading.tokens.map((token, at) => {
        const kind = representativeKinds[at];
        if (!kind) return null;
        const isHere = voices[kind] > 0;
        return (
          <KindMark
            key={kind}
            kind={kind}
            letters={isHere ? words.letter(kind) : words.missing}
            x={token.x}
            y={token.y}
            size={token.size}
            palette={palette}
            state={isHere ? 'present' : 'missing'}
          />
        );
      })}
    </g>
  );
}

function rim({ start, end }: WedgeProps, radius: number): string {
  const whole = end - start > Math.PI + 0.01;
  if (whole) return `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`;
  const off = sideGap / radius;
  const point = (angle: number) => `${(Math.cos(angle) * radius).toFixed(2)} ${(Math.sin(angle) * radius).toFixed(2)}`;
  return `M${point(start + off)}A${radius} ${radius} 0 0 1 ${point(end - off)}`;
}
