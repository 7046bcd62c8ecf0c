/** What a comparison marks on the canvas: `<collection> <id>` -> how it differs. Placements: `placements <organization> <interest>`. */
import { createContext } from 'react';

export type Mark = 'added' | 'changed';
export type Marks = ReadonlyMap<string, Mark>;

export const noMarks: Marks = new Map();
export const MarksContext = createContext<Marks>(noMarks);
