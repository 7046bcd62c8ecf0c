/** What somebody types before it counts: kept here until they leave the field, and not lost when the panel closes. */
import { useEffect, useRef, useState } from 'react';

export interface Draft {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly commit: () => void;
}

export function useDraft(value: string, write: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const pending = useRef<string | null>(null);
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  const commit = (): void => {
    const text = pending.current;
    pending.current = null;
    setDraft(null);
    if (text !== null) latest.current(text);
  };
  useEffect(
    () => () => {
      const text = pending.current;
      pending.current = null;
      if (text !== null) latest.current(text);
    },
    [],
  );
  return {
    text: draft ?? value,
    change(text) {
      pending.current = text;
      setDraft(text);
    },
    commit,
  };
}
