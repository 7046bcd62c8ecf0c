/** Votes as dots in a row with their number, ending at the right; more than fit there are one dot and the number. */
import { textWidth } from '../views/frame/textWidth.ts';
import type { Shape } from './Shape.ts';

export interface VoteDots {
  readonly votes: number;
  /** Where the number ends, and the middle of the row. */
  readonly right: number;
  readonly y: number;
  /** From the first dot to the end of the number, at most. */
  readonly room: number;
  readonly fill: string;
  readonly ink: string;
}

const dot = { radius: 5, step: 13, gap: 5, size: 14 } as const;

export function voteDots({ votes, right, y, room, fill, ink }: VoteDots): readonly Shape[] {
  const number = String(votes);
  const end = right - textWidth(number, dot.size) - dot.gap;
  const fit = Math.floor((room - (right - end)) / dot.step);
  const count = votes <= fit ? votes : 1;
  return [
    ...Array.from({ length: count }, (_, at): Shape => ({
      kind: 'circle',
      x: end - dot.radius - at * dot.step,
      y,
      radius: dot.radius,
      fill,
    })),
    {
      kind: 'text',
      text: number,
      x: right,
      y: y + dot.size * 0.36,
      size: dot.size,
      weight: 700,
      fill: ink,
      anchor: 'end',
    },
  ];
}
