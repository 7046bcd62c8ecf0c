/** What the room is asked just now, and how many have done it: from what is open, else from the running step. Pure. */
import { questionOf } from '#client/facilitation/ideas/questionOf.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { Step, WorkshopState } from '#shared/wire/WorkshopState.ts';

export interface RoomQuestion {
  readonly kind: 'ideas' | 'vote' | 'pulse' | 'step' | 'ready';
  readonly named: boolean;
  /** empty: the pulse has no question of its own */
  readonly text: string;
  /** below the question of a step: what to do */
  readonly rule: string;
  readonly dots: number;
  /** of those who are asked; null where nobody counts */
  readonly done: { readonly count: number; readonly of: number } | null;
}

const nothing = { named: false, rule: '', dots: 0, done: null };

/** `here`: participants who are here. */
export function roomQuestion(
  state: Pick<WorkshopState, 'agenda' | 'step' | 'ready'>,
  activities: readonly SealedActivity[],
  here: number,
): RoomQuestion | null {
  const open = activities.findLast(({ status }) => status === 'open');
  if (open !== undefined) return askedBy(open, here);
  const { ready } = state;
  if (ready !== null) {
    const count = ready.people.length;
    return { ...nothing, kind: 'ready', text: ready.question, done: { count, of: Math.max(count, here) } };
  }
  const step = state.agenda.find(({ id }) => id === state.step);
  return step === undefined ? null : askedInStep(step);
}

function askedBy(activity: SealedActivity, here: number): RoomQuestion {
  const of = (count: number, all: number) => ({ count, of: Math.max(count, all) });
  switch (activity.kind) {
    case 'ideas':
      return {
        ...nothing,
        kind: 'ideas',
        named: activity.named,
        text: activity.prompt,
        done: of(activity.writers, here),
      };
    case 'vote':
      return {
        ...nothing,
        kind: 'vote',
        text: activity.question,
        dots: activity.dots,
        done: of(activity.cast, activity.invited),
      };
    case 'pulse':
      return { ...nothing, kind: 'pulse', text: '', done: of(activity.responded, activity.invited) };
  }
}

function askedInStep({ title, instruction, activity }: Step): RoomQuestion {
  const planned = activity?.kind === 'ideas' ? activity.prompt : activity?.kind === 'vote' ? activity.question : '';
  const asked = planned || questionOf(instruction);
  const rest = asked === '' ? instruction : withoutSentence(instruction, asked);
  return { ...nothing, kind: 'step', text: asked || title, rule: rest.trim() };
}

/** The instruction without the question that stands large above it. */
function withoutSentence(instruction: string, question: string): string {
  const at = instruction.toLowerCase().indexOf(question.toLowerCase());
  return at < 0 ? instruction : instruction.slice(0, at) + instruction.slice(at + question.length);
}

/** Broken where people breathe: at commas, so that a question on a wall reads as it is said. */
export function brokenAtCommas(text: string): readonly string[] {
  const parts = text.split(/(?<=[,;:])\s+/);
  return parts.length > 4 ? [text] : parts;
}
