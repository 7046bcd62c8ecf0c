/**
 * The end of the time over the canvas, where everybody looks: for participants for a moment, for facilitators with what to do
 * next until they have done it. Said by the clock itself.
 */
import { BellRing } from '#client/ui/icons/BellRing.tsx';
import { Plus } from '#client/ui/icons/Plus.tsx';
import { X } from '#client/ui/icons/X.tsx';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow, useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { NextButton } from '#client/facilitation/steps/NextButton.tsx';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { timeLeft } from '#shared/workshop/timer.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './TimeUp.module.css';

const shownMs = 12_000;

export function TimeUp() {
  const { t } = useTranslation();
  const { role, ask } = useWorkshop();
  const { timer } = useWorkshopState();
  const [seen, setSeen] = useState<number | null>(null);
  const now = useServerNow(timer !== null && timer.endsAt !== null, timer?.endsAt ?? undefined);
  const endedAt = timer !== null && timeLeft(timer, now) === 0 ? (timer.endsAt ?? 0) : null;
  const isFacilitator = mayDo(role, 'administer');
  useEffect(() => {
    if (endedAt === null || isFacilitator) return undefined;
    const hide = setTimeout(() => setSeen(endedAt), shownMs);
    return () => clearTimeout(hide);
  }, [endedAt, isFacilitator]);
  if (endedAt === null || endedAt === seen) return null;
  return (
    <div className={styles['up']} role="group" aria-label={t('workshop.timer.over')}>
      <BellRing aria-hidden="true" />
      <strong>{t('workshop.timer.over')}</strong>
      {isFacilitator && (
        <>
          {([1, 5] as const).map((count) => (
            <Button
              key={count}
              icon={<Plus aria-hidden="true" />}
              onClick={() => void ask({ do: 'addTime', minutes: count })}
            >
              {t('workshop.timer.minutes', { count })}
            </Button>
          ))}
          <NextButton look="alone" />
        </>
      )}
      <IconButton label={t('common.dismiss')} onClick={() => setSeen(endedAt)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
