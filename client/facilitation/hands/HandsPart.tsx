/** Raised hands in the order in which they went up, for everybody; one's own can be lowered. */
import { Hand } from '#client/ui/icons/Hand.tsx';
import { useTranslation } from 'react-i18next';
import { Part } from '#client/facilitation/Part.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './HandsPart.module.css';

export function HandsPart() {
  const { t } = useTranslation();
  const { me, ask } = useWorkshop();
  const { hands } = useWorkshopState();
  if (hands.length === 0) return null;
  return (
    <Part title={t('workshop.hands.title')} fact={String(hands.length)}>
      <ol className={styles['list']}>
        {hands.map(({ person, name }) => (
          <li key={person}>
            <Hand aria-hidden="true" />
            <span className={styles['name']}>{name}</span>
            {person === me && (
              <Button
                look="plain"
                aria-label={t('workshop.hands.lowerOf', { name })}
                onClick={() => void ask({ do: 'lowerHand' })}
              >
                {t('workshop.hands.lower')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}
