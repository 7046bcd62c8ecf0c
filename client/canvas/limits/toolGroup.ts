/** Which group of the running step a tool of the canvas belongs to; null for tools that change nothing by themselves. */
import type { ToolGroup } from '#shared/wire/WorkshopState.ts';
import { viewTools } from '../projected/viewTools.ts';

const groups: Readonly<Record<string, ToolGroup | null>> = {
  select: null,
  hand: null,
  zoom: null,
  laser: null,
  eraser: null,
  note: 'notes',
  text: 'notes',
  ...Object.fromEntries(viewTools.map(({ id, group }) => [id, group])),
};

export function toolGroup(tool: string): ToolGroup | null {
  const group = groups[tool];
  return group === undefined ? 'draw' : group;
}
