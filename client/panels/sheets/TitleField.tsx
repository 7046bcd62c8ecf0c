/** Writes the title of a group in the list: Enter and leaving keep it, Escape keeps the old one. */
import { useEffect, useRef, useState } from 'react';
import { useWordsKept } from '#client/map/useWordsKept.ts';
import styles from './SheetsPanel.module.css';

export interface TitleFieldProps {
  readonly title: string;
  readonly label: string;
  /** Null: it stays as it was. */
  readonly onDone: (title: string | null) => void;
}

export function TitleField({ title, label, onDone }: TitleFieldProps) {
  const [text, setText] = useState(title);
  const isDone = useRef(false);
  const around = useWordsKept<HTMLSpanElement>({ key: `sheet ${label}`, isTaken: () => !isDone.current });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const done = (now: string | null) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(now?.trim() ?? null);
  };
  return (
    <span ref={around}>
      <input
        ref={field}
        className={styles['titleField']}
        value={text}
        aria-label={label}
        maxLength={300}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => done(text)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') done(text);
          if (event.key === 'Escape') done(null);
        }}
      />
    </span>
  );
}
