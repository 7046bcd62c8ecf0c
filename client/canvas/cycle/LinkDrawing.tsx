/** A line from what was first to what builds on it, with a head where it arrives. */
import type { CyclePalette } from '#shared/views/cycle/cyclePalette.ts';
import type { LinkProps } from './cycleShapes.ts';

export interface LinkDrawingProps {
  readonly link: LinkProps;
  readonly palette: CyclePalette;
  readonly isChosen?: boolean;
}

export function linkPath({ start, bend, end }: LinkProps): string {
  return `M${start.x} ${start.y}Q${bend.x} ${bend.y} ${end.x} ${end.y}`;
}

export function LinkDrawing({ link, palette }: LinkDrawingProps) {
  const { bend, end, ratio, kind } = link;
  const angle = (Math.atan2(end.y - bend.y, end.x - bend.x) * 180) / Math.PI;
  return (
    <g fill="none" stroke={palette.line} strokeWidth={1.8 * ratio} strokeLinecap="round" strokeLinejoin="round">
      <path d={linkPath(link)} {...(kind === 'buildsOn' ? {} : { strokeDasharray: `${5 * ratio} ${5 * ratio}` })} />
      <path
        d={`M${-8 * ratio} ${-4.5 * ratio}L0 0L${-8 * ratio} ${4.5 * ratio}`}
        transform={`translate(${end.x} ${end.y}) rotate(${angle})`}
      />
    </g>
  );
}
