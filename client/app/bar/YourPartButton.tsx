/** Where there is no rail: the one press to what is asked of oneself. Whoever leads has it in the menu. */
import { useTranslation } from 'react-i18next';
import { useBoard, useRole, useScreen } from '#client/board/BoardContext.ts';
import { YourCount } from '#client/panels/yours/YourCount.tsx';
import { CircleUserRound } from '#client/ui/icons/CircleUserRound.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './YourPartButton.module.css';

export function YourPartButton() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const leads = mayDo(useRole(), 'administer');
  const isOpen = useScreen(({ panel }) => panel === 'yours');
  if (leads) return null;
  return (
    <button type="button" className={styles['button']} aria-expanded={isOpen} onClick={() => screen.toggle('yours')}>
      <CircleUserRound aria-hidden="true" />
      {t('yours.title')}
      <YourCount className={styles['count']} />
    </button>
  );
}
