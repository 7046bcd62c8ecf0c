/** Where the bar is narrow its actions stand in one menu. */
import { FolderDown } from '#client/ui/icons/FolderDown.tsx';
import { Grid3x3 } from '#client/ui/icons/Grid3x3.tsx';
import { History } from '#client/ui/icons/History.tsx';
import { Keyboard } from '#client/ui/icons/Keyboard.tsx';
import { Lightbulb } from '#client/ui/icons/Lightbulb.tsx';
import { LayoutGrid } from '#client/ui/icons/LayoutGrid.tsx';
import { ListChecks } from '#client/ui/icons/ListChecks.tsx';
import { ListTree } from '#client/ui/icons/ListTree.tsx';
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
import { useBoard, usePeople, useRole } from '#client/board/BoardContext.ts';
import type { PanelName } from '#client/board/panelNames.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './PhoneMenu.module.css';

export function PhoneMenu() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const leads = mayDo(useRole(), 'administer');
  const count = usePeople().filter(({ state }) => state !== 'gone').length;
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = useRef<PanelName | null>(null);
  const items = [
    { name: 'workshop', icon: <Presentation aria-hidden="true" />, text: t('board.workshop') },
    ...(leads
      ? [{ name: 'roomScreen', icon: <Projector aria-hidden="true" />, text: t('roomScreen.title') } as const]
      : []),
    { name: 'findings', icon: <Lightbulb aria-hidden="true" />, text: t('map.tabs.findings') },
    { name: 'outline', icon: <ListTree aria-hidden="true" />, text: t('map.tabs.outline') },
    { name: 'coverage', icon: <Grid3x3 aria-hidden="true" />, text: t('map.tabs.coverage') },
    { name: 'sheets', icon: <LayoutGrid aria-hidden="true" />, text: t('map.tabs.sheets') },
    { name: 'cycle', icon: <Orbit aria-hidden="true" />, text: t('map.tabs.cycle') },
    { name: 'actions', icon: <ListChecks aria-hidden="true" />, text: t('map.tabs.actions') },
    { name: 'people', icon: <Users aria-hidden="true" />, text: `${t('board.people')} (${count})` },
    { name: 'snapshots', icon: <History aria-hidden="true" />, text: t('board.snapshots') },
    { name: 'takeHome', icon: <FolderDown aria-hidden="true" />, text: t('board.takeHome') },
    { name: 'share', icon: <Share2 aria-hidden="true" />, text: t('board.share') },
    { name: 'settings', icon: <Settings2 aria-hidden="true" />, text: t('board.settings') },
    { name: 'keys', icon: <Keyboard aria-hidden="true" />, text: t('board.help') },
  ] as const;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger ref={trigger} className={styles['trigger']} aria-label={t('board.menu')}>
        <Menu aria-hidden="true" />
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
            if (chosen.current !== null) screen.toggle(chosen.current);
            chosen.current = null;
          }}
        >
          {items.map(({ name, icon, text }) => (
            <DropdownMenu.Item key={name} className={styles['item']} onSelect={() => (chosen.current = name)}>
              {icon}
              {text}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
