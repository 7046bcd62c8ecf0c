/** What is drawn over the shapes, in their coordinates, and comes after the canvas; null until then. */
import { createContext, type ReactNode } from 'react';

export const SignsContext = createContext<ReactNode>(null);
