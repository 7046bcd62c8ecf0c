/** Begins a trust pulse: who sees what, and from how many answers on. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons } from '#client/facilitation/Part.tsx';
import styles from '#client/facilitation/activities/Activity.module.css';
import { PrivacyNote } from '#client/facilitation/activities/PrivacyNote.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';

export interface StartPulseProps {
  readonly newId: () => string;
  readonly onDone: () => void;
}

export function StartPulse({ newId, onDone }: StartPulseProps) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const { partnership } = useMap();
  const [abstains, setAbstains] = useState(true);
  const [isStarting, setStarting] = useState(false);
  const minimum = Math.max(sealedLimits.fewestAnswers, partnership.min_responses);
  const start = async (): Promise<void> => {
    if (sealed === null) return;
    setStarting(true);
    const failure = await sealed.open({ kind: 'pulse', id: newId(), abstain: abstains });
    setStarting(false);
    if (failure === null) onDone();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <PrivacyNote>{t('sealed.pulse.told', { minimum })}</PrivacyNote>
      <p className={styles['count']}>{t('sealed.whoCounts')}</p>
      <label className={styles['choice']}>
        <input type="checkbox" checked={abstains} onChange={(event) => setAbstains(event.target.checked)} />
        {t('sealed.abstainNow')}
      </label>
      <Buttons>
        <Button type="submit" look="primary" autoFocus disabled={isStarting || sealed === null}>
          {t('sealed.pulse.start')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </Buttons>
    </form>
  );
}
