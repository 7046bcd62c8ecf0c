/** What stands in the menu of a row. A menu in it opens beside it; where the window has no room beside it, in its place. */
import { ChevronLeft } from '#client/ui/icons/ChevronLeft.tsx';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { MenuEntry } from './outlineMenu.ts';
import styles from './RowMenu.module.css';

type Choose = (run: (() => void) | undefined) => void;

export interface MenuEntriesProps {
  readonly entries: readonly MenuEntry[];
  readonly onChoose: Choose;
}

/** Two menus, each as wide as they get, and the gap to the edges. */
const roomForTwo = 640;

export function MenuEntries({ entries, onChoose }: MenuEntriesProps) {
  const [isBeside] = useState(() => innerWidth >= roomForTwo);
  const [inside, setInside] = useState<string | null>(null);
  /** Back from the menu of this entry, which has the focus again. */
  const [left, setLeft] = useState<string | null>(null);
  const within = entries.find(({ key }) => key === inside);
  if (within?.entries !== undefined) {
    const leave = () => {
      setLeft(within.key);
      setInside(null);
    };
    return (
      <div onKeyDown={(event) => event.key === 'ArrowLeft' && leave()}>
        <TurnItem takesFocus isBack onTurn={leave}>
          <ChevronLeft aria-hidden="true" />
          {within.label}
        </TurnItem>
        {within.entries.map((entry) => (
          <Entry key={entry.key} entry={entry} onChoose={onChoose} />
        ))}
      </div>
    );
  }
  return entries.map((entry) =>
    entry.entries === undefined || isBeside ? (
      <Entry key={entry.key} entry={entry} onChoose={onChoose} />
    ) : (
      <TurnItem key={entry.key} takesFocus={entry.key === left} onTurn={() => setInside(entry.key)}>
        {entry.label}
        <ChevronRight aria-hidden="true" />
      </TurnItem>
    ),
  );
}

interface TurnItemProps {
  /** What had the focus is gone with the entries that stood here. */
  readonly takesFocus: boolean;
  /** Leads out of a menu, not into one. */
  readonly isBack?: boolean;
  readonly onTurn: () => void;
  readonly children: ReactNode;
}

/** KeyedQueue to another menu in the same place. Takes the focus once, when it comes: from then on the keys move it. */
function TurnItem({ takesFocus, isBack = false, onTurn, children }: TurnItemProps) {
  const item = useRef<HTMLDivElement>(null);
  const isFirst = useRef(takesFocus);
  useEffect(() => {
    if (isFirst.current) item.current?.focus();
  }, []);
  return (
    <DropdownMenu.Item
      ref={item}
      className={styles['item']}
      data-back={isBack || undefined}
      aria-haspopup={isBack ? undefined : 'menu'}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight' && !isBack) onTurn();
      }}
      onSelect={(event) => {
        event.preventDefault();
        onTurn();
      }}
    >
      {children}
    </DropdownMenu.Item>
  );
}

function Entry({ entry, onChoose }: { readonly entry: MenuEntry; readonly onChoose: Choose }) {
  if (entry.entries === undefined)
    return (
      <DropdownMenu.Item
        className={styles['item']}
        data-danger={entry.isDanger || undefined}
        onSelect={() => onChoose(entry.run)}
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
            <Entry key={one.key} entry={one} onChoose={onChoose} />
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
