/** Raised hands in the order in which they went up, with how long they wait; the first ones, and the others on request. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '#client/facilitation/timer/timeText.ts';
import { useServerNow, useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { Hand } from '#client/ui/icons/Hand.tsx';
import styles from './HandsInOrder.module.css';

/** So many are in sight from the start. */
const first = 2;

export function HandsInOrder() {
  const { t } = useTranslation();
  const { me, ask } = useWorkshop();
  const { hands } = useWorkshopState();
  const now = useServerNow(hands.length > 0);
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  if (hands.length === 0) return null;
  const shown = isWhole ? hands : hands.slice(0, first);
  const rest = hands.length - first;
  return (
    <section className={styles['hands']} aria-labelledby={id}>
      <header className={styles['head']}>
        <h4 id={id}>{t('workshop.hands.title')}</h4>
        <span className={styles['count']}>{hands.length}</span>
        {hands.length > 1 && (
          <Button
            look="plain"
            onClick={() => void ask({ do: 'lowerAllHands', upTo: Math.max(...hands.map(({ at }) => at)) })}
          >
            {t('workshop.hands.lowerAll')}
          </Button>
        )}
      </header>
      <ol className={styles['list']}>
        {shown.map(({ person, name, at }) => (
          <li key={person}>
            <Hand aria-hidden="true" />
            <span className={styles['name']}>{name}</span>
            {/* it changes each second: for the eye alone */}
            <span className={styles['wait']} aria-hidden="true">
              {timeText(Math.max(0, now - at))}
            </span>
            <Button
              aria-label={t('workshop.hands.lowerOf', { name })}
              onClick={() => void ask(person === me ? { do: 'lowerHand' } : { do: 'lowerHand', person })}
            >
              {t('workshop.hands.lower')}
            </Button>
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <Button look="plain" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('workshop.cockpit.fewerHands') : t('workshop.cockpit.moreHands', { count: rest })}
        </Button>
      )}
    </section>
  );
}
