/** Ideas that were revealed on this board, to be looked at before they go into files. Empty until they are there. */
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { useBoard } from '#client/board/BoardContext.ts';
import { BoardRecord } from '#shared/record/BoardRecord.ts';

const none: readonly string[] = [];

export function useIdeas(): readonly string[] {
  const { server } = useBoard();
  const [ideas, setIdeas] = useState(none);
  useEffect(() => {
    let isThere = true;
    const look = async (): Promise<void> => {
      const answer = await server.record();
      const record = answer.ok ? v.safeParse(BoardRecord, answer.value) : null;
      if (!isThere || record === null || !record.success) return;
      setIdeas(record.output.entries.flatMap(({ content }) => (content.kind === 'ideas' ? content.texts : [])));
    };
    void look();
    return () => {
      isThere = false;
    };
  }, [server]);
  return ideas;
}
