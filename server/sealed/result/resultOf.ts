/**
 * How a round ends: its result for everybody, and what goes into the document. Called again where
 * something was written meanwhile. Whatever it returns bears no person but for ideas that were announced to be named.
 */
import type { RecordContent } from '#shared/record/RecordEntry.ts';
import { sealedLimits, type EndRound } from '#shared/wire/SealedRequest.ts';
import {
  type IdeasRound,
  type pulseItems,
  type PulseRound,
  type SealedRound,
  type VoteRound,
} from '#shared/wire/SealedActivity.ts';
import { totalsOf } from '#shared/workshop/votes.ts';
import type { PersonId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { Due } from './OwedResult.ts';
import { type Around, ballotsOf, publicSide, type Entries } from '#server/sealed/publicSide.ts';
import { shuffled } from './shuffled.ts';

export interface Ending {
  readonly to: EndRound['to'];
  readonly evenIfFew: boolean;
  readonly nowMs: number;
  /** the day where the workshop is */
  readonly day: string;
  readonly around: Around;
  /** somebody who had written an idea was removed from the board */
  readonly hasRemovedWriters: boolean;
  readonly nameOf: (person: PersonId) => string;
  readonly newId: () => string;
}

export interface Ended {
  readonly round: SealedRound;
  readonly due: Due | null;
  /** what the record of the board gets */
  readonly record: RecordContent | null;
}

/**
 * Throws the refusals `few-writers`, which a facilitator may go past, and `writers-removed`, which nobody does: whoever removes
 * all writers but one must not read what that one wrote.
 */
export function endOf(open: SealedRound, entries: Entries, ending: Ending): Ended {
  const counted = publicSide(open, entries, ending.around);
  const closedAt = ending.nowMs;
  if (ending.to === 'discarded')
    return { round: { ...counted, status: 'discarded', closedAt }, due: null, record: null };
  switch (counted.kind) {
    case 'ideas': {
      const isGuessable = !counted.named && counted.writers > 0 && counted.counted < sealedLimits.fewest;
      if (isGuessable && ending.hasRemovedWriters) throw new Refusal('writers-removed');
      if (isGuessable && !ending.evenIfFew) throw new Refusal('few-writers');
      const written = [...entries].flatMap(([person, { ideas }]) =>
        ideas.map(({ text }) => ({ id: ending.newId(), text, name: counted.named ? ending.nameOf(person) : null })),
      );
      const due: Due = {
        kind: 'ideas',
        round: counted.id,
        prompt: counted.prompt,
        target: counted.target,
        day: ending.day,
        ideas: shuffled(written),
      };
      const round: IdeasRound = { ...counted, status: 'revealed', closedAt };
      return written.length === 0
        ? { round, due: null, record: null }
        : { round, due, record: ideasRecord(round, due) };
    }
    case 'vote': {
      const ballots = ballotsOf(entries);
      const totals = counted.counted < sealedLimits.fewest ? null : totalsOf(counted.options, ballots);
      const round: VoteRound = { ...counted, status: 'closed', closedAt, totals };
      if (totals === null) return { round, due: null, record: null };
      return { round, due: votesOfNotes(round, totals, ending.day), record: voteRecord(round, totals) };
    }
    case 'pulse': {
      const counts = counted.counted < counted.minimum ? null : answerCounts(entries);
      const round: PulseRound = { ...counted, status: 'closed', closedAt, counts };
      const { invited, responded } = round;
      // the map itself keeps pulses
      const due: Due = { kind: 'pulse', id: ending.newId(), day: ending.day, invited, responded, counts };
      return { round, due, record: null };
    }
  }
}

function ideasRecord({ prompt, writers }: IdeasRound, due: Extract<Due, { kind: 'ideas' }>): RecordContent {
  return {
    kind: 'ideas',
    question: prompt,
    texts: due.ideas.map(({ text }) => text),
    writers: writers < sealedLimits.fewest ? null : writers,
  };
}

function voteRecord({ question, options, dots, cast, invited }: VoteRound, totals: readonly number[]): RecordContent {
  const labels = options.map(({ label }) => label);
  return { kind: 'vote', question, options: labels, totals: [...totals], dots, cast, invited };
}

const notePrefix = 'map:notes/';

function votesOfNotes({ options }: VoteRound, totals: readonly number[], day: string): Due | null {
  const notes = options.flatMap(({ ref }, index) =>
    ref?.startsWith(notePrefix) === true ? [{ id: ref.slice(notePrefix.length), votes: totals[index] ?? 0 }] : [],
  );
  return notes.length === 0 ? null : { kind: 'votes', day, notes };
}

/** For each item how many gave 1, 2, 3, 4 and 5. */
function answerCounts(entries: Entries): NonNullable<PulseRound['counts']> {
  const given = [...entries.values()].flatMap(({ answers, abstains }) =>
    abstains || answers === null ? [] : [answers],
  );
  const countsOf = (item: (typeof pulseItems)[number]): number[] =>
    [1, 2, 3, 4, 5].map((value) => given.filter((answers) => answers[item] === value).length);
  return {
    reliability: countsOf('reliability'),
    truth: countsOf('truth'),
    ability: countsOf('ability'),
    strength: countsOf('strength'),
    safe_to_disagree: countsOf('safe_to_disagree'),
    clear_rules: countsOf('clear_rules'),
  };
}
