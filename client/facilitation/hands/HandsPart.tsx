/** Raised hands in the order in which they went up. */
import { Hand } from '#client/ui/icons/Hand.tsx';
import { useTranslation } from 'react-i18next';
import { Buttons, Part } from '#client/facilitation/Part.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './HandsPart.module.css';

export function HandsPart() {
  const { t } = useTranslation();
  const { role, me, ask } = useWorkshop();
  const { hands } = useWorkshopState();
  const isFacilitator = mayDo(role, 'administer');
  if (hands.length === 0) return null;
  return (
    <Part title={t('workshop.hands.title')} fact={String(hands.length)}>
      <ol className={styles['list']}>
        {hands.map(({ person, name }) => (
          <li key={person}>
            <Hand aria-hidden="true" />
            <span className={styles['name']}>{name}</span>
            {(isFacilitator || person === me) && (
              <Button
                look="plain"
                aria-label={t('workshop.hands.lowerOf', { name })}
                onClick={() => void ask(person === me ? { do: 'lowerHand' } : { do: 'lowerHand', person })}
              >
                {t('workshop.hands.lower')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isFacilitator && hands.length > 1 && (
        <Buttons>
          <Button onClick={() => void ask({ do: 'lowerAllHands', upTo: Math.max(...hands.map(({ at }) => at)) })}>
            {t('workshop.hands.lowerAll')}
          </Button>
        </Buttons>
      )}
    </Part>
  );
}
