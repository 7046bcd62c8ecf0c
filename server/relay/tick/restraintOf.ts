/** What the workshop lets participants change just now, and what a vote holds for everybody; null where nothing is limited. */
import type { Restraint } from './AppliedTick.ts';
import type { QueuedMessage, TickOptions } from './TickHost.ts';

const nothing: ReadonlySet<string> = new Set();

export function restraintOf(
  { board, permits, votedOn }: Pick<TickOptions, 'board' | 'permits' | 'votedOn'>,
  messages: readonly QueuedMessage[],
): Restraint | null {
  const limits = permits?.(board) ?? null;
  const voted = votedOn?.(board) ?? nothing;
  if (limits === null && voted.size === 0) return null;
  return { permits: limits, voted, holds: (index) => messages[index]?.connection.person.role !== 'facilitator' };
}
