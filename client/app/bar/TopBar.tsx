/**
 * The bar of a board: where I am and whether it is saved; room in the middle for what the workshop needs; who is here and
 * the one primary button, Share. On phones and tablets the right part folds into a menu: the board's name needs the room.
 */
import { FolderDown } from '#client/ui/icons/FolderDown.tsx';
import { History } from '#client/ui/icons/History.tsx';
import { Keyboard } from '#client/ui/icons/Keyboard.tsx';
import { ListTree } from '#client/ui/icons/ListTree.tsx';
import { Settings2 } from '#client/ui/icons/Settings2.tsx';
import { Share2 } from '#client/ui/icons/Share2.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useBoard, useBoardView, useScreen } from '#client/board/BoardContext.ts';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { BoardTitle } from './BoardTitle.tsx';
import { LineStatus } from './LineStatus.tsx';
import { isMapView } from '#client/board/panelNames.ts';
import { Mark } from '#client/app/Mark.tsx';
import { PeopleStack } from './PeopleStack.tsx';
import { useLateParts } from '#client/app/Services.ts';
import styles from './TopBar.module.css';
import { useMedia } from '#client/app/useChoices.ts';

const panels = [
  { name: 'snapshots', word: 'snapshots', Icon: History },
  { name: 'takeHome', word: 'takeHome', Icon: FolderDown },
  { name: 'keys', word: 'help', Icon: Keyboard },
  { name: 'settings', word: 'settings', Icon: Settings2 },
] as const;

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
  // people have a button of their own
  const mapView = panel !== null && panel !== 'people' && isMapView(panel) ? panel : null;
  const last = useScreen((state) => (state.mapView === 'people' ? 'findings' : state.mapView));
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
      {isNarrow ? (
        <div className={`${styles['card']} ${styles['actions']}`}>
          {!isPhone && <PeopleStack />}
          {parts !== null && <parts.PhoneMenu />}
        </div>
      ) : (
        <div className={`${styles['card']} ${styles['actions']}`}>
          <PeopleStack />
          <IconButton
            label={t('map.open')}
            aria-expanded={mapView !== null}
            onClick={() => screen.toggle(mapView ?? last)}
          >
            <ListTree aria-hidden="true" />
          </IconButton>
          {panels.map(({ name, word, Icon }) => (
            <IconButton
              key={name}
              label={t(`board.${word}`)}
              aria-expanded={panel === name}
              onClick={() => screen.toggle(name)}
            >
              <Icon aria-hidden="true" />
            </IconButton>
          ))}
          <Button
            look="primary"
            icon={<Share2 aria-hidden="true" />}
            aria-expanded={panel === 'share'}
            onClick={() => screen.toggle('share')}
          >
            {t('board.share')}
          </Button>
        </div>
      )}
    </header>
  );
}
