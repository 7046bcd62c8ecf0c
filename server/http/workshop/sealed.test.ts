/** Private ideas, votes and pulses over the real server: sockets, HTTP, SQLite. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readMap } from '#shared/board/mapDocument.ts';
import { readRecord } from '#shared/board/record.ts';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import { sealedLimits, type OpenActivity, type PulseAnswers } from '#shared/wire/SealedRequest.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { newSealedId as newId } from '#server/door/secrets/randomText.ts';
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
  target: { kind: 'notes', page: 'page:page', x: 0, y: 0 },
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

function notesOf(who: SealedPerson): string[] {
  return [...who.doc.getMap('canvas').entries()].flatMap(([id, entry]) => {
    const read = readRecord(id, entry);
    return read.ok && read.record['type'] === 'note' ? [JSON.stringify(read.record)] : [];
  });
}

describe('private ideas', () => {
  it('[SEALED-2] nobody else hears a character of them before the reveal, and everybody reads them after it', async () => {
    const people = await room();
    const { a, b, c, d } = people;
    const round = ideas();
    expect(await a.tries('POST', '', round)).toBe(204);
    const texts = ['zebra crossings', 'quokka school', 'yacht of the mayor'];
    for (const [index, who] of [b, c, d].entries()) expect(await put(who, round.id, texts[index] ?? '')).toBe(200);
    await vi.waitFor(() => expect(a.told(round.id)).toMatchObject({ ideas: 3, writers: 3, status: 'open' }), 3_000);
    expect(await put(b, round.id, texts[0] ?? '')).toBe(200);
    for (const who of [a, c, d]) await who.state();
    const others = a.heard + c.heard + d.heard;
    expect(others).not.toMatch(/zebra/);
    expect(a.heard + b.heard + d.heard).not.toMatch(/quokka/);
    expect((await b.mine(round.id))?.ideas.map(({ text }) => text)).toEqual([texts[0], texts[0]]);

    expect(await end(a, round.id, 'revealed')).toBe(204);
    await vi.waitFor(() => expect(notesOf(c)).toHaveLength(4));
    for (const text of texts) expect(notesOf(c).join()).toContain(text);
    await vi.waitFor(() => expect(c.told(round.id)).toMatchObject({ status: 'revealed', ideas: 4 }));
    expect((await b.state()).mine).toEqual([]);
    leaveAll(people);
  });

  it('[SEALED-2] own ideas are there after a reload and on a second device, and can be changed and taken away', async () => {
    const people = await room();
    const { a, b } = people;
    const round = ideas();
    await a.tries('POST', '', round);
    const [one, two] = [newId(), newId()];
    await put(b, round.id, 'first', one);
    await put(b, round.id, 'second', two);
    expect(await put(b, round.id, 'first, better', one, 1)).toBe(200);
    expect((await b.mine(round.id))?.ideas).toEqual([
      { id: one, text: 'first, better', version: 2 },
      { id: two, text: 'second', version: 1 },
    ]);
    expect(await b.tries('DELETE', `/${round.id}/ideas/${two}?from=1`)).toBe(200);
    expect(await b.tries('DELETE', `/${round.id}/ideas/${two}?from=1`)).toBe(200);
    expect((await b.mine(round.id))?.ideas.map(({ id }) => id)).toEqual([one]);
    expect((await a.mine(round.id))?.ideas).toEqual([]);
    leaveAll(people);
  });

  it('[SEALED-6] become notes of the stage, anonymous or with the announced name, in an order of their own', async () => {
    const people = await room();
    const { a, b, c } = people;
    const target = { kind: 'stage', stage: 'interpreting_hypothesizing', iteration: '' };
    const hidden = ideas({ target });
    await a.tries('POST', '', hidden);
    for (const who of [a, b, c]) await put(who, hidden.id, `of one, line 1\nline 2`);
    expect(await end(a, hidden.id, 'revealed')).toBe(204);
    const named = ideas({ target, named: true });
    expect(await a.tries('POST', '', named)).toBe(204);
    await put(b, named.id, 'mine');
    expect(await end(a, named.id, 'revealed')).toBe(204);
    await vi.waitFor(() => expect(readMap(c.doc).notes).toHaveLength(4));
    const map = readMap(c.doc);
    expect(map.iterations).toHaveLength(1);
    expect(map.notes.map(({ text }) => text)).toEqual([...Array(3).fill('of one, line 1\nline 2'), 'mine\n— Boris']);
    expect(map.notes.every(({ stage, iteration }) => stage === target.stage && iteration === 1)).toBe(true);
    leaveAll(people);
  });

  it('[SEALED-7] of one or two people are revealed only after a warning; a discarded round shows nothing', async () => {
    const people = await room();
    const { a, b, c } = people;
    const round = ideas();
    await a.tries('POST', '', round);
    await put(b, round.id, 'a lonely idea');
    expect(await end(a, round.id, 'revealed')).toBe('few-writers');
    expect((await b.mine(round.id))?.ideas).toHaveLength(1);
    expect(await end(a, round.id, 'revealed', { evenIfFew: true })).toBe(204);
    await vi.waitFor(() => expect(notesOf(c)).toHaveLength(1));
    const gone = ideas();
    await a.tries('POST', '', gone);
    await put(b, gone.id, 'never seen');
    expect(await end(a, gone.id, 'discarded')).toBe(204);
    await vi.waitFor(() => expect(c.told(gone.id)).toMatchObject({ status: 'discarded', ideas: 1 }));
    expect(notesOf(c)).toHaveLength(1);
    expect(c.heard + a.heard).not.toContain('never seen');
    leaveAll(people);
  });

  it('[SEALED-4] too long, too many, of nothing or of 1 MB are refused with a sentence and change nothing', async () => {
    const people = await room();
    const { a, b, c } = people;
    const round = ideas();
    await a.tries('POST', '', round);
    expect(await put(b, round.id, 'x'.repeat(1_001))).toBe('idea-too-long');
    expect(await put(b, round.id, 'x'.repeat(1_000_000))).toBe('too-large');
    expect(await put(b, round.id, ' \u202e\n ')).toBe('invalid-body');
    const idea = { change: newId(), text: 'x', from: 0 };
    expect(await b.tries('PUT', `/${round.id}/ideas/..%2Fx`, idea)).toBe('invalid-body');
    expect(await b.tries('PUT', `/${round.id}/ideas/${newId()}`, { ...idea, person: a.id })).toBe('invalid-body');
    expect((await b.mine(round.id))?.ideas).toEqual([]);
    for (let n = 0; n < sealedLimits.maxIdeasPerPerson; n++) await put(b, round.id, `idea ${n}`);
    expect(await put(b, round.id, 'one more')).toBe('too-many-ideas');
    expect((await b.mine(round.id))?.ideas).toHaveLength(sealedLimits.maxIdeasPerPerson);
    expect(await put(c, round.id, 'still taken')).toBe(200);
    expect(await put(b, newId(), 'nowhere')).toBe('round-unknown');
    await end(a, round.id, 'discarded');
    expect(await put(b, round.id, 'late')).toBe('round-ended');
    leaveAll(people);
  });
});

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
      { options: Array.from({ length: 13 }, (_, n) => option(n)) },
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

describe('rounds', () => {
  it('[SEALED-4] are opened and ended by facilitators only, observers take no part, and nobody comes in with another seat', async () => {
    const people = await room();
    const { board, a, b } = people;
    const o = await SealedPerson.join(server, board, 'observer', 'Olga');
    expect(await b.tries('POST', '', ideas())).toBe('role-refused');
    expect(await o.tries('POST', '', ideas())).toBe('role-refused');
    const round = ideas();
    await a.tries('POST', '', round);
    expect(await end(b, round.id, 'revealed')).toBe('role-refused');
    expect(await put(o, round.id, 'from outside')).toBe('edit-refused');
    expect((await o.state()).rounds).toHaveLength(1);
    const other = await room();
    const path = `/api/boards/${board.id}/rounds/${round.id}/ideas/${newId()}`;
    const json = { change: newId(), text: 'x', from: 0 };
    expect((await callApi(server, 'PUT', path, { secret: other.b.seat, json })).code).toBe('seat-ended');
    expect((await callApi(server, 'PUT', path, { json })).code).toBe('seat-ended');
    expect(await put(other.b, round.id, 'x')).toBe('round-unknown');
    expect(await cast(b, round.id, {})).toBe('round-unknown');
    expect(await end(a, round.id, 'closed')).toBe('invalid-body');
    leaveAll(people);
    leaveAll(other);
  });

  it('[SEALED-4] one of each kind is open at a time, and the same request twice opens one', async () => {
    const people = await room();
    const { a } = people;
    const first = ideas();
    const [x, y] = await Promise.all([a.tries('POST', '', first), a.tries('POST', '', first)]);
    expect([x, y]).toEqual([204, 204]);
    expect(await a.tries('POST', '', ideas())).toBe('round-open');
    expect(await a.tries('POST', '', vote())).toBe(204);
    await end(a, first.id, 'discarded');
    expect(await a.tries('POST', '', first)).toBe(204);
    expect((await a.state()).rounds.map(({ status }) => status)).toEqual(['discarded', 'open']);
    leaveAll(people);
  });

  it('[SEALED-4] a flood of one person is slowed down, and others go on', async () => {
    const slow = await startServer({ limits: { ...limits, sealedPerMinute: 20 }, clock: new ManualClock() });
    const board = await openBoard(slow);
    const a = await SealedPerson.join(slow, board, 'facilitator', 'Alma');
    const b = await SealedPerson.join(slow, board, 'participant', 'Boris');
    const round = ideas();
    expect(await a.tries('POST', '', round)).toBe(204);
    const tries = await Promise.all(Array.from({ length: 40 }, (_, n) => put(b, round.id, `flood ${n}`)));
    expect(tries.filter((one) => one === 200)).toHaveLength(20);
    expect(tries.filter((one) => one === 'too-fast')).toHaveLength(20);
    expect(await put(a, round.id, 'calm')).toBe(200);
    await slow.stop();
  });

  it('[SEALED-3] of somebody who was removed nothing is counted, and a co-facilitator ends what another began', async () => {
    const people = await room();
    const { board, a, b, c, d } = people;
    const round = vote();
    const second = await SealedPerson.join(server, board, 'facilitator', 'Fay');
    await a.tries('POST', '', round);
    for (const who of [b, c, d, second]) await cast(who, round.id, { o0: 1 });
    a.leave();
    expect(
      (await callApi(server, 'DELETE', `/api/boards/${board.id}/people/${d.id}`, { secret: second.seat })).status,
    ).toBe(204);
    expect(await cast(d, round.id, { o0: 1 })).toBe('removed');
    expect(await end(second, round.id, 'closed')).toBe(204);
    await vi.waitFor(() => expect(c.told(round.id)).toMatchObject({ totals: [3, 0, 0], cast: 3 }));
    leaveAll(people);
  });

  it('[SEALED-9] counts come at most once a second, whatever happens in between', async () => {
    const people = await room();
    const { a, b, c } = people;
    const round = ideas();
    await a.tries('POST', '', round);
    await vi.waitFor(() => expect(c.told(round.id)).toBeDefined());
    const before = c.messages.length;
    for (let n = 0; n < 20; n++) await put(b, round.id, `idea ${n}`);
    await vi.waitFor(() => expect(c.told(round.id)).toMatchObject({ ideas: 20 }), 3_000);
    expect(c.messages.slice(before).filter(({ type }) => type === 'rounds').length).toBeLessThanOrEqual(2);
    leaveAll(people);
  });

  it('[SEALED-10] no log line holds a text, a dot or who wrote', async () => {
    const people = await room();
    const { a, b } = people;
    const round = ideas();
    await a.tries('POST', '', round);
    const idea = newId();
    await put(b, round.id, 'unmistakable words', idea);
    await end(a, round.id, 'revealed', { evenIfFew: true });
    const log = server.logLines.join('');
    expect(log).not.toContain('unmistakable');
    expect(log).not.toContain(idea);
    expect(log).not.toContain(b.id);
    expect(log).not.toContain(round.id);
    leaveAll(people);
  });
});
