/** How many people are here, and which kinds of representative they said they are: numbers, never who. */
import { useTranslation } from 'react-i18next';
import { useBoard, usePeopleHere } from '#client/board/BoardContext.ts';
import { Users } from '#client/ui/icons/Users.tsx';
import { KindMark } from '#client/ui/KindMark.tsx';
import { representativeKinds } from '#shared/kinds/values.ts';
import { useKindsHere } from './useKindsHere.ts';
import styles from './WhoIsHere.module.css';

export function WhoIsHere() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const count = usePeopleHere().length;
  const kinds = useKindsHere();
  return (
    <div className={styles['here']}>
      <button type="button" className={styles['count']} onClick={() => screen.open('people')}>
        <Users aria-hidden="true" />
        {t('workshop.cockpit.here', { count })}
      </button>
      {kinds !== null && (
        <ul className={styles['kinds']} aria-label={t('workshop.cockpit.kinds')}>
          {representativeKinds.map((kind) => (
            <li key={kind} title={t(`kind.${kind}`)}>
              <KindMark kind={kind} />
              <span className="visually-hidden">{t(`kind.${kind}`)}: </span>
              {kinds[kind]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
