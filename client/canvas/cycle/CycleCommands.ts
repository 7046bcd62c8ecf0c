/** What people's gestures on the cycle ask of the map. Each adds or changes at once, or does nothing. */
import { placeNote, planLink, unlink, type WorkRef } from '#client/map/cycleActions.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import type { Stage } from '#shared/kinds/values.ts';
import type { LinkLine } from '#shared/views/cycle/CycleLayout.ts';
import { rebased } from '../projected/rebased.ts';
import type { CommandPort } from '../projected/View.ts';

export type LinkHint = 'sameThing' | 'twoExperiments' | 'roundClosed' | 'notHypothesis' | 'linked';

/** Among the notes of a stage. */
interface NotePlaceWanted {
  readonly round: number;
  readonly stage: Stage;
  readonly place: number;
}

export class CycleCommands {
  readonly #map: CommandPort['map'];
  readonly #newId: CommandPort['newId'];
  readonly #run: CommandPort['run'];

  constructor({ map, newId, run }: CommandPort) {
    this.#map = map;
    this.#newId = newId;
    this.#run = run;
  }

  /** Answers with the id. A copy takes over what the note it was made from says beside its text. */
  addNote({ round, stage, place }: NotePlaceWanted, text: string, copyOf: string | null): string | null {
    const id = this.#newId();
    const model = this.#map().notes.find((one) => one.id === copyOf);
    const there = this.#map().notes.filter((one) => one.iteration === round && one.stage === stage);
    const before = there[place - 1];
    const isAtEnd = place >= there.length;
    const own = model
      ? { tag: model.tag, lang: model.lang, level: model.level, conditions: [...model.conditions] }
      : {};
    const done = this.#run([
      {
        type: 'add',
        collection: 'notes',
        id,
        ...(isAtEnd ? {} : { after: before?.id ?? null }),
        fields: { iteration: round, stage, text, ...own },
      },
    ]);
    return done === null ? null : id;
  }

  moveNote(id: string, to: NotePlaceWanted): void {
    this.#some(placeNote(this.#map(), id, to));
  }

  /** `before`: what its writer saw. */
  writeNote(id: string, before: string, after: string): void {
    const now = this.#map().notes.find((one) => one.id === id)?.text;
    if (now === undefined) return;
    this.#run([{ type: 'edit', collection: 'notes', id, fields: { text: rebased(before, after, now) } }]);
  }

  removeNote(id: string): void {
    this.#run([{ type: 'remove', collection: 'notes', id }]);
  }

  addExperiment(round: number, title: string, copyOf: string | null): string | null {
    const model = this.#map().experiments.find((one) => one.id === copyOf);
    const own = model
      ? {
          hypothesis_note_id: model.hypothesis_note_id,
          hypothesis: model.hypothesis,
          action: model.action,
          measure: model.measure,
          success_threshold: model.success_threshold,
          owner_org_id: model.owner_org_id,
          level: model.level,
          conditions: [...model.conditions],
        }
      : {};
    return this.#run([{ type: 'add', collection: 'experiments', fields: { iteration: round, title, ...own } }]);
  }

  /** To a place among the experiments of a round. */
  moveExperiment(id: string, { round, place }: Omit<NotePlaceWanted, 'stage'>): void {
    const all = this.#map().experiments;
    const others = all.filter((one) => one.iteration === round && one.id !== id);
    const at = Math.min(place, others.length);
    const isElsewhere = all.find((one) => one.id === id)?.iteration !== round;
    this.#some([
      ...(isElsewhere ? [{ type: 'edit', collection: 'experiments', id, fields: { iteration: round } } as const] : []),
      ...(others.length === 0
        ? []
        : [{ type: 'reorder', collection: 'experiments', id, after: others[at - 1]?.id ?? null } as const]),
    ]);
  }

  renameExperiment(id: string, title: string): void {
    this.#run([{ type: 'edit', collection: 'experiments', id, fields: { title } }]);
  }

  removeExperiment(id: string): void {
    this.#run([{ type: 'remove', collection: 'experiments', id }]);
  }

  writeFocus(id: string, before: string, after: string): void {
    const now = this.#map().iterations.find((one) => one.id === id)?.focus_question;
    if (now === undefined) return;
    this.#run([
      { type: 'edit', collection: 'iterations', id, fields: { focus_question: rebased(before, after, now) } },
    ]);
  }

  link(from: WorkRef, to: WorkRef): LinkHint {
    const plan = planLink(this.#map(), from, to);
    if (!plan.ok) return plan.why === 'closedRound' ? 'roundClosed' : plan.why;
    this.#some(plan.commands);
    return 'linked';
  }

  unlink(line: Pick<LinkLine, 'kind' | 'from' | 'to'>): void {
    this.#some(unlink(this.#map(), line));
  }

  #some(commands: readonly Command[]): void {
    if (commands.length > 0) this.#run(commands);
  }
}
