/** Whoever takes several seats, or removes the others, does not read what one person answered. Over the real server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMap } from '#shared/board/mapDocument.ts';
import type { OpenActivity, PulseAnswers } from '#shared/wire/SealedRequest.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { type BoardCreated, deviceHeader, type Joined } from '#shared/wire/http.ts';
import { newSealedId as newId } from '#server/door/secrets/randomText.ts';
import { callApi } from '#server/testing/callApi.ts';
import { keyOf, openBoard } from '#server/testing/openBoard.ts';
import { SealedPerson } from '#server/testing/SealedPerson.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

const limits = { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000, sealedPerMinute: 100_000 };
/** Counts of open rounds come once a second. */
const soon = { timeout: 5_000 };
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ limits });
});
afterAll(() => server.stop());

const pulse = (): OpenActivity => ({ kind: 'pulse', id: newId(), abstain: true });
const vote = (): OpenActivity => ({
  kind: 'vote',
  id: newId(),
  question: 'Which?',
  options: ['Schools', 'Housing'].map((label, n) => ({ id: `o${n}`, label, ref: null })),
  dots: 3,
  cap: 3,
  abstain: true,
});
const ideas = (named = false): OpenActivity => ({
  kind: 'ideas',
  id: newId(),
  prompt: 'Who is missing?',
  named,
  target: { kind: 'sheet' },
});
const all = (value: number): PulseAnswers => ({
  reliability: value,
  truth: value,
  ability: value,
  strength: value,
  safe_to_disagree: value,
  clear_rules: value,
});

interface Table {
  readonly board: BoardCreated;
  readonly alma: SealedPerson;
  /** participants who are there before anything begins */
  readonly people: readonly SealedPerson[];
  open(round: OpenActivity): Promise<string>;
  join(count: number): Promise<readonly SealedPerson[]>;
  /** By one browser. */
  joinByDevice(count: number): Promise<readonly SealedPerson[]>;
  remove(...people: readonly SealedPerson[]): Promise<void>;
  end(round: string, to: string, evenIfFew?: boolean): Promise<string | number>;
  told(round: string): Promise<SealedActivity | undefined>;
}

async function table(count: number): Promise<Table> {
  const board = await openBoard(server);
  const alma = await SealedPerson.join(server, board, 'facilitator', 'Alma');
  const join: Table['join'] = (some) =>
    Promise.all(Array.from({ length: some }, (_, n) => SealedPerson.join(server, board, 'participant', `Person ${n}`)));
  return {
    board,
    alma,
    people: await join(count),
    join,
    async open(round) {
      expect(await alma.tries('POST', '', round)).toBe(204);
      return round.id;
    },
    async joinByDevice(some) {
      const device = newId() + newId();
      const seats: SealedPerson[] = [];
      for (let n = 0; n < some; n += 1) {
        const json = { key: keyOf(board.links.participant), name: `Device ${n}` };
        const headers = { [deviceHeader]: device };
        const { body } = await callApi<Joined>(server, 'POST', `/api/boards/${board.id}/join`, { json, headers });
        seats.push(SealedPerson.seated(server, board, body));
      }
      return seats;
    },
    async remove(...some) {
      for (const { id } of some)
        await callApi(server, 'DELETE', `/api/boards/${board.id}/people/${id}`, { secret: alma.seat });
    },
    end: (round, to, evenIfFew = false) => alma.tries('PUT', `/${round}/end`, { to, evenIfFew }),
    async told(round) {
      return (await alma.state()).rounds.find(({ id }) => id === round);
    },
  };
}

const answer = (who: SealedPerson, round: string, value: number) =>
  who.tries('PUT', `/${round}/answer`, { answers: all(value) });
const cast = (who: SealedPerson, round: string) =>
  who.tries('PUT', `/${round}/ballot`, { change: newId(), by: { o0: 1 } });
const write = (who: SealedPerson, round: string) =>
  who.tries('PUT', `/${round}/ideas/${newId()}`, { change: newId(), text: 'zebra', from: 0 });

describe('one honest person among puppets', () => {
  it('[SEALED-22] who joins after a pulse began counts in its result, and not toward its minimum', async () => {
    const t = await table(1);
    const round = await t.open(pulse());
    for (const who of [...t.people, ...(await t.join(6))]) expect(await answer(who, round, 3)).toBe(200);
    await expect.poll(() => t.told(round), soon).toMatchObject({ responded: 7, counted: 1, minimum: 5 });
    await t.end(round, 'closed');
    expect(await t.told(round)).toMatchObject({ status: 'closed', responded: 7, counts: null });
    const looker = await (await SealedPerson.join(server, t.board, 'observer', 'Olga')).listen();
    await expect.poll(() => readMap(looker.doc).trust_pulses).toMatchObject([{ responded: 7, items: {} }]);
    looker.leave();

    const five = await table(5);
    const second = await five.open(pulse());
    const [late] = await five.join(1);
    for (const who of five.people) await answer(who, second, 3);
    if (late) await answer(late, second, 5);
    await five.end(second, 'closed');
    expect(await five.told(second)).toMatchObject({ responded: 6, counted: 5, counts: { truth: [0, 0, 5, 0, 1] } });
  });

  it('[SEALED-22] several seats of one device count as one, wherever a device comes in between', async () => {
    const t = await table(1);
    const seats = await t.joinByDevice(4);
    const round = await t.open(pulse());
    for (const who of [...t.people, ...seats]) await answer(who, round, 3);
    await expect.poll(() => t.told(round), soon).toMatchObject({ responded: 5, counted: 2 });
    await t.end(round, 'closed');
    expect(await t.told(round)).toMatchObject({ counts: null });
  });

  it('[SEALED-22] the same for ballots and for ideas without names', async () => {
    const t = await table(2);
    const [ballot, round] = [await t.open(vote()), await t.open(ideas())];
    for (const who of [...t.people, ...(await t.join(3))]) {
      expect(await cast(who, ballot)).toBe(200);
      expect(await write(who, round)).toBe(200);
    }
    await expect.poll(() => t.told(ballot), soon).toMatchObject({ cast: 5, counted: 2 });
    await t.end(ballot, 'closed');
    expect(await t.told(ballot)).toMatchObject({ cast: 5, totals: null });
    await expect.poll(() => t.told(round), soon).toMatchObject({ writers: 5, counted: 2 });
    expect(await t.end(round, 'revealed')).toBe('few-writers');
    expect(await t.end(round, 'revealed', true)).toBe(204);
  });

  it('[SEALED-22] nobody is told who counts, and it is forgotten with the end', async () => {
    const t = await table(5);
    const round = await t.open(pulse());
    const late = await t.join(1);
    for (const who of late) await answer(who, round, 3);
    const listener = await (await SealedPerson.join(server, t.board, 'participant', 'Lea')).listen();
    await expect.poll(() => listener.told(round), soon).toMatchObject({ responded: 1, counted: 0 });
    expect(listener.heard).not.toContain('"early"');
    listener.leave();
    await t.end(round, 'discarded');
    expect((await server.store.listActivities(t.board.id)).at(-1)?.content).not.toContain('early');
  });
});

describe('a facilitator who removes people meanwhile', () => {
  it('[SEALED-23] of a pulse all but one: nothing is shown', async () => {
    const t = await table(6);
    const round = await t.open(pulse());
    for (const who of t.people) await answer(who, round, 4);
    await expect.poll(() => t.told(round), soon).toMatchObject({ counted: 6 });
    await t.remove(...t.people.slice(1));
    await t.end(round, 'closed');
    expect(await t.told(round)).toMatchObject({ responded: 1, counted: 1, minimum: 5, counts: null });
  });

  it('[SEALED-23] of those who wrote ideas: what is left is not shown, not after the warning either', async () => {
    const t = await table(4);
    const round = await t.open(ideas());
    for (const who of t.people) await write(who, round);
    await t.remove(...t.people.slice(0, 1));
    await expect.poll(() => t.told(round), soon).toMatchObject({ writers: 3, counted: 3 });
    await t.remove(...t.people.slice(1, 3));
    for (const evenIfFew of [false, true]) expect(await t.end(round, 'revealed', evenIfFew)).toBe('writers-removed');
    expect(await t.told(round)).toMatchObject({ status: 'open' });
    expect(await t.end(round, 'discarded')).toBe(204);

    // with names everybody knew from the beginning
    const named = await t.open(ideas(true));
    for (const who of t.people.slice(3)) await write(who, named);
    expect(await t.end(named, 'revealed')).toBe(204);
  });
});
