/** The line that somebody pulls out of a note or an experiment, from its handle to the pointer. */
import type { IndexKey, TLHandle, TLShapePartial } from '@tldraw/tldraw';
import { cycleScreenPalette } from '#shared/views/cycle/cyclePalette.ts';
import type { ExperimentShape, NoteShape } from './cycleShapes.ts';

type Work = NoteShape | ExperimentShape;

export interface HandleDrag {
  readonly handle: TLHandle;
}

/** One handle, at the right edge. */
export function pullHandle(
  { w, h, ratio, pull }: Pick<Work['props'], 'w' | 'h' | 'ratio' | 'pull'>,
  label: string | undefined,
): TLHandle[] {
  const at = pull ?? { x: w + 10 * ratio, y: h / 2 };
  return [{ id: 'pull', type: 'vertex', index: 'a1' as IndexKey, x: at.x, y: at.y, ...(label ? { label } : {}) }];
}

export function pulled<S extends Work>(
  shape: S,
  { x, y }: { readonly x: number; readonly y: number },
): TLShapePartial<S> {
  // Shapes of our own are not in tldraw's list of types.
  return { id: shape.id, type: shape.type, props: { pull: { x, y } } } as unknown as TLShapePartial<S>;
}

export function PulledLine({ shape }: { readonly shape: Work }) {
  const { w, h, ratio, pull } = shape.props;
  if (!pull) return null;
  return (
    <g stroke={cycleScreenPalette.ink} strokeWidth={2.5 * ratio} strokeLinecap="round" fill="none">
      <path d={`M${w / 2} ${h / 2}L${pull.x} ${pull.y}`} strokeDasharray={`${6 * ratio} ${6 * ratio}`} />
      <circle cx={pull.x} cy={pull.y} r={6 * ratio} fill={cycleScreenPalette.card} />
    </g>
  );
}
