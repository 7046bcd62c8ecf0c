/** The line that somebody pulls out of a note or an experiment, from its handle to the pointer. */
import { cycleScreenPalette } from '#shared/views/cycle/cyclePalette.ts';
import type { ExperimentShape, NoteShape } from './cycleShapes.ts';

export function PulledLine({ shape }: { readonly shape: NoteShape | ExperimentShape }) {
  const { w, h, ratio, pull } = shape.props;
  if (!pull) return null;
  return (
    <g stroke={cycleScreenPalette.ink} strokeWidth={2.5 * ratio} strokeLinecap="round" fill="none">
      <path d={`M${w / 2} ${h / 2}L${pull.x} ${pull.y}`} strokeDasharray={`${6 * ratio} ${6 * ratio}`} />
      <circle cx={pull.x} cy={pull.y} r={6 * ratio} fill={cycleScreenPalette.card} />
    </g>
  );
}
