/** The public side of an open round: how many took part, and nothing of what they did. */
import type { PersonId } from '#shared/wire/ids.ts';
import type { SealedRound } from '#shared/session/SealedRound.ts';
import { spent } from '#shared/session/votes.ts';
import { isEmptyEntry, type SealedEntry } from './SealedEntry.ts';

export type Entries = ReadonlyMap<PersonId, SealedEntry>;

const values = (entries: Entries): SealedEntry[] => [...entries.values()];

/** People who cast a ballot with at least one dot. */
export function ballotsOf(entries: Entries): Record<string, number>[] {
  return values(entries).flatMap(({ dots, abstains }) =>
    abstains || dots === null || spent(dots) === 0 ? [] : [dots],
  );
}

/** People who could take part: those who were seen while it was open, and those who did. */
function invitedTo(entries: Entries, seen: ReadonlySet<PersonId>): number {
  const took = [...entries].flatMap(([person, entry]) => (isEmptyEntry(entry) ? [] : [person]));
  const people = new Set([...seen, ...took]);
  for (const [person, { abstains }] of entries) if (abstains) people.delete(person);
  return people.size;
}

/** `entries` and `seen` without people who were removed from the board. */
export function publicSide(round: SealedRound, entries: Entries, seen: ReadonlySet<PersonId>): SealedRound {
  if (round.status !== 'open') return round;
  switch (round.kind) {
    case 'ideas': {
      const written = values(entries).map(({ ideas }) => ideas.length);
      const ideas = written.reduce((sum, count) => sum + count, 0);
      return { ...round, ideas, writers: written.filter((count) => count > 0).length };
    }
    case 'vote':
      return { ...round, cast: ballotsOf(entries).length, invited: invitedTo(entries, seen) };
    case 'pulse': {
      const responded = values(entries).filter(({ answers, abstains }) => answers !== null && !abstains).length;
      return { ...round, responded, invited: invitedTo(entries, seen) };
    }
  }
}
