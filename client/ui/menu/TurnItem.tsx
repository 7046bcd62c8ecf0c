/** An entry of a menu that turns to another menu in the same place, or back. */
import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef, type ReactNode } from 'react';

export interface TurnItemProps {
  readonly className: string | undefined;
  /** What had the focus is gone with the entries that stood here. */
  readonly takesFocus: boolean;
  /** Leads out of a menu, not into one. */
  readonly isBack?: boolean;
  readonly onTurn: () => void;
  readonly children: ReactNode;
}

/** Takes the focus once, when it comes: from then on the keys move it. */
export function TurnItem({ className, takesFocus, isBack = false, onTurn, children }: TurnItemProps) {
  const item = useRef<HTMLDivElement>(null);
  const isFirst = useRef(takesFocus);
  useEffect(() => {
    if (isFirst.current) item.current?.focus();
  }, []);
  return (
    <DropdownMenu.Item
      ref={item}
      className={className}
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
