/** The start page: start a board, join one by its code, or go back to one. */
import { useTranslation } from 'react-i18next';
import homeWords from '#shared/words/en/home.json';
import { usePageTexts } from '#client/locales/usePageTexts.ts';
import { CodeForm } from './CodeForm.tsx';
import styles from './HomePage.module.css';
import { Mark } from '#client/app/Mark.tsx';
import { useServices } from '#client/app/Services.ts';
import { StartForm } from './StartForm.tsx';
import { StartFromFile } from './StartFromFile.tsx';
import { useMedia } from '#client/app/useChoices.ts';
import { useTitle } from '#client/app/useTitle.ts';
import { VisitedList } from './VisitedList.tsx';

export function HomePage() {
  usePageTexts(homeWords);
  const { t } = useTranslation();
  useTitle(t('home.documentTitle'));
  const isNarrow = useMedia('(max-width: 860px)');
  const { visited } = useServices();
  const isBack = visited.list().length > 0;
  const start = (
    <section key="start" className={`${styles['card']} ${styles['start']}`} aria-labelledby="start-title">
      <h2 id="start-title">{t('home.startTitle')}</h2>
      <p className={styles['lead']}>{t('home.question')}</p>
      <StartForm />
      <div className={styles['other']}>
        <StartFromFile />
      </div>
    </section>
  );
  const join = (
    <section key="join" className={styles['card']} aria-labelledby="join-title">
      <h2 id="join-title">{t('home.joinTitle')}</h2>
      <CodeForm />
    </section>
  );
  const visitedPart = (
    <section key="visited" className={styles['card']} aria-labelledby="visited-title">
      <h2 id="visited-title">{t('home.visitedTitle')}</h2>
      <VisitedList />
    </section>
  );
  // on a phone people come to a board that somebody else has started, or back to one
  const onPhone = isBack ? [join, visitedPart, start] : [join, start, visitedPart];
  const order = isNarrow ? onPhone : [start, join, visitedPart];
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Mark size={40} />
        <div>
          <h1 className={styles['name']}>{t('app.name')}</h1>
          <p className={styles['tagline']}>{t('app.tagline')}</p>
        </div>
      </header>
      <main className={styles['grid']}>{order}</main>
    </div>
  );
}
