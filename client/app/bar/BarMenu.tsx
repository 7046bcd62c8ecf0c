/** What has no place of its own: in a wide window what is rarely asked for, in a narrow one everything. */
import { FolderDown } from '#client/ui/icons/FolderDown.tsx';
import { Grid3x3 } from '#client/ui/icons/Grid3x3.tsx';
import { History } from '#client/ui/icons/History.tsx';
import { ChevronLeft } from '#client/ui/icons/ChevronLeft.tsx';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import { CircleQuestionMark } from '#client/ui/icons/CircleQuestionMark.tsx';
import { CircleUserRound } from '#client/ui/icons/CircleUserRound.tsx';
import { Lightbulb } from '#client/ui/icons/Lightbulb.tsx';
import { LayoutGrid } from '#client/ui/icons/LayoutGrid.tsx';
import { ListChecks } from '#client/ui/icons/ListChecks.tsx';
import { ListTree } from '#client/ui/icons/ListTree.tsx';
import { Ellipsis } from '#client/ui/icons/Ellipsis.tsx';
import { Menu } from '#client/ui/icons/Menu.tsx';
import { Orbit } from '#client/ui/icons/Orbit.tsx';
import { Projector } from '#client/ui/icons/Projector.tsx';
import { Presentation } from '#client/ui/icons/Presentation.tsx';
import { Settings2 } from '#client/ui/icons/Settings2.tsx';
import { Share2 } from '#client/ui/icons/Share2.tsx';
import { Users } from '#client/ui/icons/Users.tsx';
import { DropdownMenu } from 'radix-ui';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, usePeopleHere, useRole } from '#client/board/BoardContext.ts';
import { TurnItem } from '#client/ui/menu/TurnItem.tsx';
import type { PanelName } from '#client/board/panelNames.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './BarMenu.module.css';

export interface BarMenuProps {
  /** There is neither a rail nor a button for anything else. */
  readonly isWhole: boolean;
}

/** Under which title a narrow window has what is asked for less often; what stands alone has null. */
type Group = 'lists' | 'home' | null;

interface Item {
  readonly name: PanelName;
  readonly Icon: typeof Menu;
  readonly text: string;
  /** A wide window has it in rail or bar. */
  readonly isElsewhere: boolean;
  readonly group: Group;
}

export function BarMenu({ isWhole }: BarMenuProps) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = useRef<PanelName | null>(null);
  const items = useItems();
  const Sign = isWhole ? Menu : Ellipsis;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger ref={trigger} className={styles['trigger']} aria-label={t('board.menu')}>
        <Sign aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles['menu']}
          align="end"
          sideOffset={10}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // the panel takes the focus from the button, and gives it back there
            trigger.current?.focus();
            if (chosen.current !== null) screen.open(chosen.current);
            chosen.current = null;
          }}
        >
          <Entries
            items={items.filter(({ isElsewhere }) => isWhole || !isElsewhere)}
            isGrouped={isWhole}
            onChoose={(name) => (chosen.current = name)}
          />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** In the order in which they are asked for. */
function useItems(): readonly Item[] {
  const { t } = useTranslation();
  const leads = mayDo(useRole(), 'administer');
  const count = usePeopleHere().length;
  const item = (
    name: PanelName,
    Icon: Item['Icon'],
    text: string,
    isElsewhere: boolean,
    group: Group = null,
  ): Item => ({
    name,
    Icon,
    text,
    isElsewhere,
    group,
  });
  return [
    item('yours', CircleUserRound, t('yours.title'), !leads),
    item('workshop', Presentation, t('board.workshop'), true),
    item('coverage', Grid3x3, t('board.coverageMissing'), false),
    item('findings', Lightbulb, t('map.tabs.findings'), true, 'lists'),
    item('outline', ListTree, t('map.tabs.outline'), true, 'lists'),
    item('sheets', LayoutGrid, t('map.tabs.sheets'), false, 'lists'),
    item('cycle', Orbit, t('map.tabs.cycle'), false, 'lists'),
    item('actions', ListChecks, t('map.tabs.actions'), true, 'lists'),
    item('people', Users, `${t('board.people')} (${count})`, true, 'lists'),
    ...(leads ? [item('roomScreen', Projector, t('roomScreen.title'), false, 'home')] : []),
    item('snapshots', History, t('board.snapshots'), false, 'home'),
    item('takeHome', FolderDown, t('board.takeHome'), false, 'home'),
    item('share', Share2, t('board.share'), true, 'home'),
    item('settings', Settings2, t('board.settings'), false),
    item('keys', CircleQuestionMark, t('board.help'), false),
  ];
}

interface EntriesProps {
  readonly items: readonly Item[];
  readonly isGrouped: boolean;
  readonly onChoose: (name: PanelName) => void;
}

function Entries({ items, isGrouped, onChoose }: EntriesProps) {
  const { t } = useTranslation();
  const [inside, setInside] = useState<Group>(null);
  /** Back from this one, which has the focus again. */
  const [left, setLeft] = useState<Group>(null);
  const entry = ({ name, Icon, text }: Item) => (
    <DropdownMenu.Item key={name} className={styles['item']} onSelect={() => onChoose(name)}>
      <Icon aria-hidden="true" />
      {text}
    </DropdownMenu.Item>
  );
  if (!isGrouped) return items.map(entry);
  if (inside !== null) {
    const leave = () => {
      setLeft(inside);
      setInside(null);
    };
    return (
      <div onKeyDown={(event) => event.key === 'ArrowLeft' && leave()}>
        <TurnItem key={inside} className={styles['item']} takesFocus isBack onTurn={leave}>
          <ChevronLeft aria-hidden="true" />
          {t(`board.menuGroup.${inside}`)}
        </TurnItem>
        {items.filter(({ group }) => group === inside).map(entry)}
      </div>
    );
  }
  // a group stands where its first entry would
  const isFirstOf = (item: Item) => items.find(({ group }) => group === item.group) === item;
  return items.map((item) => {
    const { group } = item;
    if (group === null) return entry(item);
    const Icon = group === 'lists' ? ListTree : FolderDown;
    return (
      isFirstOf(item) && (
        <TurnItem key={group} className={styles['item']} takesFocus={group === left} onTurn={() => setInside(group)}>
          <Icon aria-hidden="true" />
          {t(`board.menuGroup.${group}`)}
          <ChevronRight className={styles['on']} aria-hidden="true" />
        </TurnItem>
      )
    );
  });
}
