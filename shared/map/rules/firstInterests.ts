/** Interests that an open observation asks to talk about first. */
import type { MapIndex } from '../MapIndex.ts';
import { findingStates } from './computeFindings.ts';
import { subjectOf } from './Finding.ts';

export function firstInterests(index: MapIndex): ReadonlySet<string> {
  return new Set(
    findingStates(index).flatMap(({ finding, accepted }) => {
      const { type, id } = subjectOf(finding);
      return accepted === null && finding.severity === 'alert' && type === 'interest' ? [id] : [];
    }),
  );
}
