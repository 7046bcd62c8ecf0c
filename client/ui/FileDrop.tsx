/** A place for one file: chosen with a button, or dropped on it. */
import { FileUp } from '#client/ui/icons/FileUp.tsx';
import { useRef, useState } from 'react';
import { Button, type ButtonProps } from './Button.tsx';
import styles from './FileDrop.module.css';

export interface FileDropProps {
  /** On the button. */
  readonly label: string;
  /** Beside it: that a file can be dropped, or which one it is. */
  readonly hint: string;
  /** As in the `accept` of a file field. */
  readonly accept: string;
  readonly look?: ButtonProps['look'];
  readonly isBusy?: boolean;
  readonly onFile: (file: File) => void;
}

export function FileDrop({ label, hint, accept, look, isBusy = false, onFile }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined): void => {
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      className={styles['drop']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <Button
        {...(look === undefined ? {} : { look })}
        icon={<FileUp aria-hidden="true" />}
        disabled={isBusy}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <span className={styles['hint']}>{hint}</span>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
