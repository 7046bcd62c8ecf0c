/** The tools of all views. */
import { viewNames, viewOf } from './isOfMap.ts';
import type { ViewTool } from './View.ts';

export const viewTools: readonly ViewTool[] = viewNames.flatMap((name) => viewOf(name).tools);
