/** What has no place of its own: in a wide window what is rarely asked for, in a narrow one everything. */
import { FolderDown } from '#client/ui/icons/FolderDown.tsx';
import { Grid3x3 } from '#client/ui/icons/Grid3x3.tsx';
import { History } from '#client/ui/icons/History.tsx';
import { Keyboard } from '#client/ui/icons/Keyboard.tsx';
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
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, usePeopleHere, useRole } from '#client/board/BoardContext.ts';
import type { PanelName } from '#client/board/panelNames.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './BarMenu.module.css';

export interface BarMenuProps {
  /** There is neither a rail nor a button for anything else. */
  readonly isWhole: boolean;
}

export function BarMenu({ isWhole }: BarMenuProps) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const leads = mayDo(useRole(), 'administer');
  const count = usePeopleHere().length;
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = useRef<PanelName | null>(null);
  const Sign = isWhole ? Menu : Ellipsis;
  const items = [
    { name: 'workshop', Icon: Presentation, text: t('board.workshop'), isElsewhere: true },
    ...(leads
      ? [{ name: 'roomScreen', Icon: Projector, text: t('roomScreen.title'), isElsewhere: false } as const]
      : []),
    { name: 'findings', Icon: Lightbulb, text: t('map.tabs.findings'), isElsewhere: true },
    { name: 'outline', Icon: ListTree, text: t('map.tabs.outline'), isElsewhere: true },
    { name: 'coverage', Icon: Grid3x3, text: t('map.tabs.coverage'), isElsewhere: false },
    { name: 'sheets', Icon: LayoutGrid, text: t('map.tabs.sheets'), isElsewhere: false },
    { name: 'cycle', Icon: Orbit, text: t('map.tabs.cycle'), isElsewhere: false },
    { name: 'actions', Icon: ListChecks, text: t('map.tabs.actions'), isElsewhere: true },
    { name: 'people', Icon: Users, text: `${t('board.people')} (${count})`, isElsewhere: true },
    { name: 'snapshots', Icon: History, text: t('board.snapshots'), isElsewhere: false },
    { name: 'takeHome', Icon: FolderDown, text: t('board.takeHome'), isElsewhere: false },
    { name: 'share', Icon: Share2, text: t('board.share'), isElsewhere: true },
    { name: 'settings', Icon: Settings2, text: t('board.settings'), isElsewhere: false },
    { name: 'keys', Icon: Keyboard, text: t('board.help'), isElsewhere: false },
  ] as const;
  const shown = items.filter(({ isElsewhere }) => isWhole || !isElsewhere);
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
          {shown.map(({ name, Icon, text }) => (
            <DropdownMenu.Item key={name} className={styles['item']} onSelect={() => (chosen.current = name)}>
              <Icon aria-hidden="true" />
              {text}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
