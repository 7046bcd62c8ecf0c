/** When a link ends by itself: never, at a midnight that is near, or at the end of a day. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#shared/wire/roles.ts';
import { useBoard } from '#client/board/BoardContext.ts';
import { TextField } from '#client/ui/TextField.tsx';
import { dayEnd, endDay } from './dayEnd.ts';
import styles from './SharePanel.module.css';

export interface LinkEndProps {
  /** for screen readers, which hear three of these */
  readonly role: Role;
  /** milliseconds since 1970; null = never */
  readonly ends: number | null;
  readonly onEnd: (ends: number | null) => void;
}

/** days from today at whose end a link ends */
const choices = { today: 0, week: 7, month: 30 } as const;

export function LinkEnd({ role, ends, onEnd }: LinkEndProps) {
  const { t, i18n } = useTranslation();
  const { now } = useBoard().connection.workshop;
  const id = useId();
  const [isPicking, setPicking] = useState(false);
  const [isPast, setPast] = useState(false);
  const isOver = ends !== null && ends <= now();
  const day = (at: number) => new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(at);
  const choose = (choice: string): void => {
    setPast(false);
    setPicking(choice === 'date');
    if (choice === 'never') onEnd(null);
    for (const [name, days] of Object.entries(choices)) if (name === choice) onEnd(dayEnd(now(), days));
  };
  const pick = (text: string): void => {
    const end = endDay(text);
    setPast(end !== null && end <= now());
    if (end !== null && end > now()) onEnd(end);
  };
  return (
    <div className={styles['end']}>
      <label htmlFor={id}>{t('share.ends')}</label>
      <select
        id={id}
        className={styles['select']}
        aria-label={t(`share.endsRole.${role}`)}
        value={isPicking ? 'date' : ends === null ? 'never' : 'set'}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="never">{t('share.endsNever')}</option>
        {ends !== null && (
          <option value="set">{t(isOver ? 'share.endedOn' : 'share.endsOn', { day: day(ends - 1) })}</option>
        )}
        <option value="today">{t('share.endsToday')}</option>
        <option value="week">{t('share.endsDays', { count: choices.week })}</option>
        <option value="month">{t('share.endsDays', { count: choices.month })}</option>
        <option value="date">{t('share.endsDate')}</option>
      </select>
      {isPicking && (
        <TextField
          type="date"
          label={t('share.endsDateLabel')}
          error={isPast ? t('share.endsPast') : undefined}
          autoFocus
          onText={pick}
        />
      )}
    </div>
  );
}
