/** Circle, square or diamond with its letters: what says what kind of representative somebody is, also without color. */
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import { frameFont } from './Lines.tsx';
import { kindColor, type FramePalette } from '#shared/views/frame/framePalette.ts';

export interface KindMarkProps {
  readonly kind: RepresentativeKind;
  readonly letters: string;
  /** Middle and side of the square it fills. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly palette: FramePalette;
  /** `present`; `away`: not at the table; `missing`: nobody. */
  readonly state: 'present' | 'away' | 'missing';
}

export function KindMark({ kind, letters, x, y, size, palette, state }: KindMarkProps) {
  const color = kindColor(palette, kind);
  const missing = state === 'missing';
  const line = Math.max(1, size * (missing ? 0.1 : 0.08));
  const half = size / 2 - line / 2;
  const common = {
    fill: state === 'present' ? color : palette.wedge,
    stroke: color,
    strokeWidth: line,
    ...(state === 'present' ? {} : { strokeDasharray: `${size * 0.17} ${size * 0.12}` }),
  };
  // Two letters in a diamond need the room that its corners take.
  const fontSize = size * (letters.length > 1 ? (kind === 'decision_maker' ? 0.42 : 0.5) : 0.6);
  return (
    <g>
      {kind === 'designee' && <circle cx={x} cy={y} r={half} {...common} />}
      {kind === 'doer' && (
        <rect x={x - half} y={y - half} width={half * 2} height={half * 2} rx={size * 0.16} {...common} />
      )}
      {kind === 'decision_maker' && (
        <path
          d={`M${x} ${y - half * 1.1}L${x + half * 1.1} ${y}L${x} ${y + half * 1.1}L${x - half * 1.1} ${y}Z`}
          strokeLinejoin="round"
          {...common}
        />
      )}
      {letters !== '' && (
        <text
          className="frame-text"
          x={x}
          y={y + fontSize * 0.36}
          textAnchor="middle"
          fontSize={fontSize}
          fontWeight={800}
          fontFamily={frameFont}
          letterSpacing="-0.03em"
          fill={state === 'present' ? palette.onKind : color}
        >
          {letters}
        </text>
      )}
    </g>
  );
}
