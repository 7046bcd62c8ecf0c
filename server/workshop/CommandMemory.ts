/**
 * Which commands were answered already, by person, so that a retry over a bad line and a replay change nothing and get the
 * same answer. Kept with the session, so it outlives a restart; bounded, so old commands are forgotten.
 */
import * as v from 'valibot';
import { CommandId } from '#shared/wire/WorkshopCommand.ts';
import { PersonId } from '#shared/wire/ids.ts';
import { refusals } from '#shared/wire/refusals.ts';
import type { RefusalCode } from '#shared/wire/refusals.ts';

const refusalCodes = Object.keys(refusals) as readonly RefusalCode[];

/** The version of the session after the command, or why it was refused. */
export const CommandAnswer = v.union([v.number(), v.picklist(refusalCodes)]);
export type CommandAnswer = v.InferOutput<typeof CommandAnswer>;

export const RememberedCommands = v.array(v.tuple([PersonId, v.array(v.tuple([CommandId, CommandAnswer]))]));
export type RememberedCommands = v.InferOutput<typeof RememberedCommands>;

const perPerson = 24;
const maxPeople = 300;

export class CommandMemory {
  /** whoever asked last stands last */
  readonly #byPerson: Map<PersonId, Map<string, CommandAnswer>>;

  constructor(remembered: RememberedCommands = []) {
    this.#byPerson = new Map(remembered.map(([person, answers]) => [person, new Map(answers)]));
  }

  answerTo(person: PersonId, command: string): CommandAnswer | undefined {
    return this.#byPerson.get(person)?.get(command);
  }

  remember(person: PersonId, command: string, answer: CommandAnswer): void {
    const answers = this.#byPerson.get(person) ?? new Map<string, CommandAnswer>();
    answers.set(command, answer);
    forgetOldest(answers, perPerson);
    this.#byPerson.delete(person);
    this.#byPerson.set(person, answers);
    forgetOldest(this.#byPerson, maxPeople);
  }

  toJSON(): RememberedCommands {
    return [...this.#byPerson].map(([person, answers]) => [person, [...answers]]);
  }
}

function forgetOldest<K>(map: Map<K, unknown>, max: number): void {
  for (const key of map.keys()) {
    if (map.size <= max) return;
    map.delete(key);
  }
}
