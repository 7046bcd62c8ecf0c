/** Notes of facilitators on the open board, for as long as this person is one; then nothing of them stays on the page. */
import type { OpenBoard } from '#client/board/BoardContext.ts';
import type { useDrafts } from '#client/drafts/DraftsContext.ts';
import { NotesNow } from '#shared/wire/http.ts';
import { FacilitatorNotes } from './FacilitatorNotes.ts';
import { forgetDraftNotes } from './useAgendaDraft.ts';

/** `set` hears of them, and of their end; the returned function ends them. */
export function openFacilitatorNotes(
  { server, connection }: Pick<OpenBoard, 'server' | 'connection'>,
  drafts: ReturnType<typeof useDrafts>,
  isFacilitator: boolean,
  set: (notes: FacilitatorNotes | null) => void,
): (() => void) | undefined {
  if (!isFacilitator) {
    forgetDraftNotes(drafts);
    return undefined;
  }
  const opened = new FacilitatorNotes({
    workshop: connection.workshop,
    read: () => server.ask('/session/notes', NotesNow),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  set(opened);
  return () => {
    opened.close();
    set(null);
  };
}
