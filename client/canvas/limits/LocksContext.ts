/** Keys of what only facilitators may change (`WorkshopState.locks`), for the signs on the canvas. */
import { createContext } from 'react';

export const LocksContext = createContext<readonly string[]>([]);
