/** Which group of the running step a tool of the canvas belongs to; null for tools that change nothing by themselves. */
import type { ToolGroup } from '#shared/wire/WorkshopState.ts';

const groups: Readonly<Record<string, ToolGroup | null>> = {
  select: null,
  hand: null,
  zoom: null,
  laser: null,
  eraser: null,
  note: 'notes',
  text: 'notes',
  interest: 'map',
  organization: 'map',
  designee: 'map',
  doer: 'map',
  decision_maker: 'map',
};

export function toolGroup(tool: string): ToolGroup | null {
  const group = groups[tool];
  if (group !== undefined) return group;
  return tool.startsWith('cycle-') || tool === 'stage-note' || tool === 'experiment' ? 'cycle' : 'draw';
}
