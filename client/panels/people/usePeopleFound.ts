/** People of the board whom nobody sees on the line: a part of the list of the server, which grows on demand and follows a search. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useBoard } from '#client/board/BoardContext.ts';
import { findPeople } from '#client/connection/api/boardPeople.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { FindPeople, PeopleFound, PersonListed } from '#shared/wire/people.ts';

export interface PeopleFoundNow {
  readonly people: readonly PersonListed[];
  /** null: not known yet */
  readonly total: number | null;
  readonly text: string;
  readonly failed: Failure | null;
  search(text: string): void;
  more(): void;
  /** Somebody came into the list or left it. */
  reload(): void;
}

export function usePeopleFound(which: FindPeople['which']): PeopleFoundNow {
  const { server } = useBoard();
  const [text, setText] = useState('');
  const [found, setFound] = useState<PeopleFound | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  /** answers of earlier questions are nobody's */
  const asked = useRef(0);
  const ask = useCallback(
    async (sought: string, before: readonly PersonListed[], count: number): Promise<void> => {
      const mine = (asked.current += 1);
      let people: readonly PersonListed[] = before;
      let total: number;
      do {
        const answer = await findPeople(server, { which, text: sought, from: people.length });
        if (mine !== asked.current) return;
        setFailed(answer.ok ? null : answer.code);
        if (!answer.ok) return;
        const known = new Set(people.map(({ id }) => id));
        const next = answer.value.people.filter(({ id }) => !known.has(id));
        people = [...people, ...next];
        total = next.length === 0 ? people.length : answer.value.total;
      } while (people.length < Math.min(count, total));
      setFound({ people: [...people], total });
    },
    [server, which],
  );
  useEffect(() => {
    void ask('', [], 1);
    return () => {
      asked.current += 1;
    };
  }, [ask]);
  const people = found?.people ?? [];
  return {
    people,
    total: found?.total ?? null,
    text,
    failed,
    search: (sought) => {
      setText(sought);
      void ask(sought, [], 1);
    },
    more: () => void ask(text, people, people.length + 1),
    reload: () => void ask(text, [], people.length),
  };
}
