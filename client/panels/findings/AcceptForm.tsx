/** Accepting a finding takes a reason: what a group decides to live with stands in its report. */
import { useTranslation } from 'react-i18next';
import { useKeptText } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { useMay } from '#client/map/useMay.ts';
import { HeldBack } from '#client/panels/things/HeldBack.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import styles from './FindingCard.module.css';

/** By rule and subject of the finding. */
export const acceptDraft = (rule: string, subject: string): string => `accept.${rule}.${subject}`;

export interface AcceptFormProps {
  /** of the draft */
  readonly name: string;
  readonly refused: string | null;
  readonly onAccept: (reason: string) => void;
  readonly onClose: () => void;
}

export function AcceptForm({ name, refused, onAccept, onClose }: AcceptFormProps) {
  const { t } = useTranslation();
  const { value: reason, keep: setReason, forget } = useKeptText(name);
  const mayAccept = useMay()('acknowledgements', null, null);
  const field = useKeptFocus(name);
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (mayAccept) onAccept(reason);
      }}
    >
      <TextField
        label={t('map.findings.acceptTitle')}
        hint={t('map.findings.acceptHint')}
        error={refused ?? undefined}
        ref={field}
        value={reason}
        maxLength={300}
        autoComplete="off"
        autoFocus
        onText={setReason}
      />
      <HeldBack of="acknowledgements" />
      <div className={styles['answers']}>
        <Button type="submit" look="primary" disabled={!mayAccept}>
          {t('map.findings.acceptYes')}
        </Button>
        <Button
          look="plain"
          onClick={() => {
            forget();
            onClose();
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
