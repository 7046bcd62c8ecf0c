/** What the pages need, built once in main.tsx and handed down. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Api } from '#client/connection/api/Api.ts';
import type { VisitedBoards } from '#client/connection/device/VisitedBoards.ts';
import type { LateLoading, LateParts } from './LateLoading.ts';
import type { Preferences } from './Preferences.ts';

export interface Services {
  readonly api: Api;
  readonly visited: VisitedBoards;
  readonly preferences: Preferences;
  /** What the board page loads after its canvas. */
  readonly late: LateLoading;
  /** Unexpected faults of the page. */
  readonly report: (fault: unknown) => void;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('the page has no services');
  return services;
}

/** What comes after the canvas; null until it is there. */
export function useLateParts(): LateParts | null {
  const { late } = useServices();
  return useSyncExternalStore(late.subscribe, late.parts);
}
