/** What can be done with what is chosen, in the menu of the canvas; comes after the canvas, null until then. */
import { createContext, type ReactNode } from 'react';

export const ActsContext = createContext<ReactNode>(null);
