/** The workshop beside the canvas: whoever leads it has a panel of their own, everybody else takes part. */
import type { ReactNode } from 'react';
import { mayDo } from '#shared/wire/roles.ts';
import { FacilitatorPanel } from './cockpit/FacilitatorPanel.tsx';
import { TakePart } from './takePart/TakePart.tsx';
import { useWorkshop } from './WorkshopContext.ts';

export interface WorkshopPanelProps {
  /** Ways to begin private ideas, a vote, a pulse. */
  readonly starters?: ReactNode;
  /** What is asked of the organization of whoever takes part. */
  readonly yours?: ReactNode;
  /** What is left to do at its end. */
  readonly after?: ReactNode;
}

export function WorkshopPanel({ starters, yours, after }: WorkshopPanelProps) {
  const { role } = useWorkshop();
  if (mayDo(role, 'administer')) return <FacilitatorPanel starters={starters} after={after} />;
  return <TakePart yours={yours} after={after} />;
}
