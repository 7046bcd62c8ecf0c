/** Tells when a step begins, so that everybody gets what it shows. */
import { useEffect, useRef } from 'react';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';

/** Runs when another step begins, and once for whoever comes into a running one: as soon as there is something to show it on. */
export function useStepBegin(isReady: boolean, onBegin: (step: Step) => void): void {
  const { agenda, step, stepStartedAt } = useWorkshopState();
  const running = agenda.find((one) => one.id === step);
  const latest = useRef(onBegin);
  const begun = useRef<string | null>(null);
  useEffect(() => {
    latest.current = onBegin;
  });
  useEffect(() => {
    const key = running === undefined ? null : `${running.id} ${stepStartedAt}`;
    if (!isReady || key === begun.current) return;
    begun.current = key;
    if (running !== undefined) latest.current(running);
  }, [isReady, running, stepStartedAt]);
}
