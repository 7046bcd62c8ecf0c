/** The running workshop for everything on the board page: what it is, who I am in it, and how to ask for a change. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { Workshop } from '#client/connection/sync/Workshop.ts';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { OwnActivities } from './activities/OwnActivities.ts';
import type { ReadNotes } from './agenda/FacilitatorNotes.ts';

export interface WorkshopServices {
  readonly workshop: Workshop;
  /** my person id */
  readonly me: string;
  readonly role: Role;
  /** Asks the server; a refusal was shown to the person when the answer is not null. */
  readonly ask: (command: WorkshopCommand) => Promise<Failure | null>;
  /** What I wrote in private activities; null until the parts that come after the canvas are there. */
  readonly sealed: OwnActivities | null;
  /** Notes of facilitators; null for everybody else, and until the parts that come after the canvas are there. */
  readonly notes: ReadNotes | null;
  /** Shows the sentence of a refusal. */
  readonly showRefusal: (code: Failure) => void;
}

export const WorkshopContext = createContext<WorkshopServices | null>(null);

export function useWorkshop(): WorkshopServices {
  const services = useContext(WorkshopContext);
  if (services === null) throw new Error('there is no workshop around this component');
  return services;
}

export function useWorkshopState(): WorkshopState {
  const { workshop } = useWorkshop();
  return useSyncExternalStore(workshop.subscribe, workshop.view).state;
}

export function useActivities(): readonly SealedActivity[] {
  const { workshop } = useWorkshop();
  return useSyncExternalStore(workshop.subscribe, workshop.view).activities;
}

/**
 * The server's time. While `isRunning` the component is drawn anew each second, at whole seconds from `endsAt`, so that a
 * clock changes on all screens at once and ends when it ends.
 */
export function useServerNow(isRunning: boolean, endsAt = 0): number {
  const { workshop } = useWorkshop();
  const [, setSeenAt] = useState(0);
  useEffect(() => {
    if (!isRunning) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const time = workshop.now();
      setSeenAt(time);
      const past = (((time - endsAt) % 1_000) + 1_000) % 1_000;
      timer = setTimeout(look, 1_000 - past);
    };
    look();
    return () => clearTimeout(timer);
  }, [workshop, isRunning, endsAt]);
  // not the second of the last drawing: a message may just have changed what is left
  return workshop.now();
}
