/**
 * The views of the map on the canvas: everything that handles shapes of the map goes over this list (decision 0301). One may
 * stand beside those before it.
 */
import { cycleView } from './cycle/cycleView.ts';
import { frameView } from './frame/frameView.ts';
import { sheetView } from './sheet/sheetView.ts';
import type { View } from './projected/View.ts';

export const views = { frame: frameView, cycle: cycleView, sheet: sheetView } as const satisfies Readonly<
  Record<string, View>
>;

export type ViewName = keyof typeof views;
