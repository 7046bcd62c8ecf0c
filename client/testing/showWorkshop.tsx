/**
 * Shows parts of the workshop for tests over a real workshop: commands are carried out by the same rules as on the server, and
 * come back as its messages. Only the line between is left out.
 */
import { act, type ReactNode } from 'react';
import * as v from 'valibot';
import { systemClock } from '#client/connection/systemClock.ts';
import { Workshop } from '#client/connection/sync/Workshop.ts';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import { showPanel, type ShowOptions, type ShownPanel } from './showPanel.tsx';
import { WorkshopContext } from '#client/facilitation/WorkshopContext.ts';
import { applyCommand, type CommandContext } from '#shared/workshop/applyCommand.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { emptyWorkshop, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { PersonId } from '#shared/wire/ids.ts';

const id = (n: number) => v.parse(PersonId, `person${String(n).padStart(10, '0')}`);

/** People of the tests. */
export const cast = {
  maya: { id: id(1), name: 'Maya Okafor', role: 'facilitator' },
  jordan: { id: id(2), name: 'Jordan Tate', role: 'participant' },
  amina: { id: id(3), name: 'Amina Reyes', role: 'participant' },
  olga: { id: id(4), name: 'Olga Lind', role: 'observer' },
} as const satisfies Record<string, CommandContext['person']>;

export type Someone = (typeof cast)[keyof typeof cast];

/** Everybody as the people on the board, seen by one of them. */
export function peopleFor(me: Someone): readonly PersonHere[] {
  return Object.values(cast).map((one) => ({ ...one, color: '#225588', state: 'here', isMe: one.id === me.id }));
}

export interface WorkshopOptions extends ShowOptions {
  /** was chosen before */
  readonly agenda?: WorkshopState['agenda'];
}

export interface ShownWorkshop extends ShownPanel {
  readonly state: () => WorkshopState;
  /** Somebody asks the server for something. */
  readonly asks: (who: Someone, command: WorkshopCommand) => void;
  /** The server tells of its activities. */
  readonly activities: (...activities: readonly SealedActivity[]) => void;
  /** What stands in live regions now. */
  readonly spokenNow: () => readonly string[];
  readonly button: (name: string | RegExp) => HTMLButtonElement | undefined;
}

export async function showWorkshop(
  me: Someone,
  part: ReactNode,
  options: WorkshopOptions = {},
): Promise<ShownWorkshop> {
  const workshop = new Workshop(systemClock);
  const { agenda = [], ...rest } = options;
  let state: WorkshopState = { ...emptyWorkshop, agenda };
  workshop.receive({ type: 'session', now: Date.now(), session: state });
  const asks = (who: Someone, command: WorkshopCommand): void => {
    const next = applyCommand(state, command, { person: who, nowMs: Date.now() });
    if (typeof next === 'string') throw new Error(next);
    state = next;
    act(() => workshop.receive({ type: 'session', now: Date.now(), session: state }));
  };
  const panel = await showPanel(
    <WorkshopContext
      value={{
        workshop,
        me: me.id,
        role: me.role,
        ask: async (command) => {
          asks(me, command);
          return null;
        },
        sealed: null,
        showRefusal: () => {},
      }}
    >
      {part}
    </WorkshopContext>,
    {
      isFacilitator: me.role === 'facilitator',
      ...rest,
      board: { person: me.id, role: me.role, people: peopleFor(me), workshop, ...rest.board },
    },
  );
  const nameOf = (button: HTMLButtonElement): string =>
    button.getAttribute('aria-label') ?? (button.textContent ?? '').trim();
  return {
    ...panel,
    state: () => state,
    asks,
    activities: (...activities) =>
      act(() => workshop.receive({ type: 'rounds', now: Date.now(), rounds: [...activities] })),
    spokenNow: () => [...panel.place.querySelectorAll('[role="status"]')].map((one) => one.textContent ?? ''),
    button: (name) =>
      [...panel.place.querySelectorAll('button')].find((one) =>
        typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one)),
      ),
  };
}
