/** The public side of an open activity: how many took part, and nothing of what they did. */
import type { PersonId } from '#shared/wire/ids.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { spent } from '#shared/workshop/votes.ts';
import { countedOf, type JoinedBefore } from './JoinedBefore.ts';
import { isEmptyEntry, type SealedEntry } from './SealedEntry.ts';

export type Entries = ReadonlyMap<PersonId, SealedEntry>;

const values = (entries: Entries): SealedEntry[] => [...entries.values()];

/** People who cast a ballot with at least one dot. */
export function ballotsOf(entries: Entries): Record<string, number>[] {
  return values(entries).flatMap((entry) => (entry.dots !== null && tookPart('vote', entry) ? [entry.dots] : []));
}

/** People who could take part: those who were seen while it was open, and those who did. */
function invitedTo(entries: Entries, seen: ReadonlySet<PersonId>): number {
  const took = [...entries].flatMap(([person, entry]) => (isEmptyEntry(entry) ? [] : [person]));
  const people = new Set([...seen, ...took]);
  for (const [person, { abstains }] of entries) if (abstains) people.delete(person);
  return people.size;
}

/** Who the public side is made of. */
export interface Around {
  /** on the board while it was open */
  readonly seen: ReadonlySet<PersonId>;
  readonly early: JoinedBefore;
}

/** `entries` and `seen` without people who were removed from the board. */
export function publicSide(activity: SealedActivity, entries: Entries, { seen, early }: Around): SealedActivity {
  if (activity.status !== 'open') return activity;
  const took = [...entries].filter(([, entry]) => tookPart(activity.kind, entry)).map(([person]) => person);
  const counted = countedOf(took, early);
  switch (activity.kind) {
    case 'ideas': {
      const ideas = values(entries).reduce((sum, entry) => sum + entry.ideas.length, 0);
      return { ...activity, ideas, writers: took.length, counted };
    }
    case 'vote':
      return { ...activity, cast: took.length, counted, invited: invitedTo(entries, seen) };
    case 'pulse':
      return { ...activity, responded: took.length, counted, invited: invitedTo(entries, seen) };
  }
}

function tookPart(kind: SealedActivity['kind'], { ideas, dots, answers, abstains }: SealedEntry): boolean {
  if (kind === 'ideas') return ideas.length > 0;
  if (abstains) return false;
  return kind === 'vote' ? dots !== null && spent(dots) > 0 : answers !== null;
}
