/** The words of what is shown to all, which come with the code that shows it. */
import words from '#shared/words/en/roomScreen.json';
import { usePageTexts } from '#client/locales/usePageTexts.ts';

export function useRoomWords(): void {
  usePageTexts(words);
}
