/** Accepting a finding takes a reason: what a group decides to live with stands in its report. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import styles from './FindingCard.module.css';

export interface AcceptFormProps {
  readonly refused: string | null;
  readonly onAccept: (reason: string) => void;
  readonly onClose: () => void;
}

export function AcceptForm({ refused, onAccept, onClose }: AcceptFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onAccept(reason);
      }}
    >
      <TextField
        label={t('map.findings.acceptTitle')}
        hint={t('map.findings.acceptHint')}
        error={refused ?? undefined}
        value={reason}
        maxLength={300}
        autoComplete="off"
        autoFocus
        onText={setReason}
      />
      <div className={styles['answers']}>
        <Button type="submit" look="primary">
          {t('map.findings.acceptYes')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
