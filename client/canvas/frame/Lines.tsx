/** Lines of text that were broken by the layout, set one by one: no browser breaks them anew. */
export const frameFont = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

export interface LinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly weight: number;
  readonly color: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function Lines({ lines, x, y, fontSize, lineHeight, weight, color, anchor = 'start' }: LinesProps) {
  return (
    <text
      className="drawn-text"
      fontFamily={frameFont}
      fontSize={fontSize}
      fontWeight={weight}
      fill={color}
      textAnchor={anchor}
    >
      {lines.map((line, at) => (
        // Lines have no names of their own; their place is what they are.
        <tspan key={at} x={x} y={y + at * lineHeight + (lineHeight - fontSize) / 2 + fontSize * 0.8}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
