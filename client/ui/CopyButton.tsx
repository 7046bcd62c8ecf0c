/** Copies a text and says so for a moment. Where the browser refuses, the text is selected in a field to copy by hand. */
import { Check } from '#client/ui/icons/Check.tsx';
import { Copy } from '#client/ui/icons/Copy.tsx';
import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './CopyButton.module.css';

export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly doneLabel: string;
  readonly spokenLabel?: string;
  readonly look?: 'primary' | 'quiet';
}

export function CopyButton({ text, label, doneLabel, spokenLabel, look = 'quiet' }: CopyButtonProps) {
  const [state, setState] = useState<'ready' | 'done' | 'byHand'>('ready');
  useEffect(() => {
    if (state !== 'done') return undefined;
    const timer = setTimeout(() => setState('ready'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('done');
    } catch {
      // No clipboard (plain http, or refused): the person copies from the field.
      setState('byHand');
    }
  };
  return (
    <span className={styles['whole']}>
      <Button
        look={look}
        icon={state === 'done' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        aria-label={state === 'done' ? doneLabel : spokenLabel}
        onClick={() => void copy()}
      >
        <span aria-live="polite">{state === 'done' ? doneLabel : label}</span>
      </Button>
      {state === 'byHand' && (
        <input className={styles['byHand']} readOnly value={text} aria-label={label} ref={(field) => field?.select()} />
      )}
    </span>
  );
}
