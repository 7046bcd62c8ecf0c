/** Names an activity or an idea. */
import { randomLetters } from '#client/ui/text/randomText.ts';

export function newSealedId(): string {
  return randomLetters(16);
}
