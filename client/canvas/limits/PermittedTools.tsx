/** The tools of a toolbar with which this person may make something just now. */
import { use, type ReactNode } from 'react';
import { PermitsContext } from '#client/map/PermitsContext.ts';
import { toolRefusal } from './toolRefusal.ts';

export interface ToolOffer {
  readonly tool: string;
  readonly item: ReactNode;
}

export function PermittedTools({ tools }: { readonly tools: readonly ToolOffer[] }) {
  const permits = use(PermitsContext);
  return tools.flatMap(({ tool, item }) => (toolRefusal(permits, tool) === null ? [item] : []));
}
