/** Texts as they come in over HTTP: cleaned, never blank, and people told apart. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardCreated, Door, Joined } from '#shared/wire/http.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinAs, keyOf, openBoard } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let board: BoardCreated;

beforeEach(async () => {
  server = await startServer();
  board = await openBoard(server);
});
afterEach(() => server.stop());

const at = (rest: string) => `/api/boards/${board.id}${rest}`;
const join = (name: string, organization?: string) =>
  callApi<Joined>(server, 'POST', at('/join'), {
    json: { key: keyOf(board.links.participant), name, ...(organization !== undefined && { organization }) },
  });
const blank = [
  '',
  '  ',
  '\u00ad',
  '\u200d\u2060',
  '\u3164',
  '\u2800',
  '\u061c\u180e',
  '\u{e0041}\u{e007f}',
  '\u202e \u202c',
];

describe('names of people', () => {
  it.each(blank)('[TEXT-2] [HTTP-5] a blank one (%j) is refused, also as an organization', async (name) => {
    expect((await join(name)).code).toBe('invalid-body');
    expect((await join('Ana', name)).code).toBe('invalid-body');
  });

  it('[TEXT-1] [HTTP-5] come in as what is seen, two cases at the limit', async () => {
    const { body } = await join('\u202eA\u00adna\u3164\u202c ', '\u2067Tenants\u200b Union');
    expect(body.person.name).toBe('Ana');
    const door = await callApi<Door>(server, 'GET', at('/door'), { secret: keyOf(board.links.participant) });
    expect(door.body.organizations).toEqual(['Tenants Union']);
    expect((await join('x'.repeat(60))).status).toBe(201);
    expect((await join('y'.repeat(61))).code).toBe('invalid-body');
    expect((await join(`z${'\u00ad'.repeat(200)}`)).status).toBe(201);
  });

  it('[DOOR-32] a second one of a name, or one that looks like it, is told apart; a removed one leaves it free', async () => {
    const names = ['Ana', 'Ana', 'Аnа', 'ANA', 'Anna'];
    const joined: Joined[] = [];
    for (const name of names) joined.push((await join(name)).body);
    expect(joined.map(({ person }) => person.name)).toEqual(['Ana', 'Ana (2)', 'Аnа (3)', 'ANA (4)', 'Anna']);
    const fay = await joinAs(server, board, 'facilitator', 'Fay');
    for (const { person } of joined.slice(0, 4))
      await callApi(server, 'DELETE', at(`/people/${person.id}`), { secret: fay.seat });
    expect((await join('Ana')).body.person.name).toBe('Ana');
  });

  it('[DOOR-32] two who join at once are told apart', async () => {
    const both = await Promise.all([join('Ana'), join('ana')]);
    expect(new Set(both.map(({ body }) => body.person.name.toLowerCase()))).toEqual(new Set(['ana', 'ana (2)']));
  });
});

describe('ideas and options', () => {
  const round = 'a'.repeat(16);
  const open = async (json: object): Promise<Joined> => {
    const fay = await joinAs(server, board, 'facilitator', 'Fay');
    expect((await callApi(server, 'POST', at('/rounds'), { secret: fay.seat, json })).status).toBe(204);
    return fay;
  };
  const write = (seat: string, idea: string, text: string) =>
    callApi<{ ideas: { text: string }[] }>(server, 'PUT', at(`/rounds/${round}/ideas/${idea.repeat(16)}`), {
      secret: seat,
      json: { change: idea.repeat(16), text, from: 0 },
    });

  it('[TEXT-1] [TEXT-2] an idea that shows nothing is refused, and two that are seen as one are one text', async () => {
    await open({
      kind: 'ideas',
      id: round,
      prompt: 'Who\u00ad?',
      named: false,
      target: { kind: 'sheet' },
    });
    const { body } = await join('Ana');
    for (const [n, text] of blank.entries())
      expect([text, (await write(body.seat, String(n), text)).code]).toEqual([text, 'invalid-body']);
    await write(body.seat, 'a', 'Late buses');
    const both = await write(body.seat, 'b', 'La\u00adte\u200b bus\u2060es\u3164 ');
    expect(both.body.ideas.map(({ text }) => text)).toEqual(['Late buses', 'Late buses']);
  });

  it.each(blank)('[TEXT-2] an option that shows nothing (%j) is refused', async (label) => {
    const fay = await joinAs(server, board, 'facilitator', 'Fay');
    const options = [
      { id: 'a', label, ref: null },
      { id: 'b', label: 'Buses', ref: null },
    ];
    const json = { kind: 'vote', id: round, question: 'Which?', options, dots: 2, cap: 1 };
    expect((await callApi(server, 'POST', at('/rounds'), { secret: fay.seat, json })).code).toBe('invalid-body');
  });
});
