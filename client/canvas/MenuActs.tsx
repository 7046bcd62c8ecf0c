/** Acts as entries of the canvas's own menu. */
import { TldrawUiMenuGroup, TldrawUiMenuItem, TldrawUiMenuSubmenu, useEditor } from '@tldraw/tldraw';
import type { ReactNode } from 'react';

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
  const editor = useEditor();
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
        // the menu gives up the focus first, so that a title that is written keeps it
        onSelect={() => void editor.timers.requestAnimationFrame(() => run?.())}
      />
    );
  return <TldrawUiMenuGroup id={id}>{acts.map(itemOf)}</TldrawUiMenuGroup>;
}
