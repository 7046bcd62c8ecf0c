/**
 * The bar of a board: where I am and whether it is saved; room in the middle for what the workshop needs; who is here, Share,
 * and a menu of the rest. On phones and tablets the menu holds everything: the board's name needs the room.
 */
import { Share2 } from '#client/ui/icons/Share2.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useBoard, useBoardView, useScreen } from '#client/board/BoardContext.ts';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { BoardTitle } from './BoardTitle.tsx';
import { LineStatus } from './LineStatus.tsx';
import { Mark } from '#client/app/Mark.tsx';
import { PeopleStack } from './PeopleStack.tsx';
import { useLateParts } from '#client/app/Services.ts';
import styles from './TopBar.module.css';
import { useMedia } from '#client/app/useChoices.ts';

export function TopBar() {
  const { t } = useTranslation();
  const { connection, screen } = useBoard();
  const { line } = useBoardView();
  const panel = useScreen((state) => state.panel);
  const isPhone = useMedia('(max-width: 599px)');
  const isNarrow = useMedia('(max-width: 899px)');
  const { step } = useWorkshopState();
  // the panels that it opens come late, too
  const parts = useLateParts();
  return (
    <header className={styles['bar']} aria-label={t('board.topBar')} data-over-canvas="">
      <div className={`${styles['card']} ${styles['where']}`}>
        <Link href="/" className={styles['mark']} aria-label={t('board.leave')} title={t('board.leave')}>
          <Mark />
        </Link>
        <BoardTitle />
        <LineStatus line={line} isShort={step !== null} onRetry={() => connection.retry()} />
      </div>
      {parts !== null && (
        <div className={`${styles['card']} ${styles['center']}`} data-bar-center>
          <parts.StepBar />
          <parts.RoomSteps />
        </div>
      )}
      <div className={`${styles['card']} ${styles['actions']}`}>
        {!isPhone && <PeopleStack />}
        {parts !== null && isNarrow && <parts.YourPartButton />}
        {parts !== null && <parts.BarMenu isWhole={isNarrow} />}
        {!isNarrow && (
          <Button
            look="primary"
            icon={<Share2 aria-hidden="true" />}
            aria-expanded={panel === 'share'}
            onClick={() => screen.toggle('share')}
          >
            {t('board.share')}
          </Button>
        )}
      </div>
    </header>
  );
}
