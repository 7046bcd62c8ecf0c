/** The running workshop for everything on the board page: what it is, who I am in it, and how to ask for a change. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Failure } from '#client/connection/Api.ts';
import type { Workshop } from '#client/connection/Workshop.ts';
import type { Session } from '#shared/session/Session.ts';
import type { SessionCommand } from '#shared/session/SessionCommand.ts';
import type { SealedRound } from '#shared/session/SealedRound.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { SealedDesk } from './rounds/SealedDesk.ts';

export interface WorkshopServices {
  readonly workshop: Workshop;
  readonly board: string;
  readonly seat: string;
  /** my person id */
  readonly me: string;
  readonly role: Role;
  /** Asks the server; a refusal was shown to the person when the answer is not null. */
  readonly ask: (command: SessionCommand) => Promise<Failure | null>;
  /** What I wrote in private rounds; null until the parts that come after the canvas are there. */
  readonly sealed: SealedDesk | null;
  /** Shows the sentence of a refusal. */
  readonly showRefusal: (code: Failure) => void;
}

export const WorkshopContext = createContext<WorkshopServices | null>(null);

export function useWorkshop(): WorkshopServices {
  const services = useContext(WorkshopContext);
  if (services === null) throw new Error('there is no workshop around this component');
  return services;
}

export function useSession(): Session {
  const { workshop } = useWorkshop();
  return useSyncExternalStore(workshop.subscribe, workshop.view).session;
}

export function useRounds(): readonly SealedRound[] {
  const { workshop } = useWorkshop();
  return useSyncExternalStore(workshop.subscribe, workshop.view).rounds;
}

/** The server's time, anew at every full second of it while `isRunning`. */
export function useServerNow(isRunning: boolean): number {
  const { workshop } = useWorkshop();
  const [now, setNow] = useState(workshop.now);
  useEffect(() => {
    if (!isRunning) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const time = workshop.now();
      setNow(time);
      timer = setTimeout(look, 1_000 - (time % 1_000));
    };
    look();
    return () => clearTimeout(timer);
  }, [workshop, isRunning]);
  return now;
}
