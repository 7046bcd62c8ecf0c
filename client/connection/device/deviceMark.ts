/** The random mark of this browser for this server: by it somebody who is kept out of a board is known again. */
import { randomHex } from '#client/ui/text/randomText.ts';
import type { Shelf } from './VisitedBoards.ts';

const key = 'roundtable.device';

/** null where the browser keeps nothing. Made at the first visit. */
export function deviceMark(shelf: Shelf): string | null {
  try {
    const known = shelf.getItem(key);
    if (known !== null) return known;
    shelf.setItem(key, randomHex(16));
    return shelf.getItem(key);
  } catch {
    // Refused: a mark that a reload does not find again would say nothing.
    return null;
  }
}
