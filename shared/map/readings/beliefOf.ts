/** What an experiment rests on: the text of its hypothesis on the map, or its own sentence. */
import type { EntityOf } from '../collections.ts';

type Experiment = Pick<EntityOf<'experiments'>, 'hypothesis' | 'hypothesis_note_id'>;

export function beliefOf(notes: ReadonlyMap<string, EntityOf<'notes'>>, experiment: Experiment): string {
  return (notes.get(experiment.hypothesis_note_id ?? '')?.text ?? experiment.hypothesis).trim();
}
