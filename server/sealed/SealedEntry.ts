/** What one person wrote in one activity, as it stands in a sealed row. It leaves this folder only towards its own person. */
import * as v from 'valibot';
import { ChangeId, Dots, OwnIdea, PulseAnswers, type SealedMine } from '#shared/wire/SealedRequest.ts';

/** Changes that are remembered, so that a retry over a bad line changes nothing. */
const rememberedChanges = 24;

export const SealedEntry = v.object({
  ideas: v.optional(v.array(OwnIdea), []),
  dots: v.optional(v.nullable(Dots), null),
  answers: v.optional(v.nullable(PulseAnswers), null),
  abstains: v.optional(v.boolean(), false),
  version: v.optional(v.number(), 0),
  changes: v.optional(v.array(ChangeId), []),
});
export type SealedEntry = v.InferOutput<typeof SealedEntry>;

export const emptyEntry: SealedEntry = {
  ideas: [],
  dots: null,
  answers: null,
  abstains: false,
  version: 0,
  changes: [],
};

export function readEntry(content: string | null): SealedEntry {
  return content === null ? emptyEntry : v.parse(SealedEntry, JSON.parse(content));
}

/** null when there is nothing to keep. A person who took everything away keeps its version, which other screens know. */
export function writeEntry(entry: SealedEntry): string | null {
  return isEmptyEntry(entry) && entry.version === 0 ? null : JSON.stringify(entry);
}

/** True when the person did nothing in the activity, or took all of it away. */
export function isEmptyEntry({ ideas, dots, answers, abstains }: SealedEntry): boolean {
  return ideas.length === 0 && dots === null && answers === null && !abstains;
}

/** One change later; `change` names it where a retry of it could do harm. */
export function changedEntry(entry: SealedEntry, change: string | null): SealedEntry {
  const changes = change === null ? entry.changes : [...entry.changes, change].slice(-rememberedChanges);
  return { ...entry, version: entry.version + 1, changes };
}

/** What the person may see of it again. */
export function mineOf(activity: string, entry: SealedEntry): SealedMine {
  const { ideas, dots, abstains, answers, version, changes } = entry;
  return { round: activity, version, changes, ideas, dots, abstains, answered: answers !== null };
}
