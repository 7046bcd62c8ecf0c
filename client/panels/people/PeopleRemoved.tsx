/** Who was taken off the board and may come back by a link, as somebody new; asked for on demand. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { History } from '#client/ui/icons/History.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Button } from '#client/ui/Button.tsx';
import { dayAndTime } from '#client/ui/text/moments.ts';
import { peoplePage } from '#shared/wire/people.ts';
import { Failed } from '#client/ui/messages/Failed.tsx';
import styles from './PeoplePanel.module.css';
import type { NamedThing } from '../acts/boardThing.ts';
import { TakeBackActs } from '../acts/TakeBackActs.tsx';
import { usePeopleFound } from './usePeopleFound.ts';

export interface PeopleRemovedProps {
  /** Changes when something was done with somebody. */
  readonly done: number;
  readonly thingOf: (key: string) => NamedThing;
}

export function PeopleRemoved(props: PeopleRemovedProps) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  return isShown ? (
    <RemovedList {...props} />
  ) : (
    <Button className={styles['start']} look="plain" onClick={() => setShown(true)}>
      {t('people.showRemoved')}
    </Button>
  );
}

function RemovedList({ done, thingOf }: PeopleRemovedProps) {
  const { t, i18n } = useTranslation();
  const { people, total, failed, more, reload } = usePeopleFound('removed');
  const before = useRef(done);
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (before.current !== done) reload();
    before.current = done;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `reload` is another one each time
  }, [done]);
  return (
    <section className={styles['keptOut']}>
      <h3 tabIndex={-1} ref={(title) => title?.focus()}>
        {t('people.removedTitle')}
      </h3>
      {failed !== null && <Failed>{t('people.listFailed', { reason: t(`refusal.${failed}`) })}</Failed>}
      {total === 0 && <p className={styles['facts']}>{t('people.removedNobody')}</p>}
      <ul className={styles['list']}>
        {people.map(({ id, name, role, removedAt }) => (
          <li key={id}>
            <div className={styles['row']}>
              <span className={styles['words']}>
                <span className={styles['name']}>{name}</span>
                <span className={styles['facts']}>
                  {t('people.removedFact', {
                    role: t(`role.${role}`),
                    moment: removedAt === null ? '' : dayAndTime(removedAt, i18n.language),
                  })}
                </span>
              </span>
              <IconButton label={t('people.acts.of', { name })} onClick={() => setAsked(id)}>
                <History aria-hidden="true" />
              </IconButton>
            </div>
            {asked === id && <TakeBackActs person={{ id, name }} thingOf={thingOf} onClose={() => setAsked(null)} />}
          </li>
        ))}
      </ul>
      {total !== null && people.length < total && (
        <Button onClick={more}>{t('people.showMore', { count: Math.min(peoplePage, total - people.length) })}</Button>
      )}
    </section>
  );
}
