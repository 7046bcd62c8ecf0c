/** The menu of a row: opened with its button, or with Shift+F10 on the row. */
import { Ellipsis } from '#client/ui/icons/Ellipsis.tsx';
import { DropdownMenu } from 'radix-ui';
import { useRef, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { MenuEntries } from './MenuEntries.tsx';
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';
import styles from './RowMenu.module.css';

export interface RowMenuProps {
  readonly label: string;
  readonly entries: () => readonly MenuEntry[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Where focus goes when the menu closes without a choice. */
  readonly onClosed: () => void;
  /** The button is a stop of the Tab key; in a tree the rows alone are. */
  readonly isReachable?: boolean;
  /** Instead of three dots. */
  readonly sign?: ReactNode;
  /** It may be opened by key: only a menu that is there before the key knows that it was one, and takes the focus. */
  readonly isNear?: boolean;
}

export function RowMenu({
  label,
  entries,
  isOpen,
  onOpen,
  onClosed,
  isReachable = false,
  isNear = false,
  sign = <Ellipsis aria-hidden="true" />,
}: RowMenuProps) {
  // Run when the menu has given up the focus: a field that opens before loses it again, and closes.
  const chosen = useRef<(() => void) | null>(null);
  const [wasNear, setNear] = useState(isOpen || isNear);
  if ((isOpen || isNear) && !wasNear) setNear(true);
  const onChoose = (run: (() => void) | undefined): void => {
    chosen.current = run ?? null;
  };
  // A thousand rows have a menu each, and nearly none is ever opened: until then it is its button alone.
  if (!wasNear)
    return (
      <Fence>
        <button
          type="button"
          className={styles['trigger']}
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={false}
          title={label}
          tabIndex={isReachable ? 0 : -1}
          onClick={() => onOpen(true)}
        >
          {sign}
        </button>
      </Fence>
    );
  return (
    <Fence>
      <DropdownMenu.Root modal={false} open={isOpen} onOpenChange={onOpen}>
        <DropdownMenu.Trigger
          className={styles['trigger']}
          aria-label={label}
          title={label}
          tabIndex={isReachable ? 0 : -1}
        >
          {sign}
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            className={styles['menu']}
            align="end"
            sideOffset={4}
            collisionPadding={8}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              const run = chosen.current ?? onClosed;
              chosen.current = null;
              run();
            }}
            onKeyDown={(event) => event.stopPropagation()}
          >
            {isOpen && <MenuEntries entries={entries()} onChoose={onChoose} />}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </Fence>
  );
}

/**
 * Presses on the menu are no presses on its row. React hands them on to the row although the menu lies elsewhere in the page; a
 * row that takes the focus for them would close the menu.
 */
function Fence({ children }: { readonly children: ReactNode }) {
  const stop = (event: MouseEvent) => event.stopPropagation();
  return (
    <span className={styles['fence']} onClick={stop} onDoubleClick={stop}>
      {children}
    </span>
  );
}
