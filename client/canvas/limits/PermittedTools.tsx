/** The tools of a toolbar that the running step includes. */
import { use, type ReactNode } from 'react';
import type { Permits } from '#shared/workshop/permits.ts';
import { PermitsContext } from './PermitsContext.ts';
import { toolGroup } from './toolGroup.ts';

export interface ToolOffer {
  readonly tool: string;
  readonly item: ReactNode;
}

export function PermittedTools({ tools }: { readonly tools: readonly ToolOffer[] }) {
  const permits = use(PermitsContext);
  return tools.flatMap(({ tool, item }) => (mayTake(permits, tool) ? [item] : []));
}

function mayTake(permits: Permits | null, tool: string): boolean {
  const group = toolGroup(tool);
  if (permits === null || group === null) return true;
  return !permits.lockedAll && (permits.tools === null || permits.tools.has(group));
}
