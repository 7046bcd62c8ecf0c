/** Facilitators' notes and the clocks of activities, over the real server: sockets, HTTP, SQLite. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { notedSheets } from '#shared/testing/english.ts';
import type { OpenActivity } from '#shared/wire/SealedRequest.ts';
import { stepActivityId } from '#shared/wire/StepActivity.ts';
import type { BoardCreated, NotesNow, WorkshopNow } from '#shared/wire/http.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { splitNotes } from '#shared/workshop/agendaNotes.ts';
import { timeLeft } from '#shared/workshop/timer.ts';
import { newSealedId as newId } from '#server/door/secrets/randomText.ts';
import { textsInside } from '#server/export/testing/textsInside.ts';
import { callApi } from '#server/testing/callApi.ts';
import { openBoard } from '#server/testing/openBoard.ts';
import { SealedPerson } from '#server/testing/SealedPerson.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

const limits = { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000, sealedPerMinute: 100_000 };
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ limits });
});
afterAll(() => server.stop());

const secret = 'Ask the quokka keepers first; they were promised the budget.';
const { agenda } = splitNotes(notedSheets[0]?.steps ?? []);
const notes = { n2: secret, n4: 'Break the tables up.' };

interface Room {
  readonly board: BoardCreated;
  readonly alma: SealedPerson;
  readonly ben: SealedPerson;
  readonly others: readonly SealedPerson[];
}

async function room(): Promise<Room> {
  const board = await openBoard(server);
  const enter = async (role: 'facilitator' | 'participant' | 'observer', name: string) =>
    (await SealedPerson.join(server, board, role, name)).listen();
  const [alma, ben] = [await enter('facilitator', 'Alma'), await enter('facilitator', 'Ben')];
  return { board, alma, ben, others: [await enter('participant', 'Cora'), await enter('observer', 'Dilan')] };
}

const leaveAll = ({ alma, ben, others }: Room) => [alma, ben, ...others].forEach((one) => one.leave());

async function lead({ board }: Room, who: SealedPerson, command: WorkshopCommand) {
  const json = { id: newId(), command };
  return callApi<{ version: number }>(server, 'POST', `/api/boards/${board.id}/session`, { secret: who.seat, json });
}
const notesFor = ({ board }: Room, { seat }: SealedPerson) =>
  callApi<NotesNow>(server, 'GET', `/api/boards/${board.id}/session/notes`, { secret: seat });
const now = async ({ board, alma }: Room) =>
  (await callApi<WorkshopNow>(server, 'GET', `/api/boards/${board.id}/session`, { secret: alma.seat })).body;

const takenBytes = async ({ board }: Room, { seat }: SealedPerson, path: string): Promise<Uint8Array> => {
  const address = `${server.origin}/api/boards/${board.id}/${path}`;
  const response = await fetch(address, { headers: { authorization: `Bearer ${seat}` } });
  return new Uint8Array(await response.arrayBuffer());
};
const taken = async (...what: Parameters<typeof takenBytes>): Promise<string> =>
  Buffer.from(await takenBytes(...what)).toString('utf8');

describe('notes of facilitators', () => {
  it('[SESSION-17] all facilitators read them, with the version of the agenda they belong to', async () => {
    const people = await room();
    await lead(people, people.alma, { do: 'setAgenda', agenda, notes, from: 0 });
    expect((await notesFor(people, people.ben)).body).toEqual({ agendaVersion: 1, notes });
    // only notes changed: it is another version, so that the others read them again
    await lead(people, people.ben, { do: 'setAgenda', agenda, notes: { n2: 'Shorter.' }, from: 1 });
    expect((await notesFor(people, people.alma)).body).toEqual({ agendaVersion: 2, notes: { n2: 'Shorter.' } });
    expect((await lead(people, people.alma, { do: 'setAgenda', agenda, notes, from: 1 })).code).toBe('agenda-moved');
    // an agenda that says nothing of notes keeps those of the steps that stay
    await lead(people, people.alma, { do: 'setAgenda', agenda: agenda.slice(0, 3), from: 2 });
    expect((await notesFor(people, people.alma)).body.notes).toEqual({ n2: 'Shorter.' });
    leaveAll(people);
  });

  it('[SESSION-17] nothing of them reaches anybody else: no message, no answer, no log line, and not the document', async () => {
    const people = await room();
    const { alma, others } = people;
    await lead(people, alma, { do: 'setAgenda', agenda, notes, from: 0 });
    await lead(people, alma, { do: 'goToStep', step: 'n2' });
    await lead(people, alma, { do: 'nextStep' });
    for (const who of others) {
      expect((await notesFor(people, who)).code).toBe('role-refused');
      expect((await notesFor(people, who)).body).not.toHaveProperty('notes');
      for (const path of ['session', 'rounds', 'record', 'snapshots'])
        expect(await taken(people, who, path)).not.toContain('quokka');
      await vi.waitFor(() =>
        expect(who.messages.filter(({ type }) => type === 'session').at(-1)).toMatchObject({ session: { step: 'n3' } }),
      );
      expect(who.heard).not.toContain('quokka');
      expect(JSON.stringify(who.doc.toJSON())).not.toContain('quokka');
    }
    // not to facilitators over the socket, either
    expect(alma.heard).not.toContain('quokka');
    expect(server.logLines.join('')).not.toContain('quokka');
    leaveAll(people);
  });

  it('[SESSION-17] nor are they in what anybody takes home', async () => {
    const people = await room();
    const { alma, others } = people;
    await lead(people, alma, { do: 'setAgenda', agenda, notes, from: 0 });
    await lead(people, alma, { do: 'goToStep', step: 'n2' });
    await lead(people, alma, { do: 'endWorkshop' });
    for (const file of ['participants.md', 'record.csv'])
      expect(await taken(people, others[0] ?? alma, `export/${file}`), file).not.toContain('quokka');
    const inside = await textsInside('pack.zip', await takenBytes(people, alma, 'export/pack.zip?internal=1'));
    const steps = inside.filter(({ text }) => text.includes(agenda[1]?.title ?? 'none'));
    // what stands beside them is found in Word, in the board's file and in a PDF, so they would be, too
    for (const part of ['board.json', 'word/document.xml'])
      expect(
        steps.some(({ path }) => path.endsWith(part)),
        part,
      ).toBe(true);
    for (const { path, text } of inside) expect(text, path).not.toContain('quokka');
    leaveAll(people);
  }, 60_000);

  it('[SESSION-17] who is no facilitator any more reads none, and writes none', async () => {
    const people = await room();
    const { board, alma, ben } = people;
    await lead(people, ben, { do: 'setAgenda', agenda, notes, from: 0 });
    const json = { role: 'participant', from: 'facilitator' };
    await callApi(server, 'PATCH', `/api/boards/${board.id}/people/${ben.id}`, { secret: alma.seat, json });
    expect((await notesFor(people, ben)).code).toBe('role-refused');
    expect((await lead(people, ben, { do: 'setAgenda', agenda, notes: {}, from: 1 })).code).toBe('role-refused');
    expect((await notesFor(people, alma)).body.notes).toEqual(notes);
    leaveAll(people);
  });

  it('[SESSION-17] are on disk with the agenda: a server that starts again has both', async () => {
    const people = await room();
    await lead(people, people.alma, { do: 'setAgenda', agenda, notes, from: 0 });
    const stored = await server.store.readWorkshop(people.board.id);
    expect(JSON.parse(stored ?? '')).toMatchObject({ notes, session: { agendaVersion: 1 } });
    expect(JSON.stringify((JSON.parse(stored ?? '') as { session: unknown }).session)).not.toContain('quokka');
    leaveAll(people);
  });
});

describe('the activity of a step', () => {
  const open = (startedAt: number, minutes: number): OpenActivity => ({
    kind: 'ideas',
    id: stepActivityId('ideas', startedAt),
    step: 'n3',
    minutes,
    prompt: 'Who helps?',
    named: true,
    target: { kind: 'sheet' },
  });

  it('[SESSION-16] has its clock with the same press, for everybody, and the step’s clock is there again with its end', async () => {
    const people = await room();
    const { alma, ben } = people;
    await lead(people, alma, { do: 'setAgenda', agenda, from: 0 });
    await lead(people, alma, { do: 'goToStep', step: 'n3' });
    const before = (await now(people)).session;
    const round = open(before.stepStartedAt ?? 0, 5);
    // two facilitators press at once: one activity begins, and nobody is refused
    expect(await Promise.all([alma.tries('POST', '', round), ben.tries('POST', '', round)])).toEqual([204, 204]);
    const during = (await now(people)).session;
    expect(during).toMatchObject({
      stepClock: { activity: round.id, timer: before.timer },
      timer: { totalMs: 300_000 },
    });
    expect((await alma.state()).rounds).toMatchObject([{ id: round.id, step: 'n3', status: 'open' }]);
    await alma.tries('PUT', `/${round.id}/end`, { to: 'revealed' });
    const { now: at, session } = await now(people);
    expect(session).toMatchObject({ stepClock: null, timer: before.timer });
    expect(timeLeft(session.timer ?? { totalMs: 0, endsAt: null, leftMs: 0 }, at)).toBeGreaterThan(11 * 60_000);
    for (const who of [alma, ben])
      await vi.waitFor(() =>
        expect(who.messages.filter(({ type }) => type === 'session').at(-1)).toMatchObject({
          session: { stepClock: null },
        }),
      );
    leaveAll(people);
  });

  it('[SESSION-16] without minutes leaves the clock alone; one that is discarded gives it back, too', async () => {
    const people = await room();
    const { alma } = people;
    await lead(people, alma, { do: 'setAgenda', agenda, from: 0 });
    await lead(people, alma, { do: 'goToStep', step: 'n3' });
    const { version, stepStartedAt } = (await now(people)).session;
    const quiet = { ...open(stepStartedAt ?? 0, 0), id: newId() };
    expect(await alma.tries('POST', '', quiet)).toBe(204);
    await alma.tries('PUT', `/${quiet.id}/end`, { to: 'discarded' });
    expect((await now(people)).session.version).toBe(version);
    const round = open(stepStartedAt ?? 0, 5);
    await alma.tries('POST', '', round);
    await alma.tries('PUT', `/${round.id}/end`, { to: 'discarded' });
    expect((await now(people)).session).toMatchObject({ version: version + 2, stepClock: null });
    for (const wrong of [{ minutes: -1 }, { minutes: 601 }, { minutes: 1.5 }, { step: 'No step' }])
      expect(await alma.tries('POST', '', { ...open(1, 5), ...wrong })).toBe('invalid-body');
    leaveAll(people);
  });
});
