/** What people wrote that stands in the record of this board, to be looked at before it goes into files. Empty until they are there. */
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { useBoard } from '#client/board/BoardContext.ts';
import { BoardRecord } from '#shared/record/BoardRecord.ts';
import type { RecordContent } from '#shared/record/RecordEntry.ts';

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
      setIdeas(record.output.entries.flatMap(({ content }) => textsOf(content)));
    };
    void look();
    return () => {
      isThere = false;
    };
  }, [server]);
  return ideas;
}

/** What people wrote that went into the record; what stands on the map is looked through there. */
function textsOf(content: RecordContent): readonly string[] {
  if (content.kind === 'ideas') return content.texts;
  if (content.kind !== 'workshop' || content.outcome === null) return [];
  const { sheets, decisions, actions } = content.outcome;
  return [
    ...sheets.flatMap(({ groups, others }) =>
      [...groups.flatMap(({ title, notes }) => [{ text: title, also: [] }, ...notes]), ...others].flatMap(
        ({ text, also }) => [text, ...also],
      ),
    ),
    ...decisions.flatMap((one) => (one.what === 'accepted' ? [one.reason] : [one.text])),
    ...actions.map(({ title }) => title),
  ];
}
