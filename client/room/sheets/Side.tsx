/** Stands in the column at the side of the room's screen. */
import { useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { SideContext } from './SideContext.ts';

export function Side({ children }: { readonly children: ReactNode }) {
  const side = useContext(SideContext);
  return side === null ? children : createPortal(children, side);
}
