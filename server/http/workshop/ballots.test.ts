/** Private ideas, votes and pulses over the real server: sockets, HTTP, SQLite. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { readMap } from '#shared/board/mapDocument.ts';
import { type OpenActivity, type PulseAnswers } from '#shared/wire/SealedRequest.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { newSealedId as newId } from '#server/door/secrets/randomText.ts';
import { HonestClient } from '#server/testing/hostile/HonestClient.ts';
import { openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { SealedPerson } from '#server/testing/SealedPerson.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

const limits = { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000, sealedPerMinute: 100_000 };
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ limits });
});
afterAll(() => server.stop());

interface Room {
  readonly board: BoardCreated;
  readonly a: SealedPerson;
  readonly b: SealedPerson;
  readonly c: SealedPerson;
  readonly d: SealedPerson;
}

async function room(on = server): Promise<Room> {
  const board = await openBoard(on);
  const enter = async (role: 'facilitator' | 'participant', name: string) =>
    (await SealedPerson.join(on, board, role, name)).listen();
  const [a, b] = [await enter('facilitator', 'Alma'), await enter('participant', 'Boris')];
  return { board, a, b, c: await enter('participant', 'Cora'), d: await enter('participant', 'Dilan') };
}

const leaveAll = ({ a, b, c, d }: Room) => [a, b, c, d].forEach((one) => one.leave());

const ideas = (change: object = {}): OpenActivity => ({
  kind: 'ideas',
  id: newId(),
  prompt: 'Who is missing?',
  named: false,
  target: { kind: 'sheet' },
  ...change,
});
const vote = (change: object = {}): OpenActivity => ({
  kind: 'vote',
  id: newId(),
  question: 'Which are essential?',
  options: ['Schools', 'Housing', 'Transport'].map((label, n) => ({ id: `o${n}`, label, ref: null })),
  dots: 3,
  cap: 2,
  ...change,
});
const answers = (value: number): PulseAnswers => ({
  reliability: value,
  truth: value,
  ability: value,
  strength: value,
  safe_to_disagree: value,
  clear_rules: value,
});

const put = (who: SealedPerson, round: string, text: string, idea = newId(), from = 0, change = newId()) =>
  who.tries('PUT', `/${round}/ideas/${idea}`, { change, text, from });
const cast = (who: SealedPerson, round: string, by: object, change = newId()) =>
  who.tries('PUT', `/${round}/ballot`, { change, by });
const end = (who: SealedPerson, round: string, to: string, more: object = {}) =>
  who.tries('PUT', `/${round}/end`, { to, ...more });

describe('votes', () => {
  it('[SEALED-5] nobody hears of a dot before the close, and all hear the same totals after it', async () => {
    const people = await room();
    const { board, a, b, c, d } = people;
    const round = vote();
    expect(await a.tries('POST', '', round)).toBe(204);
    const before = c.heard.length;
    expect(await cast(b, round.id, { o0: 2, o1: 1 })).toBe(200);
    expect(await cast(c, round.id, { o1: 2 })).toBe(200);
    expect(await cast(b, round.id, { o0: -1, o1: -1, o2: 2 })).toBe(200);
    expect(await cast(d, round.id, { o1: 1 })).toBe(200);
    await vi.waitFor(() => expect(c.told(round.id)).toMatchObject({ cast: 3, invited: 4, totals: null }), 3_000);
    expect((await b.mine(round.id))?.dots).toEqual({ o0: 1, o2: 2 });
    expect(a.heard).not.toMatch(/"o2":2/);
    expect((await server.store.listActivities(board.id)).at(-1)?.content).not.toMatch(/totals":\[/);
    expect(c.heard.slice(before)).not.toMatch(/totals":\[/);
    expect(await end(a, round.id, 'closed')).toBe(204);
    for (const who of [a, b, c, d])
      await vi.waitFor(() =>
        expect(who.told(round.id)).toMatchObject({ status: 'closed', totals: [1, 3, 2], cast: 3 }),
      );
    expect((await b.state()).mine).toEqual([]);
    leaveAll(people);
  });

  it('[SEALED-4] over budget, over the cap, for unknown options, after the close: refused, and nothing changes', async () => {
    const people = await room();
    const { a, b, c, d } = people;
    const round = vote();
    await a.tries('POST', '', round);
    await cast(b, round.id, { o0: 2, o1: 1 });
    expect(await cast(b, round.id, { o1: 1 })).toBe('vote-over-budget');
    expect(await cast(b, round.id, { o0: 1, o1: -1 })).toBe('vote-over-cap');
    expect(await cast(b, round.id, { o9: 1 })).toBe('vote-unknown-option');
    for (const dots of [{ o0: -21 }, { o0: 1.5 }, { o0: '1' }, { __proto__x: 1 }, { o0: 1e9 }])
      expect(await cast(b, round.id, dots), JSON.stringify(dots)).toBe('invalid-body');
    expect(await b.tries('PUT', `/${round.id}/ballot`, { change: newId(), by: { o0: -1 }, person: c.id })).toBe(
      'invalid-body',
    );
    expect((await b.mine(round.id))?.dots).toEqual({ o0: 2, o1: 1 });
    await cast(c, round.id, { o0: 1 });
    await cast(d, round.id, { o0: 1 });
    // three screens of one person at once: only one of these fits beside the dot that is there
    await Promise.all([cast(d, round.id, { o1: 2 }), cast(d, round.id, { o2: 2 }), cast(d, round.id, { o1: 2 })]);
    await end(a, round.id, 'closed');
    expect(await cast(b, round.id, { o2: 2 })).toBe('round-ended');
    const closed = (await b.state()).rounds.find(({ id }) => id === round.id);
    expect(closed).toMatchObject({ cast: 3 });
    const totals = closed?.kind === 'vote' ? closed.totals : null;
    expect(totals?.reduce((sum, count) => sum + count, 0)).toBe(7);
    expect(await end(a, round.id, 'closed')).toBe(204);
    expect(await end(a, round.id, 'discarded')).toBe('round-ended');
    leaveAll(people);
  });

  it('[SEALED-7] fewer than three ballots are never shown, abstaining facilitators are not in the turnout', async () => {
    const people = await room();
    const { a, b, c } = people;
    const round = vote({ abstain: true });
    await a.tries('POST', '', round);
    expect(await cast(a, round.id, { o0: 1 })).toBe('abstaining');
    await vi.waitFor(() => expect(c.told(round.id)).toMatchObject({ invited: 3 }), 3_000);
    expect(await b.tries('PUT', `/${round.id}/abstention`, { abstain: true })).toBe('role-refused');
    await cast(b, round.id, { o0: 1 });
    await cast(c, round.id, { o0: 1 });
    await end(a, round.id, 'closed');
    await vi.waitFor(() => expect(c.told(round.id)).toMatchObject({ status: 'closed', cast: 2, totals: null }));
    const again = vote();
    await a.tries('POST', '', again);
    expect(await a.tries('PUT', `/${again.id}/abstention`, { abstain: true })).toBe(200);
    expect(await a.tries('PUT', `/${again.id}/abstention`, { abstain: false })).toBe(200);
    expect(await cast(a, again.id, { o0: 1 })).toBe(200);
    leaveAll(people);
  });

  it('[SHEET-8] what is voted on keeps its words until the close, for facilitators, too, and by hand', async () => {
    const people = await room();
    const { board, a, b, c } = people;
    const asked = ideas();
    await a.tries('POST', '', asked);
    for (const who of [a, b, c]) await put(who, asked.id, 'a thing to do');
    await end(a, asked.id, 'revealed');
    await vi.waitFor(() => expect(readMap(a.doc).ideas).toHaveLength(3));
    const options = readMap(a.doc).ideas.map(({ id }, n) => ({ id: `o${n}`, label: `S${n}`, ref: `map:ideas/${id}` }));
    const hand = new HonestClient(async () => ({
      url: `${server.wsOrigin}/${board.id}`,
      protocols: ['roundtable', await ticketFor(server, board, a.seat)],
    }));
    await hand.connect();
    await vi.waitFor(() => expect(readMap(hand.doc).ideas).toHaveLength(3));
    const write = (text: string): void => {
      const first = hand.doc
        .getMap<Y.Map<Y.Map<Y.Text>>>('map')
        .get('ideas')
        ?.get(readMap(hand.doc).ideas[0]?.id ?? '');
      first?.get('text')?.insert(0, text);
    };
    const undone = () => hand.messages.flatMap((one) => (one.type === 'undone' ? [one.reason] : []));
    const chosen = vote({ options });
    expect(await a.tries('POST', '', chosen)).toBe(204);
    write('not ');
    await vi.waitFor(() => expect(undone()).toEqual(['voting']));
    expect(await end(a, chosen.id, 'closed')).toBe(204);
    write('only ');
    await vi.waitFor(() => expect(readMap(c.doc).ideas[0]?.text).toBe('only a thing to do'));
    expect(undone()).toEqual(['voting']);
    await hand.leave();
    leaveAll(people);
  });

  it('[SHEET-7] totals of ideas and groups stand at them, of interests with the vote alone', async () => {
    const people = await room();
    const { a, b, c } = people;
    const asked = ideas();
    await a.tries('POST', '', asked);
    for (const who of [a, b, c]) await put(who, asked.id, 'a thing to do');
    expect(await end(a, asked.id, 'revealed')).toBe(204);
    await vi.waitFor(() => expect(readMap(a.doc).ideas).toHaveLength(3));
    const [first, second] = readMap(a.doc).ideas;
    const refs = [`map:ideas/${first?.id}`, `map:ideas/${second?.id}`, 'map:interests/growth'];
    const options = refs.map((ref, n) => ({ id: `o${n}`, label: `S${n}`, ref }));
    expect(await a.tries('POST', '', vote({ options: [...options, { ...options[0], id: 'o9' }] }))).toBe(
      'invalid-body',
    );
    const chosen = vote({ options });
    expect(await a.tries('POST', '', chosen)).toBe(204);
    for (const who of [a, b, c]) expect(await cast(who, chosen.id, { o0: 2, o2: 1 })).toBe(200);
    expect(await end(a, chosen.id, 'closed')).toBe(204);
    await vi.waitFor(() => expect(readMap(c.doc).ideas.map(({ votes }) => votes)).toEqual([6, 0, null]));
    await vi.waitFor(() => expect(c.told(chosen.id)).toMatchObject({ totals: [6, 0, 3] }));
    leaveAll(people);
  });

  it('[SEALED-6] totals of options that are stage notes are written into these notes', async () => {
    const people = await room();
    const { a, b, c, d } = people;
    const target = { kind: 'stage', stage: 'solution_finding', iteration: '' };
    const first = ideas({ target });
    await a.tries('POST', '', first);
    for (const who of [b, c, d]) await put(who, first.id, 'solution');
    await end(a, first.id, 'revealed');
    await vi.waitFor(() => expect(readMap(a.doc).notes).toHaveLength(3));
    const options = readMap(a.doc).notes.map(({ id }, n) => ({ id: `o${n}`, label: `S${n}`, ref: `map:notes/${id}` }));
    const round = vote({ options, dots: 2 });
    await a.tries('POST', '', round);
    for (const who of [b, c, d]) await cast(who, round.id, { o0: 2 });
    await end(a, round.id, 'closed');
    await vi.waitFor(() => expect(readMap(c.doc).notes.map(({ votes }) => votes)).toEqual([6, 0, 0]));
    leaveAll(people);
  });

  it('[SEALED-4] a vote that cannot be is refused: too few or too many options, two of one id, more cap than dots', async () => {
    const people = await room();
    const { a } = people;
    const option = (n: number) => ({ id: `o${n}`, label: `Option ${n}`, ref: null });
    for (const change of [
      { options: [option(1)] },
      { options: Array.from({ length: 41 }, (_, n) => option(n)) },
      { options: [option(1), option(1)] },
      { dots: 0 },
      { dots: 2, cap: 3 },
      { question: ' ' },
      { surprise: 1 },
    ])
      expect(await a.tries('POST', '', vote(change)), JSON.stringify(change)).toBe('invalid-body');
    expect((await a.state()).rounds).toEqual([]);
    leaveAll(people);
  });
});

describe('several screens of one person', () => {
  /** The same seat a second time, as on a phone. */
  const phoneOf = (who: SealedPerson): Promise<SealedPerson> => who.again().listen();
  const heardMine = (who: SealedPerson) => who.messages.filter(({ type }) => type === 'mine');

  it('[SEALED-1] a dot that one screen puts is added to those of the other, which hears of it; nobody else does', async () => {
    const people = await room();
    const { a, b, c } = people;
    const phone = await phoneOf(b);
    const round = vote();
    await a.tries('POST', '', round);
    expect(await cast(b, round.id, { o0: 2 })).toBe(200);
    expect(await cast(phone, round.id, { o1: 1 })).toBe(200);
    expect((await b.mine(round.id))?.dots).toEqual({ o0: 2, o1: 1 });
    await vi.waitFor(() => expect(heardMine(phone).at(-1)).toMatchObject({ round: round.id, version: 2 }));
    await vi.waitFor(() => expect(heardMine(b)).toHaveLength(2));
    for (const screen of [b, phone]) expect(JSON.stringify(heardMine(screen))).not.toMatch(/o0|o1/);
    await c.state();
    expect([...heardMine(a), ...heardMine(c)]).toEqual([]);
    // one too many is refused, and the dots stay
    expect(await cast(phone, round.id, { o2: 1 })).toBe('vote-over-budget');
    expect((await phone.mine(round.id))?.dots).toEqual({ o0: 2, o1: 1 });
    phone.leave();
    leaveAll(people);
  });

  it('[SEALED-4] a change that comes a second time is as once, also when another screen changed something in between', async () => {
    const people = await room();
    const { a, b } = people;
    const round = vote();
    await a.tries('POST', '', round);
    const again = newId();
    await cast(b, round.id, { o0: 1 }, again);
    await cast(b, round.id, { o1: 1 });
    expect(await cast(b, round.id, { o0: 1 }, again)).toBe(200);
    expect(await b.mine(round.id)).toMatchObject({ dots: { o0: 1, o1: 1 }, version: 2 });
    // taken off on both screens: there are no fewer than none
    await cast(b, round.id, { o0: -1 });
    await cast(b, round.id, { o0: -1, o2: 1 });
    expect((await b.mine(round.id))?.dots).toEqual({ o1: 1, o2: 1 });
    leaveAll(people);
  });

  it('[SEALED-1] an idea is changed and taken away from the version that was read, never over a newer one', async () => {
    const people = await room();
    const { a, b } = people;
    const round = ideas();
    await a.tries('POST', '', round);
    const [idea, change] = [newId(), newId()];
    await put(b, round.id, 'buses', idea, 0, change);
    expect(await put(b, round.id, 'buses at night', idea, 1)).toBe(200);
    expect(await put(b, round.id, 'trams', idea, 1)).toBe('idea-moved');
    expect(await b.tries('DELETE', `/${round.id}/ideas/${idea}?from=1`)).toBe('idea-moved');
    expect(await put(b, round.id, 'buses', idea, 0, change)).toBe(200);
    expect((await b.mine(round.id))?.ideas).toEqual([{ id: idea, text: 'buses at night', version: 2 }]);
    expect(await b.tries('DELETE', `/${round.id}/ideas/${idea}`)).toBe('invalid-body');
    expect(await b.tries('DELETE', `/${round.id}/ideas/${idea}?from=2`)).toBe(200);
    expect(await put(b, round.id, 'trams', idea, 2)).toBe('idea-moved');
    leaveAll(people);
  });

  it('[SEALED-8] an answered pulse is answered on all screens', async () => {
    const people = await room();
    const { a, b } = people;
    const phone = await phoneOf(b);
    const round: OpenActivity = { kind: 'pulse', id: newId() };
    await a.tries('POST', '', round);
    await b.tries('PUT', `/${round.id}/answer`, { answers: answers(4) });
    await vi.waitFor(() => expect(heardMine(phone)).toHaveLength(1));
    expect(await phone.mine(round.id)).toMatchObject({ answered: true });
    phone.leave();
    leaveAll(people);
  });
});

describe('the trust pulse', () => {
  it('[SEALED-8] is answered once, and its counts become a pulse of the map when enough answered', async () => {
    const people = await room();
    const { board, a, b, c, d } = people;
    const e = await SealedPerson.join(server, board, 'participant', 'Emil');
    const round: OpenActivity = { kind: 'pulse', id: newId() };
    expect(await a.tries('POST', '', round)).toBe(204);
    for (const [index, who] of [a, b, c, d, e].entries())
      expect(await who.tries('PUT', `/${round.id}/answer`, { answers: answers(index + 1) })).toBe(200);
    expect(await b.tries('PUT', `/${round.id}/answer`, { answers: answers(5) })).toBe('answered-already');
    expect(await b.mine(round.id)).toMatchObject({ answered: true });
    expect(JSON.stringify(await b.state())).not.toContain('"reliability"');
    expect(await b.tries('PUT', `/${round.id}/answer`, { answers: { ...answers(1), truth: 6 } })).toBe('invalid-body');
    await end(a, round.id, 'closed');
    const one = [1, 1, 1, 1, 1];
    await vi.waitFor(() => expect(c.told(round.id)).toMatchObject({ status: 'closed', responded: 5, minimum: 5 }));
    expect(c.told(round.id)).toMatchObject({ counts: { truth: one, clear_rules: one } });
    await vi.waitFor(() => expect(readMap(c.doc).trust_pulses).toHaveLength(1));
    expect(readMap(c.doc).trust_pulses[0]).toMatchObject({ responded: 5, invited: 5, items: { reliability: one } });
    leaveAll(people);
  });

  it('[SEALED-8] of too few is never shown nor stored, only that it was asked', async () => {
    const people = await room();
    const { board, a, b, c, d } = people;
    const round: OpenActivity = { kind: 'pulse', id: newId(), abstain: true };
    await a.tries('POST', '', round);
    for (const who of [b, c, d]) await who.tries('PUT', `/${round.id}/answer`, { answers: answers(1) });
    await end(a, round.id, 'closed');
    await vi.waitFor(() => expect(c.told(round.id)).toMatchObject({ status: 'closed', responded: 3, counts: null }));
    await vi.waitFor(() => expect(readMap(c.doc).trust_pulses).toHaveLength(1));
    expect(readMap(c.doc).trust_pulses[0]).toMatchObject({ responded: 3, invited: 3, items: {} });
    const [stored] = await server.store.listActivities(board.id);
    expect(stored?.content).toContain('"counts":null');
    expect(stored?.due).toBeNull();
    leaveAll(people);
  });
});
