/** Where the one big number of a sheet stands: in the column at the side on the room's screen; null: in the sheet's own head. */
import { createContext } from 'react';

export const SideContext = createContext<HTMLElement | null>(null);
