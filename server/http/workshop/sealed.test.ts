/** Private ideas, votes and pulses over the real server: sockets, HTTP, SQLite. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readMap } from '#shared/board/mapDocument.ts';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import { sealedLimits, type OpenActivity } from '#shared/wire/SealedRequest.ts';
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

const put = (who: SealedPerson, round: string, text: string, idea = newId(), from = 0, change = newId()) =>
  who.tries('PUT', `/${round}/ideas/${idea}`, { change, text, from });
const cast = (who: SealedPerson, round: string, by: object, change = newId()) =>
  who.tries('PUT', `/${round}/ballot`, { change, by });
const end = (who: SealedPerson, round: string, to: string, more: object = {}) =>
  who.tries('PUT', `/${round}/end`, { to, ...more });

const ideasOf = (who: SealedPerson): string[] => readMap(who.doc).ideas.map(({ text }) => text);

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
    await vi.waitFor(() => expect(ideasOf(c)).toHaveLength(4));
    for (const text of texts) expect(ideasOf(c)).toContain(text);
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
    await vi.waitFor(() => expect(ideasOf(c)).toHaveLength(1));
    const gone = ideas();
    await a.tries('POST', '', gone);
    await put(b, gone.id, 'never seen');
    expect(await end(a, gone.id, 'discarded')).toBe(204);
    await vi.waitFor(() => expect(c.told(gone.id)).toMatchObject({ status: 'discarded', ideas: 1 }));
    expect(ideasOf(c)).toHaveLength(1);
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
