/** The trust pulse: six sentences, 1 to 5, sent once. */
import { useTranslation } from 'react-i18next';
import { Buttons, Part } from '#client/facilitation/Part.tsx';
import { WhoCounts } from '#client/facilitation/activities/WhoCounts.tsx';
import { ActivityEnd } from '#client/facilitation/activities/ActivityEnd.tsx';
import { PrivacyNote } from '#client/facilitation/activities/PrivacyNote.tsx';
import { useOwnActivity } from '#client/facilitation/activities/useOwnActivity.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import type { PulseActivity } from '#shared/wire/SealedActivity.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './PulseCard.module.css';
import { PulseForm } from './PulseForm.tsx';

export function PulseCard({ activity }: { readonly activity: PulseActivity }) {
  const { t } = useTranslation();
  const { role, sealed } = useWorkshop();
  const { answered, abstains } = useOwnActivity(activity.id);
  const isFacilitator = mayDo(role, 'administer');
  return (
    <Part
      title={t('sealed.pulse.title')}
      fact={t('sealed.pulse.turnout', { responded: activity.responded, of: activity.invited })}
    >
      <PrivacyNote>{t('sealed.pulse.told', { minimum: activity.minimum })}</PrivacyNote>
      <WhoCounts activity={activity} needed={activity.minimum} />
      {answered && <p className={styles['thanks']}>{t('sealed.pulse.thanks')}</p>}
      {mayDo(role, 'edit') && !answered && !abstains && <PulseForm activity={activity.id} />}
      {isFacilitator && !answered && (
        <Buttons>
          <Button aria-pressed={abstains} onClick={() => void sealed?.abstain(activity.id, !abstains)}>
            {t(abstains ? 'sealed.takePart' : 'sealed.abstain')}
          </Button>
        </Buttons>
      )}
      {isFacilitator && <ActivityEnd activity={activity} />}
    </Part>
  );
}
