/** An open board without a line, for tests of what stands on its page: the parts that the test does not give are empty. */
import * as Y from 'yjs';
import type { OpenBoard } from '#client/board/BoardContext.ts';
import type { LookControl } from '#client/board/LookControl.ts';
import { Screen, type ScreenState } from '#client/board/Screen.ts';
import type { Answer } from '#client/connection/api/Api.ts';
import { SeatApi } from '#client/connection/api/SeatApi.ts';
import type { BoardConnection } from '#client/connection/BoardConnection.ts';
import type { BoardView } from '#client/connection/BoardView.ts';
import type { PersonHere } from '#client/connection/sync/PeopleHere.ts';
import { Workshop } from '#client/connection/sync/Workshop.ts';
import { systemClock } from '#client/connection/systemClock.ts';
import { noMarks } from '#client/map/MarksContext.ts';
import { Emitter } from '#client/state/Emitter.ts';
import type { ComesFor } from '#shared/wire/people.ts';
import type { Role } from '#shared/wire/roles.ts';

export interface BoardGiven {
  readonly id?: string;
  readonly person?: string;
  readonly role?: Role;
  readonly view?: Partial<BoardView>;
  readonly people?: readonly PersonHere[];
  readonly workshop?: Pick<Workshop, 'onMessage' | 'now'>;
  /** Whatever else is asked is a fault of the test. */
  readonly server?: Partial<SeatApi>;
  /** whom this person came for; the server has not told it yet, where the test does not say */
  readonly comesFor?: ComesFor;
  readonly sayOrganization?: (organization: string | null) => Promise<Answer<ComesFor>>;
  readonly screen?: Partial<ScreenState>;
  readonly origin?: string;
}

export function openBoardFor(given: BoardGiven = {}): OpenBoard {
  const { id = 'abcdefghijklmnop', person = 'person', role = 'facilitator', people = [] } = given;
  const changed = new Emitter();
  let view: BoardView = {
    doc: new Y.Doc(),
    line: { kind: 'live', saving: false, savedAt: null },
    isReady: true,
    mayEdit: true,
    title: 'Board',
    role,
    me: null,
    notices: [],
    ...given.view,
  };
  const connection = {
    view: () => view,
    subscribe: changed.on,
    dismiss: (notice: number) => {
      view = { ...view, notices: view.notices.filter((one) => one.id !== notice) };
      changed.tell();
    },
    people: { list: () => people, onList: () => () => {} },
    workshop: given.workshop ?? new Workshop(systemClock),
  } as unknown as BoardConnection;
  const look: LookControl = {
    looked: null,
    live: view.doc,
    look: async () => null,
    load: async () => 'fault',
    marks: noMarks,
    mark: () => {},
  };
  const screen = new Screen();
  screen.change(given.screen ?? {});
  const ask: SeatApi['ask'] = (path, schema, how) => {
    if (path === '/comes-for') {
      const { organization } = (how?.body ?? {}) as { readonly organization?: string | null };
      if (organization !== undefined) return given.sayOrganization?.(organization) as never;
      const { comesFor } = given;
      return (comesFor === undefined ? new Promise(() => {}) : Promise.resolve({ ok: true, value: comesFor })) as never;
    }
    if (!given.server?.ask) throw new Error(`the test did not say what the server answers to ${path}`);
    return given.server.ask(path, schema, how);
  };
  // a real one answers for itself
  const server = given.server instanceof SeatApi ? given.server : ({ ...given.server, ask } as SeatApi);
  return { id, person, server, connection, screen, look, origin: given.origin ?? 'https://board.example.org' };
}
