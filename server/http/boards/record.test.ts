/** The record of what rounds gave, over the real server: what comes into it, what never does, and its way into files and back. */
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenActivity } from '#shared/wire/SealedRequest.ts';
import type { BoardRecord } from '#shared/record/BoardRecord.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { newSealedId as newId } from '#server/door/secrets/randomText.ts';
import { textsInside } from '#server/export/testing/textsInside.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinAs, openBoard } from '#server/testing/openBoard.ts';
import { SealedPerson } from '#server/testing/SealedPerson.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ limits: { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000 } });
});
afterAll(() => server.stop());

const ideas = (prompt: string, named = false): OpenActivity => ({
  kind: 'ideas',
  id: newId(),
  prompt,
  named,
  target: { kind: 'sheet' },
});
const vote = (question: string): OpenActivity => ({
  kind: 'vote',
  id: newId(),
  question,
  options: ['Rooms', 'Buses'].map((label, n) => ({ id: `o${n}`, label, ref: null })),
  dots: 2,
  cap: 2,
});

const cast = (who: SealedPerson, round: string, by: object) =>
  who.tries('PUT', `/${round}/ballot`, { change: newId(), by });

class Room {
  readonly board: BoardCreated;
  readonly people: readonly SealedPerson[];
  /** ids under which people sent their ideas */
  readonly sent: string[] = [];

  constructor(board: BoardCreated, people: readonly SealedPerson[]) {
    this.board = board;
    this.people = people;
  }

  static async open(): Promise<Room> {
    const board = await openBoard(server);
    const roles = { Almaz: 'facilitator', Borislav: 'participant', Corazon: 'participant' } as const;
    const people: SealedPerson[] = [];
    for (const [name, role] of Object.entries(roles)) people.push(await SealedPerson.join(server, board, role, name));
    return new Room(board, people);
  }

  async run(
    round: OpenActivity,
    to: string,
    part: (who: SealedPerson, index: number) => Promise<unknown>,
  ): Promise<void> {
    const [lead] = this.people;
    if (lead === undefined) throw new Error('nobody');
    expect(await lead.tries('POST', '', round)).toBe(204);
    for (const [index, who] of this.people.entries()) await part(who, index);
    expect(await lead.tries('PUT', `/${round.id}/end`, { to, evenIfFew: true, day: '2026-05-04' })).toBe(204);
  }

  write(round: OpenActivity, text: (index: number) => string | null) {
    return async (who: SealedPerson, index: number) => {
      const words = text(index);
      if (words === null) return;
      const id = newId();
      this.sent.push(id);
      expect(await who.tries('PUT', `/${round.id}/ideas/${id}`, { change: newId(), text: words, from: 0 })).toBe(200);
    };
  }

  async record(): Promise<BoardRecord['entries']> {
    const { seat } = await joinAs(server, this.board, 'observer', 'Olga');
    const { body } = await callApi<BoardRecord>(server, 'GET', `/api/boards/${this.board.id}/record`, { secret: seat });
    return body.entries;
  }

  async take(file: string): Promise<Uint8Array> {
    const { seat } = await joinAs(server, this.board, 'facilitator', 'Fay');
    const answer = await fetch(`${server.origin}/api/boards/${this.board.id}/export/${file}`, {
      headers: { authorization: `Bearer ${seat}` },
    });
    expect(answer.status, file).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

describe('the record of a board', () => {
  it('[RECORD-1] [RECORD-2] gets what was shown to everybody, and nobody and nothing else', async () => {
    const room = await Room.open();
    const asked = ideas('Who is missing?');
    await room.run(
      asked,
      'revealed',
      room.write(asked, (index) => `idea ${index}`),
    );
    const named = ideas('Who will help?', true);
    await room.run(
      named,
      'revealed',
      room.write(named, (index) => (index < 2 ? `help ${index}` : null)),
    );
    const discarded = ideas('What did not work?');
    await room.run(
      discarded,
      'discarded',
      room.write(discarded, () => 'never shown'),
    );
    const empty = ideas('Anything else?');
    await room.run(empty, 'revealed', async () => {});
    const chosen = vote('Which first?');
    await room.run(chosen, 'closed', (who, index) => cast(who, chosen.id, index === 0 ? { o0: 2 } : { o0: 1, o1: 1 }));
    const few = vote('Who leads?');
    await room.run(few, 'closed', async (who, index) => {
      if (index < 2) expect(await cast(who, few.id, { o0: 1 })).toBe(200);
    });

    const entries = await room.record();
    expect(entries.map(({ id }) => id)).toEqual([asked.id, named.id, chosen.id]);
    const [first, second, third] = entries.map(({ content }) => content);
    expect(first).toMatchObject({ kind: 'ideas', question: 'Who is missing?', writers: 3 });
    expect(first?.kind === 'ideas' && first.texts.toSorted()).toEqual(['idea 0', 'idea 1', 'idea 2']);
    // two writers: how many is not told, and the announced name is not in it
    expect(second).toMatchObject({ kind: 'ideas', writers: null });
    expect(third).toEqual({
      kind: 'vote',
      question: 'Which first?',
      options: ['Rooms', 'Buses'],
      totals: [4, 2],
      dots: 2,
      cast: 3,
      invited: 3,
    });
    const stored = JSON.stringify(await server.store.listRecord(room.board.id));
    const secrets = [...room.sent, ...room.people.map(({ id }) => id), 'Almaz', 'Borislav', 'Corazon'];
    for (const secret of [...secrets, 'never shown', 'Who leads?']) expect(stored).not.toContain(secret);

    // and in no file of the pack that shows it, though the sheet has the announced names
    const files = unzipSync(await room.take('pack.zip'));
    const texts = ['tables/record.csv', 'reports/participants.md', 'reports/funders.md', 'board.json'].map((path) =>
      new TextDecoder().decode(files[path]),
    );
    for (const text of texts) {
      expect(text).toContain('Which first?');
      for (const secret of [...secrets, 'never shown', 'Who leads?']) expect(text).not.toContain(secret);
    }
    for (const { path, text } of await textsInside('pack.zip', await room.take('pack.zip')))
      for (const secret of [...room.sent, 'never shown', 'Who leads?']) expect(text, path).not.toContain(secret);
    expect(texts[0]).toContain('help 1');
    expect(texts[1]).toContain('help 1');
    expect(texts[2]).not.toContain('help 1');
    for (const who of room.people) who.leave();
  }, 60_000);

  it('[RECORD-3] [BOARDFILE-2] goes home in the board file and comes back with it', async () => {
    const room = await Room.open();
    const asked = ideas('Who is missing?');
    await room.run(
      asked,
      'revealed',
      room.write(asked, (index) => `idea ${index}`),
    );
    const bytes = await room.take('board.json');
    const made = await callApi<BoardCreated>(server, 'POST', '/api/boards/import?title=Again', { bytes });
    expect(made.status).toBe(201);
    const again = new Room(made.body, room.people);
    expect(await again.record()).toEqual(await room.record());
    const recordOf = (file: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(file)).record;
    expect(recordOf(await again.take('board.json'))).toEqual(recordOf(bytes));
    const packed = unzipSync(await room.take('pack.zip'))['board.json'];
    expect(recordOf(packed ?? new Uint8Array())).toEqual(recordOf(bytes));
    for (const who of room.people) who.leave();
  }, 60_000);

  it('[RECORD-3] nobody without a seat reads it', async () => {
    const room = await Room.open();
    expect((await callApi(server, 'GET', `/api/boards/${room.board.id}/record`, { secret: 'nobody' })).status).toBe(
      401,
    );
    for (const who of room.people) who.leave();
  });
});
