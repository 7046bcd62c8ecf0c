/** Notes of facilitators on the open board, for as long as this person is one; then nothing of them stays on the page. */
import { useEffect, useState } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import type { FacilitatorNotes } from '#client/facilitation/agenda/FacilitatorNotes.ts';
import { useLateParts } from '#client/app/Services.ts';

export function useFacilitatorNotes(isFacilitator: boolean): FacilitatorNotes | null {
  const { server, connection } = useBoard();
  const drafts = useDrafts();
  const parts = useLateParts();
  const [notes, setNotes] = useState<FacilitatorNotes | null>(null);
  useEffect(() => {
    if (parts === null) return undefined;
    if (!isFacilitator) {
      parts.forgetDraftNotes(drafts);
      return undefined;
    }
    const opened = new parts.FacilitatorNotes({
      workshop: connection.workshop,
      read: () => server.ask('/session/notes', parts.NotesNow),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    setNotes(opened);
    return () => {
      opened.close();
      setNotes(null);
    };
  }, [server, drafts, parts, connection, isFacilitator]);
  return notes;
}
