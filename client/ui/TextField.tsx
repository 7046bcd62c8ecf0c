/** One line of text with its label, a hint, and an error that is read out. */
import { useId } from 'react';
import type { InputHTMLAttributes, Ref } from 'react';
import styles from './TextField.module.css';

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  readonly label: string;
  readonly note?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onText: (text: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextField({ label, note, hint, error, onText, ...rest }: TextFieldProps) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
        {note !== undefined && <span className={styles['note']}> ({note})</span>}
      </label>
      <input
        id={id}
        className={styles['input']}
        aria-invalid={error !== undefined}
        aria-describedby={below === undefined ? undefined : `${id}-below`}
        onChange={(event) => onText(event.target.value)}
        {...rest}
      />
      {below !== undefined && (
        <p
          id={`${id}-below`}
          className={error === undefined ? styles['hint'] : styles['error']}
          role={error === undefined ? undefined : 'alert'}
        >
          {below}
        </p>
      )}
    </div>
  );
}
