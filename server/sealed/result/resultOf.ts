/**
 * How an activity ends: its result for everybody, and what goes into the document. Called again where
 * something was written meanwhile. Whatever it returns bears no person but for ideas that were announced to be named.
 */
import type { CollectionName } from '#shared/map/collections.ts';
import type { RecordContent } from '#shared/record/RecordEntry.ts';
import { sealedLimits, type EndActivity } from '#shared/wire/SealedRequest.ts';
import {
  type IdeasActivity,
  type pulseItems,
  type PulseActivity,
  type SealedActivity,
  type VoteActivity,
} from '#shared/wire/SealedActivity.ts';
import { lockKey } from '#shared/workshop/permits.ts';
import { totalsOf } from '#shared/workshop/votes.ts';
import type { PersonId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { OwedResult } from './OwedResult.ts';
import { type Around, ballotsOf, publicSide, type Entries } from '#server/sealed/publicSide.ts';
import { shuffled } from './shuffled.ts';

export interface Ending {
  readonly to: EndActivity['to'];
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
  readonly activity: SealedActivity;
  readonly due: OwedResult | null;
  /** what the record of the board gets */
  readonly record: RecordContent | null;
}

/**
 * Throws the refusals `few-writers`, which a facilitator may go past, and `writers-removed`, which nobody does: whoever removes
 * all writers but one must not read what that one wrote.
 */
export function resultOf(open: SealedActivity, entries: Entries, ending: Ending): Ended {
  const counted = publicSide(open, entries, ending.around);
  const closedAt = ending.nowMs;
  if (ending.to === 'discarded')
    return { activity: { ...counted, status: 'discarded', closedAt }, due: null, record: null };
  switch (counted.kind) {
    case 'ideas': {
      const isGuessable = !counted.named && counted.writers > 0 && counted.counted < sealedLimits.fewest;
      if (isGuessable && ending.hasRemovedWriters) throw new Refusal('writers-removed');
      if (isGuessable && !ending.evenIfFew) throw new Refusal('few-writers');
      const written = [...entries].flatMap(([person, { ideas }]) =>
        ideas.map(({ text }) => ({ id: ending.newId(), text, name: counted.named ? ending.nameOf(person) : null })),
      );
      const due: OwedResult = {
        kind: 'ideas',
        round: counted.id,
        prompt: counted.prompt,
        target: counted.target,
        day: ending.day,
        ideas: shuffled(written),
      };
      const activity: IdeasActivity = { ...counted, status: 'revealed', closedAt };
      return written.length === 0
        ? { activity, due: null, record: null }
        : { activity, due, record: ideasRecord(activity, due) };
    }
    case 'vote': {
      const ballots = ballotsOf(entries);
      const totals = counted.counted < sealedLimits.fewest ? null : totalsOf(counted.options, ballots);
      const activity: VoteActivity = { ...counted, status: 'closed', closedAt, totals };
      if (totals === null) return { activity, due: null, record: null };
      return { activity, due: votesOfThings(activity, totals, ending.day), record: voteRecord(activity, totals) };
    }
    case 'pulse': {
      const counts = counted.counted < counted.minimum ? null : answerCounts(entries);
      const activity: PulseActivity = { ...counted, status: 'closed', closedAt, counts };
      const { invited, responded } = activity;
      // the map itself keeps pulses
      const due: OwedResult = { kind: 'pulse', id: ending.newId(), day: ending.day, invited, responded, counts };
      return { activity, due, record: null };
    }
  }
}

function ideasRecord({ prompt, writers }: IdeasActivity, due: Extract<OwedResult, { kind: 'ideas' }>): RecordContent {
  return {
    kind: 'ideas',
    question: prompt,
    texts: due.ideas.map(({ text }) => text),
    writers: writers < sealedLimits.fewest ? null : writers,
  };
}

function voteRecord(
  { question, options, dots, cast, invited }: VoteActivity,
  totals: readonly number[],
): RecordContent {
  const labels = options.map(({ label }) => label);
  return { kind: 'vote', question, options: labels, totals: [...totals], dots, cast, invited };
}

/** What stands for things that keep their votes. */
function votesOfThings({ options }: VoteActivity, totals: readonly number[], day: string): OwedResult | null {
  const votesOf = (collection: CollectionName) => {
    const prefix = lockKey.entity(collection, '');
    return options.flatMap(({ ref }, index) =>
      ref?.startsWith(prefix) === true ? [{ id: ref.slice(prefix.length), votes: totals[index] ?? 0 }] : [],
    );
  };
  const [notes, ideas, groups] = [votesOf('notes'), votesOf('ideas'), votesOf('groups')];
  const isOwed = notes.length + ideas.length + groups.length > 0;
  return isOwed ? { kind: 'votes', day, notes, ideas, groups } : null;
}

/** For each item how many gave 1, 2, 3, 4 and 5. */
function answerCounts(entries: Entries): NonNullable<PulseActivity['counts']> {
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
