/** The menu of a row: opened with its button, or with Shift+F10 on the row. */
import { ChevronRight, Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { MenuEntry } from './outlineMenu.ts';
import styles from './RowMenu.module.css';

export interface RowMenuProps {
  readonly label: string;
  readonly entries: () => readonly MenuEntry[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Where focus goes when the menu closes without a choice. */
  readonly onClosed: () => void;
}

export function RowMenu({ label, entries, isOpen, onOpen, onClosed }: RowMenuProps) {
  return (
    <DropdownMenu.Root modal={false} open={isOpen} onOpenChange={onOpen}>
      <DropdownMenu.Trigger className={styles['trigger']} aria-label={label} title={label} tabIndex={-1}>
        <Ellipsis aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles['menu']}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          onKeyDown={(event) => event.stopPropagation()}
        >
          {isOpen && entries().map((entry) => <Entry key={entry.key} entry={entry} />)}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  if (entry.entries === undefined)
    return (
      <DropdownMenu.Item
        className={styles['item']}
        data-danger={entry.isDanger || undefined}
        onSelect={() => entry.run?.()}
      >
        {entry.label}
      </DropdownMenu.Item>
    );
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={styles['item']}>
        {entry.label}
        <ChevronRight aria-hidden="true" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className={styles['menu']} sideOffset={4} collisionPadding={8}>
          {entry.entries.map((one) => (
            <Entry key={one.key} entry={one} />
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
