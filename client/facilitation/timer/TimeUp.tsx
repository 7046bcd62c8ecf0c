/**
 * The end of the time over the canvas, where everybody looks: for participants for a moment, for facilitators with what to do
 * next until they have done it. Said by the clock itself.
 */
import { BellRing } from '#client/ui/icons/BellRing.tsx';
import { Plus } from '#client/ui/icons/Plus.tsx';
import { X } from '#client/ui/icons/X.tsx';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InTurn } from '#client/board/InTurn.tsx';
import { useServerNow, useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { NextButton } from '#client/facilitation/steps/NextButton.tsx';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { timeLeft } from '#shared/workshop/timer.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './TimeUp.module.css';

const shownMs = 12_000;

export function TimeUp() {
  const { timer } = useWorkshopState();
  const [seen, setSeen] = useState<number | null>(null);
  const now = useServerNow(timer !== null && timer.endsAt !== null, timer?.endsAt ?? undefined);
  const endedAt = timer !== null && timeLeft(timer, now) === 0 ? (timer.endsAt ?? 0) : null;
  if (endedAt === null || endedAt === seen) return null;
  return (
    <InTurn as="timeUp">
      <TimeUpCard key={endedAt} onSeen={() => setSeen(endedAt)} />
    </InTurn>
  );
}

/** Its moment begins when it is in sight. */
function TimeUpCard({ onSeen }: { readonly onSeen: () => void }) {
  const { t } = useTranslation();
  const { role, ask } = useWorkshop();
  const isFacilitator = mayDo(role, 'administer');
  const latest = useEffectEvent(onSeen);
  useEffect(() => {
    if (isFacilitator) return undefined;
    const hide = setTimeout(() => latest(), shownMs);
    return () => clearTimeout(hide);
  }, [isFacilitator]);
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
      <IconButton label={t('common.dismiss')} onClick={onSeen}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
