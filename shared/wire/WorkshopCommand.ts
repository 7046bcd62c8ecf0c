/**
 * What can be asked of the running workshop: POST /api/boards/:id/session with a seat. `commandRights` says who may. A command
 * carries an id made by the client; the same id a second time changes nothing (a retry over a bad line, or a replay).
 */
import * as v from 'valibot';
import { storedLine } from '#shared/text/line.ts';
import { stages } from '#shared/kinds/values.ts';
import { PersonId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';
import { wifiLength } from './showing/Showing.ts';
import { BigSheet, RoomView } from './showing/views.ts';
import { agendaLimits, AgendaNotes, Place, reactions, StepId, WrittenStep } from './WorkshopState.ts';

const addedMinutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60));
/** A version or a time that was on the screen. */
const seen = v.pipe(v.number(), v.integer(), v.minValue(0));
const LockKey = v.pipe(v.string(), v.regex(/^(canvas:.{1,128}|map:[a-z_A-Z]{1,40}\/.{1,128})$/));

const characters = (written: unknown): number => JSON.stringify(written).length;

/** More than an agenda and its notes may hold. */
export function isAgendaTooLong({ agenda, notes }: { readonly agenda: unknown; readonly notes: unknown }): boolean {
  return characters(agenda) > agendaLimits.characters || characters(notes) > agendaLimits.noteCharacters;
}

export const WrittenAgenda = v.pipe(
  v.array(WrittenStep),
  v.maxLength(agendaLimits.steps),
  v.check((agenda) => characters(agenda) <= agendaLimits.characters, 'is too long'),
);
export const WrittenNotes = v.pipe(
  AgendaNotes,
  v.check((notes) => characters(notes) <= agendaLimits.noteCharacters, 'are too long'),
);

export const WorkshopCommand = v.variant('do', [
  /**
   * replaces the agenda of the version `from`, which was on the screen; the running step must be in it. Without `notes` those of
   * the steps that stay are kept
   */
  v.strictObject({
    do: v.literal('setAgenda'),
    agenda: WrittenAgenda,
    notes: v.optional(WrittenNotes),
    from: seen,
  }),
  /**
   * goes to that step and starts its clock; `start` of a workshop is the first step. `from`: the step that ran on the screen,
   * null for none
   */
  v.strictObject({ do: v.literal('goToStep'), step: StepId, from: v.optional(v.nullable(StepId)) }),
  /** `from`: the step that was on the screen; somebody else was faster when it does not run any more, and nothing happens */
  v.strictObject({ do: v.literal('nextStep'), from: v.optional(StepId) }),
  v.strictObject({ do: v.literal('previousStep'), from: v.optional(StepId) }),
  v.strictObject({ do: v.literal('endWorkshop') }),

  /** where none is there: a clock that somebody else has just started is not replaced */
  v.strictObject({ do: v.literal('startTimer'), minutes: v.pipe(v.number(), v.minValue(0.1), v.maxValue(600)) }),
  v.strictObject({ do: v.literal('addTime'), minutes: addedMinutes }),
  v.strictObject({ do: v.literal('pauseTimer') }),
  v.strictObject({ do: v.literal('resumeTimer') }),
  v.strictObject({ do: v.literal('clearTimer') }),

  v.strictObject({ do: v.literal('lightStage'), stage: v.nullable(v.picklist(stages)) }),

  /** bring everyone here; with `person` the spotlight is handed over */
  v.strictObject({
    do: v.literal('spotlight'),
    person: PersonId,
    firm: v.boolean(),
    place: v.nullable(Place),
  }),
  /** `at`: of the spotlight that was on the screen */
  v.strictObject({ do: v.literal('endSpotlight'), at: v.optional(seen) }),

  v.strictObject({ do: v.literal('lock'), keys: v.pipe(v.array(LockKey), v.minLength(1), v.maxLength(2_000)) }),
  v.strictObject({ do: v.literal('unlock'), keys: v.pipe(v.array(LockKey), v.minLength(1), v.maxLength(2_000)) }),
  v.strictObject({ do: v.literal('lockAll'), on: v.boolean() }),
  /** lets participants change goal, interests, rounds and which bodies there are, or no longer */
  v.strictObject({ do: v.literal('openSkeleton'), open: v.boolean() }),

  /** where nobody asks already: answers to another question are not thrown away */
  v.strictObject({ do: v.literal('askReady'), question: storedLine(200) }),
  /** `asked`: when the question that was on the screen was asked */
  v.strictObject({ do: v.literal('sayReady'), ready: v.boolean(), asked: v.optional(seen) }),
  v.strictObject({ do: v.literal('endReady'), asked: v.optional(seen) }),

  v.strictObject({ do: v.literal('raiseHand') }),
  /** one's own, or with `person` (facilitators) another's */
  v.strictObject({ do: v.literal('lowerHand'), person: v.optional(PersonId) }),
  /** `upTo`: when the last one on the screen was raised; whoever raised a hand since was not seen */
  v.strictObject({ do: v.literal('lowerAllHands'), upTo: v.optional(seen) }),
  v.strictObject({ do: v.literal('react'), reaction: v.picklist(reactions) }),

  /** null: it follows the step again */
  v.strictObject({ do: v.literal('showInRoom'), view: v.nullable(RoomView) }),
  v.strictObject({ do: v.literal('showBig'), sheet: BigSheet }),
  /** `at`: of what stood on the screen */
  v.strictObject({ do: v.literal('closeBig'), at: v.optional(seen) }),
  v.strictObject({ do: v.literal('showCode'), on: v.boolean() }),
  /** `from`: the line that was on the screen */
  v.strictObject({ do: v.literal('setWifi'), line: storedLine(wifiLength), from: storedLine(wifiLength) }),
]);
export type WorkshopCommand = v.InferOutput<typeof WorkshopCommand>;
export type WorkshopCommandName = WorkshopCommand['do'];

export const CommandId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}$/));
export const WorkshopRequest = v.strictObject({ id: CommandId, command: WorkshopCommand });
export type WorkshopRequest = v.InferOutput<typeof WorkshopRequest>;

/** Everybody else is a facilitator's. */
const openToAll: readonly WorkshopCommandName[] = ['sayReady', 'raiseHand', 'lowerHand', 'react'];

/** True when somebody in this role may ask for it at all; `lowerHand` of another person is decided where it is carried out. */
export function mayCommand(role: Role, command: WorkshopCommandName): boolean {
  if (role === 'facilitator') return true;
  if (role === 'observer') return command === 'react';
  return openToAll.includes(command);
}
