/** What stands in the menu of a row. A menu in it opens beside it; where the window has no room beside it, in its place. */
import { ChevronLeft } from '#client/ui/icons/ChevronLeft.tsx';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { TurnItem } from '#client/ui/menu/TurnItem.tsx';
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';
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
  /** From menu to menu in it. */
  const [inside, setInside] = useState<readonly string[]>([]);
  /** Back from the menu of this entry, which has the focus again. */
  const [left, setLeft] = useState<string | null>(null);
  const within = entryAt(entries, inside);
  const shown = (within?.entries ?? entries).map((entry) =>
    entry.entries === undefined || isBeside ? (
      <Entry key={entry.key} entry={entry} onChoose={onChoose} />
    ) : (
      <TurnItem
        key={entry.key}
        className={styles['item']}
        takesFocus={entry.key === left}
        onTurn={() => setInside([...inside, entry.key])}
      >
        {entry.label}
        <ChevronRight aria-hidden="true" />
      </TurnItem>
    ),
  );
  if (within === undefined) return shown;
  const leave = () => {
    setLeft(within.key);
    setInside(inside.slice(0, -1));
  };
  return (
    <div onKeyDown={(event) => event.key === 'ArrowLeft' && leave()}>
      <TurnItem
        key={within.key}
        className={styles['item']}
        takesFocus={left === null || !within.entries?.some(({ key }) => key === left)}
        isBack
        onTurn={leave}
      >
        <ChevronLeft aria-hidden="true" />
        {within.label}
      </TurnItem>
      {shown}
    </div>
  );
}

/** What one has turned to; undefined at the top, and where it is gone. */
function entryAt(entries: readonly MenuEntry[], path: readonly string[]): MenuEntry | undefined {
  let [at, here]: [MenuEntry | undefined, readonly MenuEntry[]] = [undefined, entries];
  for (const key of path) {
    const next = here.find((entry) => entry.key === key);
    if (next?.entries === undefined) return at;
    at = next;
    here = next.entries;
  }
  return at;
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
