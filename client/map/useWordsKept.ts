/** Keeps what stands in a field of a panel when the panel loses it, not by its own person. */
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { openField } from '#client/ui/focus/holdKeys.ts';
import { useBoardMap } from './MapContext.ts';

export interface WordsKeptOptions {
  /** What is written in. */
  readonly key: string;
  /** Asked when the fields go: true when somebody took them away, false when their own person closed them. */
  readonly isTaken: () => boolean;
}

/** To be put on the element around the fields. Words count as written when something was typed. */
export function useWordsKept<E extends HTMLElement>({ key, isTaken }: WordsKeptOptions): RefObject<E | null> {
  const { words } = useBoardMap();
  const around = useRef<E>(null);
  const latest = useRef({ key, isTaken, words });
  useLayoutEffect(() => {
    latest.current = { key, isTaken, words };
  });
  useLayoutEffect(() => {
    const element = around.current;
    if (element === null) return undefined;
    let typedIn: EventTarget | null = null;
    const onInput = (event: Event): void => {
      typedIn = event.target;
    };
    element.addEventListener('input', onInput);
    return () => {
      element.removeEventListener('input', onInput);
      // The fields are still there: React takes them out after this.
      const open = openField(element);
      if (open === null || !latest.current.isTaken()) return;
      const text = open.field === typedIn ? open.text.trim() : '';
      latest.current.words.lose({ key: latest.current.key, text, why: 'removed' });
    };
  }, []);
  return around;
}
