/** Gives this moment a name, and keeps it. */
import { Camera } from '#client/ui/icons/Camera.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#client/connection/api/Api.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { useKeptText } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import styles from './SnapshotsPanel.module.css';

export interface KeepFormProps {
  readonly keep: (name: string) => Promise<Answer<unknown>>;
  readonly onKept: (said: string) => void;
}

export function KeepForm({ keep, onKept }: KeepFormProps) {
  const { t } = useTranslation();
  const { value: name, keep: setName, forget } = useKeptText('snapshot.new');
  const field = useKeptFocus('snapshot.new');
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const submit = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '' || isBusy) return;
    setBusy(true);
    setFailed(null);
    const answer = await keep(wanted);
    setBusy(false);
    if (!answer.ok) {
      setFailed(answer.code);
      return;
    }
    forget();
    onKept(t('snapshots.kept', { name: wanted }));
  };
  return (
    <form
      className={styles['keep']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={t('snapshots.keepLabel')}
        hint={t('snapshots.keepHint')}
        error={failed === null ? undefined : t(`refusal.${failed}`)}
        ref={field}
        value={name}
        maxLength={80}
        autoComplete="off"
        onText={setName}
      />
      <Button type="submit" look="primary" icon={<Camera aria-hidden="true" />} disabled={isBusy || isBlank(name)}>
        {t('snapshots.keep')}
      </Button>
    </form>
  );
}
