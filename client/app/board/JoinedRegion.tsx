/** Says who came since the last announcement, gathered for two seconds, so that a class coming in is one sentence. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '#client/board/BoardContext.ts';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';

const gatherMs = 2_000;
const namedAtMost = 3;

export function JoinedRegion() {
  return <LiveRegion text={useJoinedText(usePeople())} />;
}

function useJoinedText(people: readonly PersonHere[]): string {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const known = useRef<Set<string> | null>(null);
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    const here = people.filter((person) => person.state !== 'gone');
    // Whoever is there when I arrive did not just join.
    if (known.current === null) {
      if (here.length > 0) known.current = new Set(here.map((person) => person.id));
      return;
    }
    for (const person of here) {
      if (known.current.has(person.id)) continue;
      known.current.add(person.id);
      if (!person.isMe) waiting.current.push(person.name);
    }
    if (waiting.current.length === 0 || timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      const names = waiting.current.splice(0);
      const named = names.slice(0, namedAtMost);
      const others = names.length - namedAtMost;
      setText(
        others > 0
          ? t('people.joinedMore', { names: named, count: others })
          : t('people.joined', { names: named, count: names.length }),
      );
    }, gatherMs);
  }, [people, t]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return text;
}
