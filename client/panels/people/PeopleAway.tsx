/** Who belongs to the board and is not here, for facilitators: they can be removed, kept out, or get the board, as who is here. */
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { peoplePage } from '#shared/wire/people.ts';
import { Failed } from '#client/ui/messages/Failed.tsx';
import styles from './PeoplePanel.module.css';
import { usePeopleFound } from './usePeopleFound.ts';

export interface PeopleAwayProps {
  /** Who stands in the list of those who are here. */
  readonly here: readonly PersonHere[];
  /** Changes when something was done with somebody. */
  readonly done: number;
  readonly renderRow: (person: PersonHere, seenAt: number | null) => ReactNode;
}

/** So few are seen at a glance. */
const fewest = 12;

export function PeopleAway({ here, done, renderRow }: PeopleAwayProps) {
  const { t } = useTranslation();
  const { people, total, text, failed, search, more, reload } = usePeopleFound('away');
  const before = useRef({ here, done });
  useEffect(() => {
    const now = new Set(here.map(({ id }) => id));
    const hasLeft = before.current.here.some(({ id }) => !now.has(id));
    const isDone = before.current.done !== done;
    before.current = { here, done };
    if (hasLeft || isDone) reload();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `reload` is another one each time
  }, [here, done]);
  const shown = people.filter(({ id }) => here.every((one) => one.id !== id));
  const isLong = text !== '' || (total ?? 0) > fewest;
  if (failed === null && !isLong && shown.length === 0) return null;
  return (
    <section className={styles['keptOut']}>
      <h3>{t('people.awayTitle')}</h3>
      {failed !== null && <Failed>{t('people.listFailed', { reason: t(`refusal.${failed}`) })}</Failed>}
      {isLong && (
        <TextField
          type="search"
          label={t('people.find')}
          value={text}
          maxLength={120}
          autoComplete="off"
          onText={search}
        />
      )}
      {text !== '' && shown.length === 0 && <p className={styles['facts']}>{t('people.foundNobody')}</p>}
      <ul className={styles['list']}>
        {shown.map((person) => renderRow({ ...person, state: 'gone', isMe: false }, person.seenAt))}
      </ul>
      {total !== null && people.length < total && (
        <Button onClick={more}>{t('people.showMore', { count: Math.min(peoplePage, total - people.length) })}</Button>
      )}
    </section>
  );
}
