/** The record of the open board, read again when something may have come into it. */
import { useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import { useBoard } from '#client/board/BoardContext.ts';
import { useActivities, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { BoardRecord } from '#shared/record/BoardRecord.ts';
import { type HeldRecord, workshopsOf } from '#shared/record/workshopsOf.ts';

/** null: it is on its way; `failed`: it could not be read, and nothing was read before. */
export function useRecord(): HeldRecord | 'failed' | null {
  const { server } = useBoard();
  const { step, stepStartedAt, endedAt } = useWorkshopState();
  const closed = useActivities().filter(({ status }) => status !== 'open').length;
  const mark = [step, stepStartedAt, endedAt, closed].join(' ');
  const wanted = useRef<string | null>(null);
  const [record, setRecord] = useState<HeldRecord | 'failed' | null>(null);
  useEffect(() => {
    wanted.current = mark;
    const look = async (): Promise<void> => {
      const answer = await server.record();
      // a newer one is on its way, or nobody looks any more
      if (wanted.current !== mark) return;
      const read = answer.ok ? v.safeParse(BoardRecord, answer.value) : null;
      if (read?.success === true) setRecord(workshopsOf(read.output.entries));
      else setRecord((before) => before ?? 'failed');
    };
    void look();
    return () => {
      wanted.current = null;
    };
  }, [server, mark]);
  return record;
}
