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
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BoardView } from '#client/connection/BoardView.ts';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { useSession } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { PanelName } from '#client/app/panel/BoardPanel.tsx';
import { BoardTitle } from './BoardTitle.tsx';
import { LineStatus } from './LineStatus.tsx';
import { isMapView } from '#client/app/panel/mapViews.ts';
import { Mark } from '#client/app/Mark.tsx';
import { PeopleStack } from './PeopleStack.tsx';
import { useLateParts } from '#client/app/Services.ts';
import styles from './TopBar.module.css';
import { useMedia } from '#client/app/useChoices.ts';

export interface TopBarProps {
  readonly board: string;
  readonly me: VisitedBoard;
  readonly view: BoardView;
  readonly people: readonly PersonHere[];
  readonly panel: PanelName | null;
  readonly onPanel: (panel: PanelName) => void;
  readonly onRetry: () => void;
  /** Step and timer, when a workshop runs. */
  readonly center?: ReactNode;
}

export function TopBar({ board, me, view, people, panel, onPanel, onRetry, center }: TopBarProps) {
  const { t } = useTranslation();
  const isPhone = useMedia('(max-width: 599px)');
  const isNarrow = useMedia('(max-width: 899px)');
  const { step } = useSession();
  // the panels that it opens come late, too
  const parts = useLateParts();
  // people have a button of their own
  const mapView = panel !== null && panel !== 'people' && isMapView(panel) ? panel : null;
  return (
    <header className={styles['bar']} aria-label={t('board.topBar')} data-over-canvas="">
      <div className={`${styles['card']} ${styles['where']}`}>
        <Link href="/" className={styles['mark']} aria-label={t('board.leave')} title={t('board.leave')}>
          <Mark />
        </Link>
        <BoardTitle board={board} me={me} title={view.title} />
        <LineStatus line={view.line} isShort={step !== null} onRetry={onRetry} />
      </div>
      {center !== undefined && center !== null && (
        <div className={`${styles['card']} ${styles['center']}`} data-bar-center>
          {center}
        </div>
      )}
      {isNarrow ? (
        <div className={`${styles['card']} ${styles['actions']}`}>
          {!isPhone && <PeopleStack people={people} isOpen={panel === 'people'} onOpen={() => onPanel('people')} />}
          {parts !== null && (
            <parts.PhoneMenu count={people.filter((one) => one.state !== 'gone').length} onPanel={onPanel} />
          )}
        </div>
      ) : (
        <div className={`${styles['card']} ${styles['actions']}`}>
          <PeopleStack people={people} isOpen={panel === 'people'} onOpen={() => onPanel('people')} />
          <IconButton
            label={t('map.open')}
            aria-expanded={mapView !== null}
            onClick={() => onPanel(mapView ?? 'findings')}
          >
            <ListTree aria-hidden="true" />
          </IconButton>
          <IconButton
            label={t('board.snapshots')}
            aria-expanded={panel === 'snapshots'}
            onClick={() => onPanel('snapshots')}
          >
            <History aria-hidden="true" />
          </IconButton>
          <IconButton
            label={t('board.takeHome')}
            aria-expanded={panel === 'takeHome'}
            onClick={() => onPanel('takeHome')}
          >
            <FolderDown aria-hidden="true" />
          </IconButton>
          <IconButton label={t('board.help')} aria-expanded={panel === 'keys'} onClick={() => onPanel('keys')}>
            <Keyboard aria-hidden="true" />
          </IconButton>
          <IconButton
            label={t('board.settings')}
            aria-expanded={panel === 'settings'}
            onClick={() => onPanel('settings')}
          >
            <Settings2 aria-hidden="true" />
          </IconButton>
          <Button
            look="primary"
            icon={<Share2 aria-hidden="true" />}
            aria-expanded={panel === 'share'}
            onClick={() => onPanel('share')}
          >
            {t('board.share')}
          </Button>
        </div>
      )}
    </header>
  );
}
