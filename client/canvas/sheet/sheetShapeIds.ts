/** Ids of the shapes of sheets: functions of the map's ids, the same on every screen. */
import type { TLShapeId } from '@tldraw/tldraw';

export const sheetShapeId = (sheet: string) => `shape:sheet.${sheet}` as TLShapeId;
export const groupShapeId = (group: string) => `shape:ideas.${group}` as TLShapeId;
export const ideaShapeId = (idea: string) => `shape:idea.${idea}` as TLShapeId;
