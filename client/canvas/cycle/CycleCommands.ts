/** What people's gestures on the cycle ask of the map. Whoever keeps the map carries them out and says what was refused. */
import type { WorkRef } from '#client/map/cycleActions.ts';
import type { LinkLine } from '#shared/views/cycle/CycleLayout.ts';
import type { Stage } from '#shared/kinds/values.ts';

export type LinkHint = 'sameThing' | 'twoExperiments' | 'roundClosed' | 'notHypothesis' | 'linked';

/** Among the notes of a stage, or the experiments of a round. */
export interface NotePlaceWanted {
  readonly round: number;
  readonly stage: Stage;
  readonly place: number;
}

/** Each adds or changes at once, or does nothing. */
export interface CycleCommands {
  /** Answers with the id. A copy takes over what the note it was made from says beside its text. */
  addNote(to: NotePlaceWanted, text: string, copyOf: string | null): string | null;
  moveNote(id: string, to: NotePlaceWanted): void;
  /** `before`: what its writer saw. */
  writeNote(id: string, before: string, after: string): void;
  removeNote(id: string): void;
  addExperiment(round: number, title: string, copyOf: string | null): string | null;
  moveExperiment(id: string, to: { readonly round: number; readonly place: number }): void;
  renameExperiment(id: string, title: string): void;
  removeExperiment(id: string): void;
  writeFocus(round: string, before: string, after: string): void;
  link(from: WorkRef, to: WorkRef): LinkHint;
  unlink(line: Pick<LinkLine, 'kind' | 'from' | 'to'>): void;
}
