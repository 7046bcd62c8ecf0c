/** What stays although one person touched it, with why, and the way to it. */
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import type { ActsPreview } from '#shared/wire/takeBack.ts';
import styles from '#client/panels/people/PeoplePanel.module.css';
import type { NamedThing } from './boardThing.ts';

export interface StayListProps extends Pick<ActsPreview, 'stays' | 'more'> {
  readonly thingOf: (key: string) => NamedThing;
}

export function StayList({ stays, more, thingOf }: StayListProps) {
  const { t } = useTranslation();
  if (stays.length === 0) return null;
  const title = t('people.acts.stays', { count: stays.length + more });
  return (
    <details className={styles['stays']}>
      <summary>{title}</summary>
      <ul className={styles['list']} aria-label={title}>
        {stays.map(({ key, why }) => {
          const { name, show } = thingOf(key);
          return (
            <li key={`${key} ${why}`} className={styles['row']}>
              <span className={styles['words']}>
                <span className={styles['name']}>{name}</span>
                <span className={styles['facts']}>{t(`people.acts.why.${why}`)}</span>
              </span>
              {show !== null && (
                <Button aria-label={t('people.acts.showThing', { name })} onClick={show}>
                  {t('people.acts.show')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className={styles['facts']}>{t('people.acts.more', { count: more })}</p>}
    </details>
  );
}
