/** A dashed place where the next one will stand. */
import { Lines } from '../frame/Lines.tsx';
import type { ShapeBox } from './cycleShapes.ts';

export interface SpotProps {
  readonly box: ShapeBox;
  readonly label: string;
  readonly color: string;
  readonly line: string;
  readonly ratio: number;
}

export function Spot({ box, label, color, line, ratio }: SpotProps) {
  return (
    <g transform={`translate(${box.x} ${box.y}) scale(${ratio})`}>
      <rect
        x={1}
        y={1}
        width={box.width / ratio - 2}
        height={box.height / ratio - 2}
        rx={9}
        fill="none"
        stroke={line}
        strokeWidth={1.5}
        strokeDasharray="6 5"
      />
      <Lines
        lines={[`+ ${label}`]}
        x={box.width / ratio / 2}
        y={box.height / ratio / 2 - 11}
        fontSize={18}
        lineHeight={22}
        weight={650}
        color={color}
        anchor="middle"
      />
    </g>
  );
}
