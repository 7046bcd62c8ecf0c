/** A step in which nothing is open to take part in: what it asks, how it is done, and what it waits for. */
import { useTranslation } from 'react-i18next';
import { asksOf } from '#client/facilitation/steps/asksOf.ts';
import { useActivities, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { CircleDot } from '#client/ui/icons/CircleDot.tsx';
import { isSealed, stepActivityId } from '#shared/wire/StepActivity.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { AskedPart } from './AskedPart.tsx';
import styles from './StepAsks.module.css';

export function StepAsks({ step }: { readonly step: Step }) {
  const { t } = useTranslation();
  const isAwaited = useIsAwaited(step);
  const { first, rest } = asksOf(step);
  return (
    <AskedPart name={t('workshop.now')} question={first === '' ? step.title : first}>
      {rest !== '' && <p className={styles['words']}>{rest}</p>}
      {isAwaited && (
        <p className={styles['awaited']}>
          <CircleDot aria-hidden="true" />
          {t('workshop.awaited')}
        </p>
      )}
    </AskedPart>
  );
}

/** It has people do something that no facilitator has started. */
function useIsAwaited({ activity }: Step): boolean {
  const { stepStartedAt } = useWorkshopState();
  const activities = useActivities();
  if (activity === null || !isSealed(activity) || stepStartedAt === null) return false;
  const id = stepActivityId(activity.kind, stepStartedAt);
  return activities.every((one) => one.id !== id);
}
