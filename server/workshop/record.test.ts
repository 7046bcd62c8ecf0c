/** The record of whole workshops over the real server: steps, who was there, sheets, decisions, and what never is in it. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyChanges, readMap } from '#shared/board/mapDocument.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import type { BoardRecord } from '#shared/record/BoardRecord.ts';
import { workshopsOf } from '#shared/record/workshopsOf.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { textsInside } from '#server/export/testing/textsInside.ts';
import { newSealedId as newId } from '#server/door/secrets/randomText.ts';
import { systemClock } from '#server/clock/systemClock.ts';
import { openSqliteStore } from '#server/store/sqlite/openSqliteStore.ts';
import { callApi } from '#server/testing/callApi.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { openBoard } from '#server/testing/openBoard.ts';
import { SealedPerson } from '#server/testing/SealedPerson.ts';
import { startServer, type StartServerOptions, type TestServer } from '#server/testing/startServer.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const step = (id: string, minutes: number): Step => ({
  id,
  title: `Step ${id}`,
  minutes,
  instruction: `Only for the card of ${id}`,
  view: 'free',
  stage: null,
  tools: null,
  activity: null,
});
const agenda = [step('goal', 10), step('frame', 20), step('end', 0)];
const names = ['Almaz', 'Borislav', 'Corazon', 'Dariush', 'Eszter'] as const;

let server: TestServer;
let folder: string;
let board: BoardCreated;
let lead: SealedPerson;
let others: readonly SealedPerson[];
/** how much time has passed that nobody waits for */
let aheadMs = 0;
const clock = {
  ...systemClock,
  nowMs: () => systemClock.nowMs() + aheadMs,
  elapsedMs: () => systemClock.elapsedMs() + aheadMs,
};

const start = async (options: StartServerOptions = {}): Promise<void> => {
  const limits = { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000 };
  server = await startServer({ clock, folder, limits, ...options });
};

beforeEach(async () => {
  aheadMs = 0;
  folder = await mkdtemp(join(tmpdir(), 'roundtable-record-'));
  await start();
  await room();
});
afterEach(async () => {
  for (const one of [lead, ...others]) one.leave();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function room(): Promise<void> {
  board = await openBoard(server);
  const [leads, ...participants] = names;
  lead = await SealedPerson.join(server, board, 'facilitator', leads);
  others = await Promise.all(participants.map((name) => SealedPerson.join(server, board, 'participant', name)));
  await does({ do: 'setAgenda', agenda, notes: { goal: 'Keep the mayor short' }, from: 0 });
}

async function does(command: WorkshopCommand, id = newId()): Promise<number> {
  const { status } = await tells(command, id);
  expect(status).toBe(200);
  return status;
}
const tells = (command: WorkshopCommand, id = newId()) =>
  callApi(server, 'POST', `/api/boards/${board.id}/session`, { secret: lead.seat, json: { id, command } });

let made = 0;
async function change(commands: readonly Command[]): Promise<void> {
  await server.relay.change(board.id, (doc) => {
    const result = runCommands(readMap(doc), commands, { today: '2026-05-04', newId: () => `made${made++}` });
    if (!result.ok) throw new Error(result.code);
    applyChanges(doc, result.changes, 'test');
  });
}

async function record(of: BoardCreated = board): Promise<BoardRecord['entries']> {
  const reader = await SealedPerson.join(server, of, 'observer', 'Olga');
  const { body, status } = await callApi<BoardRecord>(server, 'GET', `/api/boards/${of.id}/record`, {
    secret: reader.seat,
  });
  expect(status).toBe(200);
  return body.entries;
}
const held = async (of: BoardCreated = board) => workshopsOf(await record(of)).workshops;

async function take(file: string, query = ''): Promise<Uint8Array> {
  const answer = await fetch(`${server.origin}/api/boards/${board.id}/export/${file}${query}`, {
    headers: { authorization: `Bearer ${lead.seat}` },
  });
  expect(answer.status, file).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

/** A workshop of 35 minutes with ideas in groups, a vote and decisions. */
async function holdWorkshop(): Promise<{
  readonly asked: string;
  readonly secrets: readonly string[];
  /** in no file at all, with or without names */
  readonly sealed: readonly string[];
}> {
  await Promise.all([lead, ...others].map((one) => one.listen()));
  await does({ do: 'goToStep', step: 'goal' });
  const asked = newId();
  const sent: string[] = [];
  const opened = { kind: 'ideas', id: asked, prompt: 'Who is missing?', named: true, target: { kind: 'sheet' } };
  expect(await lead.tries('POST', '', opened)).toBe(204);
  for (const [at, one] of others.entries()) {
    const id = newId();
    sent.push(id);
    const written = { change: newId(), text: `thought ${at}`, from: 0 };
    expect(await one.tries('PUT', `/${asked}/ideas/${id}`, written)).toBe(200);
  }
  expect(await lead.tries('PUT', `/${asked}/end`, { to: 'revealed', day: '2026-05-04' })).toBe(204);
  await vi.waitFor(async () => expect(await server.relay.change(board.id, (doc) => readMap(doc).ideas.length)).toBe(4));
  const ideas = await server.relay.change(board.id, (doc) => readMap(doc).ideas);
  const idOf = (text: string): string => ideas.find((one) => one.text === text)?.id ?? '';
  await change([
    {
      type: 'groupIdeas',
      id: 'g',
      ideas: [idOf('thought 0'), idOf('thought 1'), idOf('thought 2')],
      title: 'Transport',
    },
    { type: 'mergeIdeas', ideas: [idOf('thought 0'), idOf('thought 1')] },
  ]);
  aheadMs += 15 * minuteMs;
  await does({ do: 'nextStep' });
  const goal = await server.relay.change(board.id, (doc) => readMap(doc).goal.id);
  await change([
    { type: 'edit', collection: 'goal', id: goal, fields: { statement: '90 of 100 read', status: 'agreed' } },
    { type: 'add', collection: 'interests', fields: { title: 'Families', weight: 'essential' } },
    { type: 'add', collection: 'organizations', id: 'rides', fields: { name: 'Valley Rides' } },
    {
      type: 'add',
      collection: 'actions',
      fields: { title: 'Ask the drivers', owner_org_id: 'rides', due_on: '2026-06-01', helpers: ['Hilda Helps'] },
    },
  ]);
  aheadMs += 20 * minuteMs;
  await does({ do: 'endWorkshop' });
  return {
    asked,
    sealed: [...sent, lead.id, ...others.map(({ id }) => id), 'Keep the mayor short'],
    secrets: [
      ...names,
      ...sent,
      lead.id,
      ...others.map(({ id }) => id),
      'Hilda Helps',
      'Keep the mayor short',
      'Only for the card',
    ],
  };
}

describe('the record of a workshop', () => {
  it('[RECORD-3] [RECORD-4] [RECORD-6] [RECORD-7] [BOARDFILE-2] has its steps in real time, numbers of people, groups and decisions, and nobody', async () => {
    const { asked, secrets, sealed } = await holdWorkshop();
    const [workshop, ...more] = await held();
    expect(more).toEqual([]);
    expect(
      workshop?.steps.map(({ title, planned, took }) => [title, planned, Math.round((took ?? 0) / minuteMs)]),
    ).toEqual([
      ['Step goal', 10, 15],
      ['Step frame', 20, 20],
    ]);
    expect(workshop).toMatchObject({ ended: true });
    expect(workshop?.attendance?.roles).toEqual([
      { role: 'facilitator', people: null },
      { role: 'participant', people: 4 },
    ]);
    expect(workshop?.answers.map(({ id }) => id)).toEqual([asked]);
    const { sheets, decisions, actions } = workshop?.outcome ?? { sheets: [], decisions: [], actions: [] };
    expect(sheets).toMatchObject([{ question: 'Who is missing?', activity: asked, groups: [{ title: 'Transport' }] }]);
    expect(sheets[0]?.groups[0]?.notes.map(({ times }) => times).toSorted()).toEqual([1, 2]);
    expect(sheets[0]?.others.map(({ text }) => text)).toEqual(['thought 3']);
    expect(decisions).toEqual([
      { what: 'goal', text: '90 of 100 read' },
      { what: 'essential', text: 'Families' },
    ]);
    expect(actions).toEqual([{ title: 'Ask the drivers', owner: 'Valley Rides', due: '2026-06-01' }]);
    // not in what is stored, answered, or taken home
    const stored = JSON.stringify(await server.store.listRecord(board.id));
    const answers = JSON.stringify(await record());
    const pack = await take('pack.zip');
    const files = unzipSync(pack);
    const texts = ['tables/record.csv', 'reports/participants.md', 'reports/funders.md'].map((path) =>
      new TextDecoder().decode(files[path]),
    );
    const inFile = JSON.stringify(JSON.parse(new TextDecoder().decode(files['board.json'])).record);
    for (const [at, text] of [stored, answers, inFile, ...texts].entries())
      for (const secret of secrets) expect(text, `${at}`).not.toContain(secret);
    for (const { path, text } of await textsInside('pack.zip', pack))
      for (const secret of sealed) expect(text, path).not.toContain(secret);
    expect(texts[1]).toMatch(
      /Record of the workshop[\s\S]*4 participants[\s\S]*Step goal[\s\S]*Transport[\s\S]*Goal agreed/,
    );
    expect(texts[2]).toMatch(/Record of the workshop[\s\S]*4 participants[\s\S]*Goal agreed[\s\S]*1 action came of it/);
    expect(texts[2]).not.toMatch(/thought|Transport|Step goal/);
    // and the pack's board file brings all of it back
    const bytes = files['board.json'] ?? new Uint8Array();
    const again = await callApi<BoardCreated>(server, 'POST', '/api/boards/import?title=Again', { bytes });
    expect(again.status).toBe(201);
    expect(await record(again.body)).toEqual(await record());
  }, 60_000);

  it('[RECORD-7] what stood there before the workshop is none of its decisions, and what comes after changes none', async () => {
    const goal = await server.relay.change(board.id, (doc) => readMap(doc).goal.id);
    await change([{ type: 'edit', collection: 'goal', id: goal, fields: { statement: 'Old', status: 'agreed' } }]);
    await does({ do: 'goToStep', step: 'goal' });
    await change([{ type: 'add', collection: 'interests', fields: { title: 'Families', weight: 'essential' } }]);
    await does({ do: 'endWorkshop' });
    const before = await held();
    expect(before[0]?.outcome?.decisions).toEqual([{ what: 'essential', text: 'Families' }]);
    const snapshots = await server.store.listSnapshots(board.id);
    const first = snapshots.find(({ reason }) => reason === 'start');
    const restored = await callApi(server, 'POST', `/api/boards/${board.id}/snapshots/${first?.id}/restore`, {
      secret: lead.seat,
      json: {},
    });
    expect(restored.status).toBeLessThan(300);
    expect(await held()).toEqual(before);
  }, 60_000);

  it('[RECORD-4] nothing is in it of a command that the disk refused, and the retry adds it once', async () => {
    await does({ do: 'goToStep', step: 'goal' });
    await server.stop();
    let store: FaultyStore | undefined;
    await start({ wrapStore: (inner) => (store = new FaultyStore(inner)) });
    if (store === undefined) throw new Error('no store');
    store.isFull = true;
    expect((await tells({ do: 'nextStep' }, 'the-same-one')).code).toBe('storage-full');
    store.isFull = false;
    expect((await held())[0]?.steps ?? []).toEqual([]);
    await does({ do: 'nextStep' }, 'the-same-one');
    await does({ do: 'nextStep' }, 'the-same-one');
    expect((await held())[0]?.steps).toMatchObject([{ step: 'goal' }]);
  }, 60_000);

  it('[RECORD-4] [RECORD-6] goes on over a restart: its steps, and who was there before', async () => {
    await Promise.all(others.map((one) => one.listen()));
    await does({ do: 'goToStep', step: 'goal' });
    for (const one of others) one.leave();
    const late = await SealedPerson.join(server, board, 'participant', 'Late');
    await late.listen();
    await vi.waitFor(async () => expect(await server.store.readWorkshop(board.id)).toContain(late.id));
    late.leave();
    await server.stop();
    aheadMs += 5 * minuteMs;
    await start();
    await does({ do: 'endWorkshop' });
    const [workshop] = await held();
    expect(workshop?.attendance?.roles).toEqual([{ role: 'participant', people: 5 }]);
    expect(workshop?.steps).toMatchObject([{ step: 'goal' }]);
    expect(Math.round((workshop?.steps[0]?.took ?? 0) / minuteMs)).toBe(5);
  }, 60_000);

  it('[RECORD-4] [STORE-16] a workshop that runs on a server of before goes into the record from its running step on', async () => {
    await does({ do: 'goToStep', step: 'goal' });
    const stored: unknown = JSON.parse((await server.store.readWorkshop(board.id)) ?? '');
    const { run: _unknown, ...before } = stored as Readonly<Record<string, unknown>>;
    await server.stop();
    const store = openSqliteStore({ folder, nowMs: () => clock.nowMs() });
    await store.writeWorkshop(board.id, JSON.stringify(before));
    await store.close();
    await start();
    aheadMs += 7 * minuteMs;
    await does({ do: 'nextStep' });
    await does({ do: 'endWorkshop' });
    const [workshop] = await held();
    expect(workshop?.steps.map((one) => [one.step, Math.round((one.took ?? 0) / minuteMs)])).toEqual([
      ['goal', 7],
      ['frame', 0],
    ]);
    // what stood there at its start nobody knows
    expect(workshop).toMatchObject({ ended: true, outcome: null });
  }, 60_000);

  it('[RECORD-5] is closed when it is read twelve hours after the last command', async () => {
    await does({ do: 'goToStep', step: 'goal' });
    expect(await held()).toEqual([]);
    aheadMs += 12 * hourMs + minuteMs;
    const [workshop] = await held();
    expect(workshop).toMatchObject({ ended: false, steps: [{ step: 'goal', took: null }] });
    expect(await held()).toHaveLength(1);
    expect(new TextDecoder().decode(await take('participants.md'))).toContain('Nobody ended it');
  }, 60_000);

  it('[RECORD-8] [STORE-20] a row that nobody understands is set aside, and the others are read', async () => {
    await does({ do: 'goToStep', step: 'goal' });
    await does({ do: 'endWorkshop' });
    const before = await record();
    const session = await server.store.readWorkshop(board.id);
    const strange = ['{"kind":"tomorrow"}', '{', '{"kind":"step"}'];
    const rows = strange.map((content, at) => ({ id: `strange${at}`, atMs: at, content }));
    await server.store.writeWorkshop(board.id, session ?? '', rows);
    expect(await record()).toEqual(before);
    expect((await server.store.listSetAside(board.id)).map(({ part }) => part)).toEqual(['record', 'record', 'record']);
    expect(await server.store.listRecord(board.id)).toHaveLength(before.length);
  }, 60_000);

  it('[RECORD-6] whoever was taken off the board is not counted, and of who was there nothing stays but numbers', async () => {
    await Promise.all([lead, ...others].map((one) => one.listen()));
    await does({ do: 'goToStep', step: 'goal' });
    const gone = others[0];
    const removed = await callApi(server, 'DELETE', `/api/boards/${board.id}/people/${gone?.id}`, {
      secret: lead.seat,
    });
    expect(removed.status).toBeLessThan(300);
    await does({ do: 'endWorkshop' });
    const [workshop] = await held();
    expect(workshop?.attendance?.roles).toContainEqual({ role: 'participant', people: 3 });
    const there = others[1]?.id ?? '';
    const runs = async () => {
      const stored: unknown = JSON.parse((await server.store.readWorkshop(board.id)) ?? '');
      return JSON.stringify((stored as { readonly run: unknown }).run);
    };
    expect(await runs()).toContain(there);
    aheadMs += 12 * hourMs + minuteMs;
    await record();
    expect(await runs()).not.toContain(there);
    expect(await held()).toEqual([workshop]);
  }, 60_000);

  it('[RECORD-1] [STORE-12] is in a backup, and a server over the backup goes on with it', async () => {
    await does({ do: 'goToStep', step: 'goal' });
    await does({ do: 'nextStep' });
    const before = await record();
    const copy = await mkdtemp(join(tmpdir(), 'roundtable-restored-'));
    await server.store.backup(join(copy, 'roundtable.sqlite'));
    await server.stop();
    const store = openSqliteStore({ folder: copy, nowMs: () => clock.nowMs() });
    expect(await store.listRecord(board.id)).toHaveLength(before.length);
    await store.close();
    await rm(folder, { recursive: true, force: true });
    await cp(copy, folder, { recursive: true });
    await rm(copy, { recursive: true, force: true });
    await start();
    await does({ do: 'endWorkshop' });
    const [workshop] = await held();
    expect(workshop?.steps.map((one) => one.step)).toEqual(['goal', 'frame']);
    expect(workshop?.outcome).not.toBeNull();
  }, 60_000);
});
