/** What is asked of this person, as a view of the map beside the canvas: of the running step, of their organization, of all. */
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { asksOf } from '#client/facilitation/steps/asksOf.ts';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { CommonGoal } from './CommonGoal.tsx';
import { YourPart } from './YourPart.tsx';
import styles from './YourPart.module.css';
import { YourSection } from './YourSection.tsx';

export function YoursPanel() {
  return (
    <div className={styles['panel']}>
      <AskedNow />
      <YourPart />
      <CommonGoal />
    </div>
  );
}

function AskedNow() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const { agenda, step } = useWorkshopState();
  const running = agenda.find(({ id }) => id === step);
  if (running === undefined) return null;
  const { first } = asksOf(running);
  return (
    <YourSection title={t('yours.askedNow')}>
      <p className={styles['asked']}>{first === '' ? running.title : first}</p>
      <Button onClick={() => screen.open('workshop')}>{t('yours.toStep', { title: running.title })}</Button>
    </YourSection>
  );
}
