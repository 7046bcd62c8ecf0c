/** The goal of all in a few lines: what it is, where it stands, and how many chairs are empty. */
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { useFindings, useMap } from '#client/map/MapContext.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import { isBlank } from '#shared/text/unseen.ts';
import styles from './YourPart.module.css';
import { Way, YourSection } from './YourSection.tsx';

export function CommonGoal() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const { goal, interests } = useMap();
  const { goalPath, coverage } = useFindings();
  const of = interests.length * representativeKinds.length;
  const taken = [...coverage.values()].flatMap(({ counts }) => Object.values(counts)).filter((count) => count > 0);
  const count = of - taken.length;
  return (
    <YourSection title={t('yours.goal')}>
      <Way to={{ collection: 'goal', id: goal.id }}>
        <strong>{isBlank(goal.statement) ? t('map.unnamed.goal') : goal.statement}</strong>
        {goalPath !== null && (
          <span className={styles['facts']}>
            {t('yours.goalNow', { latest: goalPath.latest, unit: goal.unit, expected: goalPath.expected })},{' '}
            {t(`map.details.path.${goalPath.status}`)}
          </span>
        )}
      </Way>
      {of > 0 && (
        <Way to={() => screen.open('coverage')}>
          <strong>{t('yours.allMissing')}</strong>
          <span className={styles['facts']}>
            {count === 0 ? t('yours.noChairs') : t('yours.chairs', { count, of })}
          </span>
        </Way>
      )}
    </YourSection>
  );
}
