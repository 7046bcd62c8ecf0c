/** How the shapes of sheets look and are written in; with the late parts of a board (decision 0100). */
import './sheet.css';
import { emptyProps } from './emptyProps.ts';
import { FiledOnSheet } from './FiledOnSheet.tsx';
import { OnSheet } from './OnSheet.tsx';
import { showOnSheet } from './showOnSheet.ts';
import { spokenName } from './spokenName.ts';

export const sheetDrawings = { emptyProps, FiledOnSheet, OnSheet, showOnSheet, spokenName } as const;
