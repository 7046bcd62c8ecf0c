/** For tests: the canvas shows exactly what the map says, and nothing of a gesture is left over. */
import { expect } from 'vitest';
import type { ViewEditor } from './viewEditor.ts';

export function expectSnapped(one: Pick<ViewEditor, 'shown' | 'projected'>): void {
  expect(one.shown()).toEqual(one.projected());
}
