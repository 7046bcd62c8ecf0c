/** Why nothing may be made with a tool of the canvas just now; null when something may, and for tools that make nothing. */
import type { PermitRefusal } from '#shared/wire/messages.ts';
import { type Permits, type Right, rightOf, rightOfRecord, rightRefusal } from '#shared/workshop/permits.ts';
import { viewTools } from '../projected/viewTools.ts';

const rights: Readonly<Record<string, Right | null>> = {
  select: null,
  hand: null,
  zoom: null,
  laser: null,
  eraser: null,
  note: rightOfRecord('note'),
  text: rightOfRecord('text'),
  ...Object.fromEntries(viewTools.map(({ id, makes }) => [id, rightOf(makes, null)])),
};

export function toolRefusal(permits: Permits | null, tool: string): PermitRefusal | null {
  const right = rights[tool] === undefined ? rightOfRecord(tool) : rights[tool];
  return permits === null || right === null ? null : rightRefusal(permits, right);
}
