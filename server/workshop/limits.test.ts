/** What participants may not change, by hand-made updates over real sockets; and who becomes what. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { readRecord, writeRecord } from '#shared/board/record.ts';
import { runSheets } from '#shared/testing/english.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import type { ServerMessage } from '#shared/wire/messages.ts';
import { callApi } from '#server/testing/callApi.ts';
import { HonestClient } from '#server/testing/hostile/HonestClient.ts';
import { joinAs, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let board: BoardCreated;
let fay: Joined;
let pat: Joined;
let led: HonestClient;
let part: HonestClient;
let nextId = 0;
const clients: HonestClient[] = [];

beforeEach(async () => {
  server = await startServer({ limits: { doorTriesPerMinute: 100_000 } });
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay');
  pat = await joinAs(server, board, 'participant', 'Pat');
  led = await enter(fay);
  for (const [n, id] of ['a', 'b', 'c'].entries()) put(led, id, 'note', n);
  part = await enter(pat);
  await together();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.leave()));
  await server.stop();
});

async function enter(who: Joined): Promise<HonestClient> {
  const client = new HonestClient(async () => ({
    url: `${server.wsOrigin}/${board.id}`,
    protocols: ['roundtable', await ticketFor(server, board, who.seat)],
  }));
  clients.push(client);
  await client.connect();
  await vi.waitFor(() => expect(client.isSynced).toBe(true));
  return client;
}

async function command(what: WorkshopCommand, who = fay): Promise<string | undefined> {
  const json = { id: `command-${++nextId}`, command: what };
  return (await callApi(server, 'POST', `/api/boards/${board.id}/session`, { secret: who.seat, json })).code;
}

function put(client: HonestClient, id: string, type: string, x: number): void {
  const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: id }] }] };
  const record = { id: `shape:${id}`, typeName: 'shape', type, x, y: 0, parentId: 'page:page', index: 'a1' };
  const whole = { ...record, rotation: 0, props: type === 'note' ? { richText } : {}, meta: {} };
  client.doc.transact(() => writeRecord(client.canvas, whole));
}

const recordOf = (client: HonestClient, id: string) => client.canvas.get(`shape:${id}`) as Y.Map<unknown> | undefined;
const textOf = (client: HonestClient, id: string): Y.Text => {
  const text = recordOf(client, id)?.get('text');
  if (text instanceof Y.Text) return text;
  throw new Error(`no text in ${id}`);
};
const drag = (client: HonestClient, id: string, x: number) => recordOf(client, id)?.set('pos', [x, 0, 0]);
const positionOf = (client: HonestClient, id: string): unknown => {
  const read = readRecord(`shape:${id}`, client.canvas.get(`shape:${id}`));
  return read.ok ? read.record['x'] : undefined;
};
const stateOf = (client: HonestClient) => JSON.stringify([client.canvas.toJSON(), client.doc.getMap('map').toJSON()]);

/** Everybody has everything, and nothing is under way. */
async function together(): Promise<void> {
  await vi.waitFor(() => {
    for (const client of clients.filter(({ isOpen }) => isOpen)) {
      expect(Y.encodeStateVector(client.doc)).toEqual(Y.encodeStateVector(led.doc));
      expect(stateOf(client)).toBe(stateOf(led));
    }
  });
}

const undone = (client: HonestClient) =>
  client.messages.filter((message): message is Extract<ServerMessage, { type: 'undone' }> => message.type === 'undone');
const toldUndone = (client: HonestClient, times: number) =>
  vi.waitFor(() => expect(undone(client).length).toBeGreaterThanOrEqual(times));

/** Every document state that a client ever had of a record's position. */
function positionsSeen(client: HonestClient, id: string): unknown[] {
  const seen: unknown[] = [];
  client.doc.on('update', () => seen.push(positionOf(client, id)));
  return seen;
}

describe('locks', () => {
  it('[SESSION-21] of everything that is selected and dragged, what is locked stays, and nobody ever sees it move', async () => {
    await command({ do: 'lock', keys: ['canvas:shape:b'] });
    const seen = positionsSeen(led, 'b');
    part.doc.transact(() => {
      for (const id of ['a', 'b', 'c']) drag(part, id, 50);
    });
    await toldUndone(part, 1);
    await together();
    expect(['a', 'b', 'c'].map((id) => positionOf(led, id))).toEqual([50, 1, 50]);
    expect(seen.every((x) => x === 1)).toBe(true);
    expect(undone(part)).toEqual([
      { type: 'undone', frame: expect.any(Number) as number, records: 1, reason: 'locked' },
    ]);
    expect(undone(led)).toEqual([]);
  });

  it('[SESSION-21] deleting everything leaves what is locked, and what was locked may go once it is unlocked', async () => {
    await command({ do: 'lock', keys: ['canvas:shape:b'] });
    part.doc.transact(() => {
      for (const id of ['a', 'b', 'c']) part.canvas.delete(`shape:${id}`);
    });
    await toldUndone(part, 1);
    await together();
    expect([...led.canvas.keys()].filter((id) => id.startsWith('shape:'))).toEqual(['shape:b']);
    expect(await command({ do: 'unlock', keys: ['canvas:shape:b'] }, pat)).toBe('role-refused');
    await command({ do: 'unlock', keys: ['canvas:shape:b'] });
    part.canvas.delete('shape:b');
    await vi.waitFor(() => expect(led.canvas.has('shape:b')).toBe(false));
  });

  it('[SESSION-20] a facilitator changes what is locked, also while a participant tries in the same tick', async () => {
    await command({ do: 'lockAll', on: true });
    for (let n = 0; n < 20; n++) {
      drag(led, 'a', 100 + n);
      drag(part, 'a', -n);
      drag(part, 'b', -n);
      recordOf(part, 'c')?.set('meta.x', n);
    }
    await toldUndone(part, 1);
    // what is dragged while the last of it is undone may be either, as with any two at once
    await together();
    drag(led, 'a', 777);
    await vi.waitFor(() => expect(positionOf(part, 'a')).toBe(777));
    await together();
    expect([positionOf(led, 'a'), positionOf(led, 'b')]).toEqual([777, 1]);
    expect(recordOf(led, 'c')?.has('meta.x')).toBe(false);
    expect(undone(led)).toEqual([]);
  });

  it('[SESSION-20] what was made offline is judged when it arrives', async () => {
    part.cut();
    await vi.waitFor(() => expect(part.isOpen).toBe(false));
    drag(part, 'a', 60);
    drag(part, 'b', 60);
    await command({ do: 'lock', keys: ['canvas:shape:b'] });
    await part.connect();
    await toldUndone(part, 1);
    await together();
    expect([positionOf(led, 'a'), positionOf(led, 'b')]).toEqual([60, 1]);
  });

  it('[SESSION-20] locks hold after a restart of the room, and who comes later works on', async () => {
    await command({ do: 'lock', keys: ['canvas:shape:a'] });
    drag(part, 'a', 9);
    await toldUndone(part, 1);
    const late = await enter(await joinAs(server, board, 'participant', 'Late'));
    drag(late, 'a', 9);
    drag(late, 'b', 9);
    await toldUndone(late, 1);
    await together();
    expect([positionOf(led, 'a'), positionOf(led, 'b')]).toEqual([0, 9]);
    // the participant can go on working, and is heard
    drag(part, 'c', 33);
    await vi.waitFor(() => expect(positionOf(late, 'c')).toBe(33));
  });

  it('[SESSION-20] text typed into a locked note is gone for everybody, the typist too', async () => {
    await command({ do: 'lock', keys: ['canvas:shape:a'] });
    const text = textOf(part, 'a');
    text.insert(0, 'mine ');
    text.delete(0, text.length);
    await toldUndone(part, 1);
    await together();
    expect(textOf(part, 'a').toString()).toContain('a');
    expect(textOf(led, 'a').toString()).not.toContain('mine');
  });
});

describe('tools of the running step', () => {
  it('[SESSION-20] a step takes what it includes, and the next step takes something else', async () => {
    const agenda = [...(runSheets[0]?.steps ?? [])].map((step, n) => ({
      ...step,
      tools: n === 0 ? (['draw'] as const).slice() : (['notes'] as const).slice(),
    }));
    expect(await command({ do: 'setAgenda', agenda, from: 0 })).toBeUndefined();
    expect(await command({ do: 'goToStep', step: agenda[0]?.id ?? '' })).toBeUndefined();
    drag(part, 'a', 5);
    put(part, 'line', 'draw', 1);
    await toldUndone(part, 1);
    await together();
    expect([positionOf(led, 'a'), led.canvas.has('shape:line')]).toEqual([0, true]);
    expect(undone(part)[0]).toMatchObject({ reason: 'step' });

    await command({ do: 'nextStep' });
    drag(part, 'a', 6);
    drag(part, 'line', 7);
    await toldUndone(part, 2);
    await together();
    expect([positionOf(led, 'a'), positionOf(led, 'line')]).toEqual([6, 1]);
    drag(led, 'line', 8);
    await vi.waitFor(() => expect(positionOf(part, 'line')).toBe(8));

    await command({ do: 'endWorkshop' });
    drag(part, 'line', 9);
    await vi.waitFor(() => expect(positionOf(led, 'line')).toBe(9));
  });

  it('[SESSION-14] a snapshot is taken when the workshop starts, when a step is left, and when the workshop ends', async () => {
    const agenda = [...(runSheets[0]?.steps ?? [])];
    await command({ do: 'setAgenda', agenda, from: 0 });
    await command({ do: 'goToStep', step: agenda[0]?.id ?? '' });
    await command({ do: 'nextStep' });
    await command({ do: 'endWorkshop' });
    const list = async () => {
      const answer = await callApi<{ snapshots: { reason: string; detail: string }[] }>(
        server,
        'GET',
        `/api/boards/${board.id}/snapshots`,
        { secret: fay.seat },
      );
      return answer.body.snapshots
        .filter(({ reason }) => reason !== 'time')
        .map(({ reason, detail }) => [reason, detail]);
    };
    await vi.waitFor(async () => expect(await list()).toHaveLength(3));
    expect((await list()).toSorted(([a = ''], [b = '']) => a.localeCompare(b))).toEqual([
      ['end', agenda[1]?.title],
      ['start', agenda[0]?.title],
      ['step', agenda[0]?.title],
    ]);
  });
});

describe('roles', () => {
  const change = (person: string, from: string, role: string, who = fay) =>
    callApi(server, 'PATCH', `/api/boards/${board.id}/people/${person}`, { secret: who.seat, json: { from, role } });

  it('[SESSION-13] a participant becomes facilitator on every tab at once, and is taken back', async () => {
    const other = await enter(pat);
    await command({ do: 'lockAll', on: true });
    expect((await change(pat.person.id, 'participant', 'facilitator')).status).toBe(204);
    for (const tab of [part, other])
      await vi.waitFor(() => expect(tab.messages).toContainEqual({ type: 'role', role: 'facilitator' }));
    drag(other, 'a', 70);
    await vi.waitFor(() => expect(positionOf(led, 'a')).toBe(70));
    expect(await command({ do: 'lockAll', on: true }, pat)).toBeUndefined();

    expect((await change(pat.person.id, 'facilitator', 'participant', pat)).status).toBe(204);
    await vi.waitFor(() => expect(part.messages).toContainEqual({ type: 'role', role: 'participant' }));
    drag(part, 'a', 71);
    await toldUndone(part, 1);
    expect(await command({ do: 'lockAll', on: false }, pat)).toBe('role-refused');
    expect(positionOf(led, 'a')).toBe(70);
  });

  it('[SESSION-13] the last facilitator stays, also when two take each other back at once', async () => {
    expect((await change(fay.person.id, 'facilitator', 'participant')).code).toBe('last-facilitator');
    await change(pat.person.id, 'participant', 'facilitator');
    const both = await Promise.all([
      change(pat.person.id, 'facilitator', 'participant', fay),
      change(fay.person.id, 'facilitator', 'participant', pat),
    ]);
    const codes = both.map(({ status, code }) => code ?? status);
    expect(codes).toContain(204);
    expect(codes.some((code) => code === 'owner-stays' || code === 'role-refused')).toBe(true);
    const people = await server.store.listPeople(board.id);
    expect(people.filter(({ role }) => role === 'facilitator')).toHaveLength(1);
  });

  it('[SESSION-13] nobody is changed by accident, by others, or into something else', async () => {
    expect((await change(pat.person.id, 'observer', 'facilitator')).code).toBe('role-moved');
    expect((await change(pat.person.id, 'participant', 'facilitator', pat)).code).toBe('role-refused');
    expect((await change('z'.repeat(16), 'participant', 'facilitator')).code).toBe('person-unknown');
    expect((await change('..', 'participant', 'facilitator')).status).toBeGreaterThanOrEqual(400);
    expect((await change(pat.person.id, 'participant', 'owner')).code).toBe('invalid-body');
    expect((await server.store.readPerson(board.id, pat.person.id))?.role).toBe('participant');
  });
});

describe('memory', () => {
  it('[SESSION-1] a workshop that nobody watches or asks is not kept in memory', async () => {
    const empty = await openBoard(server);
    const led2 = await joinAs(server, empty, 'facilitator');
    const used = () => server.workshops.count;
    const before = used();
    const json = { id: 'command-x', command: { do: 'lockAll', on: true } };
    const answer = await callApi(server, 'POST', `/api/boards/${empty.id}/session`, { secret: led2.seat, json });
    expect(answer.status).toBe(200);
    expect(used()).toBe(before);
  });
});
