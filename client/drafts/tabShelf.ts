/** The storage of this tab; null where the browser refuses it. */
import type { DraftShelf } from './Drafts.ts';

export function tabShelf(): DraftShelf | null {
  try {
    return sessionStorage;
  } catch {
    // refused: drafts live as long as the page
    return null;
  }
}
