/** A drawing on the canvas: its list of shapes as SVG, one element each. */
import { Fragment, type ReactNode, type SVGAttributes } from 'react';
import {
  type Drawing,
  type GroupShape,
  type Paint,
  type PartName,
  type PartShape,
  type Shape,
  short,
} from '#shared/drawings/Shape.ts';

const drawnFont = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

export interface DrawnProps {
  /** The same list as long as nothing changes, so that it costs nothing to show it again. */
  readonly drawing: Drawing;
  /** Browsers show it where the pointer rests. */
  readonly title?: string | undefined;
  /** Nobody presses parts in a picture file. */
  readonly onPaper?: boolean;
}

export function Drawn({ drawing, title, onPaper = false }: DrawnProps) {
  const shapes = drawing.map((shape, at) => {
    // Shapes have no names of their own; their place is what they are.
    if (shape.kind !== 'part') return drawn(shape, at);
    return onPaper ? null : <Fragment key={at}>{shape.shapes?.map(drawn)}</Fragment>;
  });
  if (title === undefined) return shapes;
  return (
    <g>
      <title>{title}</title>
      {shapes}
    </g>
  );
}

/** The place of a drawing that reacts in this way; undefined where it has none. */
export function partOf(drawing: Drawing, part: PartName): PartShape | undefined {
  return drawing.find((shape) => shape.kind === 'part' && shape.part === part) as PartShape | undefined;
}

function drawn(shape: Shape, key: number): ReactNode {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, radius } = shape;
      return <rect key={key} x={x} y={y} width={width} height={height} rx={radius} {...paint(shape)} />;
    }
    case 'circle':
      return <circle key={key} cx={shape.x} cy={shape.y} r={shape.radius} {...paint(shape)} />;
    case 'path':
      return <path key={key} d={shape.d} fillRule={shape.evenOdd ? 'evenodd' : undefined} {...paint(shape)} />;
    case 'text':
      return (
        <text
          key={key}
          className="drawn-text"
          x={shape.x}
          y={shape.y}
          fontFamily={drawnFont}
          fontSize={shape.size}
          fontWeight={shape.weight}
          fontStyle={shape.italic ? 'italic' : undefined}
          textAnchor={shape.anchor}
          fill={shape.fill}
        >
          {shape.text}
        </text>
      );
    case 'group':
      return group(shape, key);
  }
}

/** Without a place and size of its own it needs no element. */
function group({ x = 0, y = 0, scale = 1, opacity, shapes }: GroupShape, key: number): ReactNode {
  const inside = shapes.map(drawn);
  const isPlain = x === 0 && y === 0 && scale === 1 && opacity === undefined;
  if (isPlain) return <Fragment key={key}>{inside}</Fragment>;
  const size = scale === 1 ? '' : ` scale(${scale})`;
  return (
    <g key={key} transform={`translate(${x} ${y})${size}`} opacity={opacity}>
      {inside}
    </g>
  );
}

function paint({ fill, stroke, strokeWidth, dash, round, opacity }: Paint): SVGAttributes<SVGElement> {
  return {
    fill: fill ?? 'none',
    ...(stroke === undefined ? {} : { stroke, strokeWidth }),
    ...(dash === undefined ? {} : { strokeDasharray: dash.map(short).join(' ') }),
    ...(round ? ({ strokeLinecap: 'round', strokeLinejoin: 'round' } as const) : {}),
    ...(opacity === undefined || opacity === 1 ? {} : { opacity }),
  };
}
