/** Who does what by when: organizations and dates, never names of people; what is late says so in a word. */
import { useTranslation } from 'react-i18next';
import { onPage, perPage } from '#client/room/shown/stops.ts';
import { useRoomFacts } from '#client/room/shown/useRoomView.ts';
import type { EntityOf } from '#shared/map/collections.ts';
import type { BigSheet } from '#shared/wire/showing/views.ts';
import { SheetFrame, SheetNothing } from './SheetFrame.tsx';
import styles from './ActionsSheet.module.css';

export function ActionsSheet({ sheet }: { readonly sheet: Extract<BigSheet, { kind: 'actions' }> }) {
  const { t } = useTranslation();
  const { actions, doneActions, index } = useRoomFacts();
  const number = { figure: String(actions.length), words: t('roomScreen.actions.open', { count: actions.length }) };
  const done = doneActions === 0 ? [] : [t('roomScreen.actions.done', { count: doneActions })];
  return (
    <SheetFrame
      over={t('roomScreen.actions.over')}
      title={t('roomScreen.actions.title')}
      {...(actions.length > 0 && { number })}
      notes={done}
    >
      {actions.length === 0 ? (
        <SheetNothing title={t('roomScreen.actions.empty')} />
      ) : (
        <ol className={styles['actions']}>
          {onPage(actions, sheet.page, perPage.actions).map((action) => (
            <Row key={action.id} action={action} today={index.asOf} owner={ownerOf(action)} />
          ))}
        </ol>
      )}
    </SheetFrame>
  );

  function ownerOf({ owner_org_id: id }: EntityOf<'actions'>): string | null {
    return id === null ? null : (index.organizations.get(id)?.name ?? null);
  }
}

interface RowProps {
  readonly action: EntityOf<'actions'>;
  readonly today: string;
  readonly owner: string | null;
}

function Row({ action, today, owner }: RowProps) {
  const { t, i18n } = useTranslation();
  const { title, due_on: due } = action;
  const date = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <li className={styles['action']}>
      <p className={styles['what']} data-now>
        {title.trim() || t('roomScreen.actions.unnamed')}
      </p>
      <p className={styles['who']} data-none={owner === null || undefined}>
        {owner ?? t('roomScreen.actions.noOwner')}
      </p>
      <p className={styles['when']} data-none={due === null || undefined}>
        {due === null
          ? t('roomScreen.actions.noDate')
          : t('roomScreen.actions.by', { date: date.format(new Date(`${due}T00:00:00Z`)) })}
        {due !== null && due < today && <strong>{t('roomScreen.actions.late')}</strong>}
      </p>
    </li>
  );
}
