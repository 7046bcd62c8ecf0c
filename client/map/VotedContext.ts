/** What open votes hold, as keys of things of the map: nobody rewords, merges or removes these just now. */
import { createContext } from 'react';

export const VotedContext = createContext<ReadonlySet<string>>(new Set());
