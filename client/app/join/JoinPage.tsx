/** One page to join: who you are, what is recorded, one button. No account. */
import { useTranslation } from 'react-i18next';
import joinWords from '#shared/words/en/join.json';
import { usePageTexts } from '#client/locales/usePageTexts.ts';
import { Button } from '#client/ui/Button.tsx';
import { Mark } from '#client/app/Mark.tsx';
import { JoinForm } from './JoinForm.tsx';
import styles from './JoinPage.module.css';
import { returnsBy } from './returnsBy.ts';
import { useServices } from '#client/app/Services.ts';
import { useTitle } from '#client/app/useTitle.ts';
import type { JoinPageProps } from './useJoining.ts';

export function JoinPage(props: JoinPageProps) {
  const { door, known, onJoined } = props;
  usePageTexts(joinWords);
  const { t } = useTranslation();
  const { visited } = useServices();
  useTitle(t('join.documentTitle', { title: door.title }));
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <header className={styles['head']}>
          <Mark size={36} />
          <div>
            <p className={styles['over']}>{t('join.invited')}</p>
            <h1 className={styles['title']}>{door.title}</h1>
          </div>
        </header>
        <p className={styles['role']}>
          {t('join.asRole')} <strong>{t(`role.${door.role}`)}</strong>. {t(`role.${door.role}Sentence`)}
        </p>
        {known !== null && (
          <div className={styles['known']}>
            <p>
              {t(returnsBy(known, door.role) ? 'join.wasHere' : 'join.alreadyHere', {
                name: known.name,
                role: t(`role.${known.role}`),
                linkRole: t(`role.${door.role}`),
              })}
            </p>
            <Button
              onClick={() => {
                visited.keep(known);
                onJoined(known);
              }}
            >
              {t('join.goOn', { name: known.name })}
            </Button>
          </div>
        )}
        <JoinForm {...props} />
        <footer className={styles['recorded']}>
          <strong>{t('join.recordedTitle')}</strong> {t('join.recorded')}{' '}
          {door.retentionDays === null ? t('join.keptForever') : t('join.keptDays', { count: door.retentionDays })}
        </footer>
      </div>
    </main>
  );
}
