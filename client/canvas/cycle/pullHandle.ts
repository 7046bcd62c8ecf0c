/** The handle of a note or an experiment out of which somebody pulls a line. */
import type { IndexKey, TLHandle, TLShapePartial } from '@tldraw/tldraw';
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
