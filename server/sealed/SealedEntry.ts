/** What one person wrote in one round, as it stands in a sealed row. It leaves this folder only towards its own person. */
import * as v from 'valibot';
import { Dots, OwnIdea, PulseAnswers, type SealedMine } from '#shared/session/SealedRequest.ts';

export const SealedEntry = v.object({
  ideas: v.optional(v.array(OwnIdea), []),
  dots: v.optional(v.nullable(Dots), null),
  answers: v.optional(v.nullable(PulseAnswers), null),
  abstains: v.optional(v.boolean(), false),
});
export type SealedEntry = v.InferOutput<typeof SealedEntry>;

export const emptyEntry: SealedEntry = { ideas: [], dots: null, answers: null, abstains: false };

export function readEntry(content: string | null): SealedEntry {
  return content === null ? emptyEntry : v.parse(SealedEntry, JSON.parse(content));
}

/** null when there is nothing to keep. */
export function writeEntry(entry: SealedEntry): string | null {
  const isEmpty = entry.ideas.length === 0 && entry.dots === null && entry.answers === null && !entry.abstains;
  return isEmpty ? null : JSON.stringify(entry);
}

/** What the person may see of it again. */
export function mineOf(round: string, entry: SealedEntry): SealedMine {
  const { ideas, dots, abstains, answers } = entry;
  return { round, ideas, dots, abstains, answered: answers !== null };
}
