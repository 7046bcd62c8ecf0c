/** Notes of facilitators, once the late parts are there. */
import { useEffect, useState } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import type { FacilitatorNotes } from '#client/facilitation/agenda/FacilitatorNotes.ts';
import { useLateParts } from '#client/app/Services.ts';

export function useFacilitatorNotes(isFacilitator: boolean): FacilitatorNotes | null {
  const board = useBoard();
  const drafts = useDrafts();
  const parts = useLateParts();
  const [notes, setNotes] = useState<FacilitatorNotes | null>(null);
  useEffect(
    () => parts?.openFacilitatorNotes(board, drafts, isFacilitator, setNotes),
    [board, drafts, parts, isFacilitator],
  );
  return notes;
}
