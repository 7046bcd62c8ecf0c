/** A line from what was first to what builds on it, with a head where it arrives. */
import type { LinkKind } from '../views/cycle/CycleLayout.ts';
import type { CyclePalette } from '../views/cycle/cyclePalette.ts';
import type { Point } from '../views/frame/FrameLayout.ts';
import { short, type Shape } from './Shape.ts';

export interface LinkFacts {
  readonly kind: LinkKind;
  readonly ratio: number;
  readonly start: Point;
  readonly bend: Point;
  readonly end: Point;
}

export function linkPath({ start, bend, end }: LinkFacts): string {
  return `M${at(start)}Q${at(bend)} ${at(end)}`;
}

export function drawLink(link: LinkFacts, palette: CyclePalette): readonly Shape[] {
  const { bend, end, ratio, kind } = link;
  const angle = Math.atan2(end.y - bend.y, end.x - bend.x);
  const [cos, sin] = [Math.cos(angle) * ratio, Math.sin(angle) * ratio];
  const turned = (x: number, y: number) => at({ x: end.x + x * cos - y * sin, y: end.y + x * sin + y * cos });
  const paint = { stroke: palette.line, strokeWidth: 1.8 * ratio, round: true } as const;
  const dash = kind === 'buildsOn' ? undefined : ([5 * ratio, 5 * ratio] as const);
  return [
    { kind: 'path', d: linkPath(link), ...paint, dash },
    { kind: 'path', d: `M${turned(-8, -4.5)}L${at(end)}L${turned(-8, 4.5)}`, ...paint },
  ];
}

function at({ x, y }: Point): string {
  return `${short(x)} ${short(y)}`;
}
