/** The trust pulse: six sentences, 1 to 5, sent once. */
import { useTranslation } from 'react-i18next';
import { Buttons } from '#client/facilitation/Part.tsx';
import { WhoCounts } from '#client/facilitation/activities/WhoCounts.tsx';
import { ActivityEnd } from '#client/facilitation/activities/ActivityEnd.tsx';
import { useOwnActivity } from '#client/facilitation/activities/useOwnActivity.ts';
import { AskedPart, Fact } from '#client/facilitation/takePart/AskedPart.tsx';
import { WhoSees } from '#client/facilitation/takePart/WhoSees.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import type { PulseActivity } from '#shared/wire/SealedActivity.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './PulseForm.module.css';
import { PulseForm } from './PulseForm.tsx';
import { usePulseDraft } from './usePulseDraft.ts';

export function PulseCard({ activity }: { readonly activity: PulseActivity }) {
  const { t } = useTranslation();
  const { role, sealed } = useWorkshop();
  const { answered, abstains } = useOwnActivity(activity.id);
  const { at } = usePulseDraft(activity.id);
  const isFacilitator = mayDo(role, 'administer');
  const isAsked = mayDo(role, 'edit') && !answered && !abstains;
  return (
    <AskedPart name={t('sealed.pulse.title')} {...(isAsked ? {} : { question: t('sealed.pulse.title') })}>
      {isAsked && <PulseForm activity={activity.id} />}
      {answered && <p className={styles['thanks']}>{t('sealed.pulse.thanks')}</p>}
      <WhoSees short={t('sealed.pulse.toldShort')} isShort={isAsked && at > 0}>
        <p>
          {t('sealed.pulse.told', { minimum: activity.minimum })} {isAsked && t('sealed.pulse.once')}
        </p>
        <WhoCounts activity={activity} needed={activity.minimum} />
      </WhoSees>
      <Fact>{t('sealed.pulse.turnout', { responded: activity.responded, of: activity.invited })}</Fact>
      {isFacilitator && !answered && (
        <Buttons>
          <Button aria-pressed={abstains} onClick={() => void sealed?.abstain(activity.id, !abstains)}>
            {t(abstains ? 'sealed.takePart' : 'sealed.abstain')}
          </Button>
        </Buttons>
      )}
      {isFacilitator && <ActivityEnd activity={activity} />}
    </AskedPart>
  );
}
