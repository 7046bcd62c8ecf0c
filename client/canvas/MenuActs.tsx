/** Acts as entries of the canvas's own menu. */
import { TldrawUiMenuGroup, TldrawUiMenuItem, TldrawUiMenuSubmenu } from '@tldraw/tldraw';
import { useEffect, useRef, type ReactNode } from 'react';

export interface MenuAct {
  readonly key: string;
  readonly label: string;
  readonly run?: () => void;
  readonly entries?: readonly MenuAct[];
}

export interface MenuActsProps {
  readonly id: string;
  readonly acts: readonly MenuAct[];
}

export function MenuActs({ id, acts }: MenuActsProps) {
  const chosen = useRef<(() => void) | null>(null);
  // when the menu is gone and has given back the focus: a title that is written then keeps it
  useEffect(
    () => () => {
      const run = chosen.current;
      if (run) setTimeout(() => setTimeout(run));
    },
    [],
  );
  const itemOf = ({ key, label, run, entries }: MenuAct): ReactNode =>
    entries ? (
      <TldrawUiMenuSubmenu key={key} id={`${id}-${key}`} label={label} size="medium">
        {entries.map(itemOf)}
      </TldrawUiMenuSubmenu>
    ) : (
      <TldrawUiMenuItem
        key={key}
        id={`${id}-${key}`}
        label={label}
        onSelect={() => {
          chosen.current = run ?? null;
        }}
      />
    );
  return <TldrawUiMenuGroup id={id}>{acts.map(itemOf)}</TldrawUiMenuGroup>;
}
