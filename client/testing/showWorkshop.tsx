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
import type { OwnActivities } from '#client/facilitation/activities/OwnActivities.ts';
import type { ReadNotes } from '#client/facilitation/agenda/FacilitatorNotes.ts';
import { notesOf } from '#shared/workshop/agendaNotes.ts';
import { applyCommand, type CommandContext } from '#shared/workshop/applyCommand.ts';
import type { NotesNow } from '#shared/wire/http.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { type AgendaNotes, emptyWorkshop, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
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

/** A server on which no agendas are kept. */
const keptNowhere = { ask: async () => ({ ok: true, value: { agendas: [] } }) as never };

/** Everybody as the people on the board, seen by one of them. */
export function peopleFor(me: Someone): readonly PersonHere[] {
  return Object.values(cast).map((one) => ({ ...one, color: '#225588', state: 'here', isMe: one.id === me.id }));
}

export interface WorkshopOptions extends ShowOptions {
  /** was chosen before */
  readonly agenda?: WorkshopState['agenda'];
  /** of facilitators, as the server has them */
  readonly notes?: AgendaNotes;
  /** what goes to the server about sealed activities */
  readonly sealed?: OwnActivities;
}

export interface ShownWorkshop extends ShownPanel {
  readonly state: () => WorkshopState;
  /** Notes of facilitators as the server has them. */
  readonly notes: () => AgendaNotes;
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
  const { agenda = [], notes: first = {}, sealed = null, ...rest } = options;
  let kept: AgendaNotes = first;
  let answered: NotesNow = { agendaVersion: 0, notes: kept };
  let state: WorkshopState = { ...emptyWorkshop, agenda };
  workshop.receive({ type: 'session', now: Date.now(), session: state });
  const asks = (who: Someone, command: WorkshopCommand): void => {
    // as the server reads it: what is no command is none
    const read = v.parse(WorkshopCommand, command);
    const next = applyCommand(state, read, { person: who, nowMs: Date.now(), notes: kept });
    if (typeof next === 'string') throw new Error(next);
    if (read.do === 'setAgenda') kept = notesOf(next.agenda, read.notes, kept);
    state = next;
    if (read.do === 'setAgenda') answered = { agendaVersion: state.agendaVersion, notes: kept };
    act(() => workshop.receive({ type: 'session', now: Date.now(), session: state }));
  };
  const notes: ReadNotes | null =
    me.role === 'facilitator'
      ? {
          view: () => answered,
          subscribe: workshop.subscribe,
          of: (version) => (answered.agendaVersion === version ? answered.notes : null),
        }
      : null;
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
        sealed,
        notes,
        showRefusal: () => {},
      }}
    >
      {part}
    </WorkshopContext>,
    {
      isFacilitator: me.role === 'facilitator',
      ...rest,
      board: { person: me.id, role: me.role, people: peopleFor(me), workshop, server: keptNowhere, ...rest.board },
    },
  );
  const nameOf = (button: HTMLButtonElement): string =>
    button.getAttribute('aria-label') ?? (button.textContent ?? '').trim();
  return {
    ...panel,
    state: () => state,
    notes: () => kept,
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
