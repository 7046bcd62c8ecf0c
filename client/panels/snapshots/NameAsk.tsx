/** Asks for a name in place; for the operator's secret as well, where the server wants it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '#client/drafts/useKept.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import styles from './SnapshotsPanel.module.css';

export interface NameAskProps {
  /** of the draft */
  readonly draft: string;
  readonly label: string;
  readonly hint?: string;
  readonly start: string;
  readonly maxLength: number;
  readonly yes: string;
  readonly secretLabel?: string | undefined;
  readonly onYes: (name: string, secret?: string) => Promise<void>;
  readonly onCancel: () => void;
}

export function NameAsk({ draft, label, hint, start, maxLength, yes, secretLabel, onYes, onCancel }: NameAskProps) {
  const { t } = useTranslation();
  const { value: name, keep: setName, forget } = useKeptText(draft, start);
  const [secret, setSecret] = useState('');
  const [isBusy, setBusy] = useState(false);
  const cancel = (): void => {
    forget();
    onCancel();
  };
  const submit = async (): Promise<void> => {
    if (isBlank(name) || isBusy) return;
    setBusy(true);
    await onYes(name.trim(), secretLabel === undefined ? undefined : secret);
    setBusy(false);
  };
  return (
    <form
      className={styles['ask']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        cancel();
      }}
    >
      <TextField
        label={label}
        hint={hint}
        value={name}
        maxLength={maxLength}
        autoFocus
        autoComplete="off"
        onText={setName}
      />
      {secretLabel !== undefined && (
        <TextField label={secretLabel} type="password" autoFocus autoComplete="off" value={secret} onText={setSecret} />
      )}
      <div className={styles['acts']}>
        <Button type="submit" look="primary" disabled={isBusy || isBlank(name)}>
          {yes}
        </Button>
        <Button look="plain" onClick={cancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
