/** What one person takes away is noticed, told with who and what, and comes back exactly; on every template. */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readContent } from '#shared/board/content.ts';
import { applyChanges, readMap } from '#shared/board/mapDocument.ts';
import { applyToMap } from '#shared/map/applyToMap.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { mapOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { notPlaced } from '#shared/map/readings/notPlaced.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { templateIds } from '#shared/templates/templates.ts';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { personId } from '#server/testing/openTestRelay.ts';
import { openTestSnapshots, sorted, type TestSnapshots } from '#server/snapshots/testing/testSnapshots.ts';

const open: TestSnapshots[] = [];
afterEach(async () => {
  for (const t of open.splice(0)) await t.relay.stop();
});

interface Scene {
  readonly t: TestSnapshots;
  readonly board: BoardId;
  readonly maya: MemoryPeer;
  readonly jordan: MemoryPeer;
  readonly ines: MemoryPeer;
}
const people = { maya: 1, jordan: 2, ines: 3 } as const;

async function sceneOn(map: PartnershipMap): Promise<Scene> {
  const t = await openTestSnapshots();
  open.push(t);
  const board = await t.addBoard('losses', map);
  const maya = await t.join({ board, person: people.maya, role: 'facilitator' });
  const jordan = await t.join({ board, person: people.jordan });
  const ines = await t.join({ board, person: people.ines });
  return { t, board, maya, jordan, ines };
}

function act({ doc }: MemoryPeer, commands: readonly Command[]): void {
  let id = 0;
  const map = readMap(doc);
  const result = runCommands(map, commands, { today: '2026-01-01', newId: () => `new${doc.clientID}${id++}` });
  if (!result.ok) throw new Error(result.code);
  applyChanges(doc, result.changes, 'test');
}

const drawing = (peer: MemoryPeer, id: string): void => {
  const base = { id, typeName: 'shape', type: 'draw', props: {}, meta: {} };
  peer.doc.getMap('canvas').set(id, new Y.Map(Object.entries({ base, pos: [1, 2, 0] })));
};
const draw = (peer: MemoryPeer, from: number, to: number): void =>
  peer.doc.transact(() => {
    for (let at = from; at < to; at++) drawing(peer, `shape:d${at}`);
  });
const erase = (peer: MemoryPeer, from: number, to: number): void =>
  peer.doc.transact(() => {
    for (let at = from; at < to; at++) peer.doc.getMap('canvas').delete(`shape:d${at}`);
  });
const contentOf = (peer: MemoryPeer) => sorted(readContent(peer.doc));
const remove = (collection: 'interests' | 'notes' | 'experiments' | 'organizations' | 'bodies', id: string) =>
  ({ type: 'remove', collection, id }) as const;
const employment = readTemplate('employment')?.map ?? mapOf({});
/** A round with so many notes in it. */
function notesOf(count: number): PartnershipMap {
  const map = mapOf({});
  const notes = Array.from({ length: count }, (_, at) => ({
    type: 'add' as const,
    collection: 'notes' as const,
    id: `n${at}`,
    fields: { iteration: 1, stage: 'problem_defining' as const, text: `Note ${at}` },
  }));
  const made = runCommands(map, [{ type: 'startRound', fields: {} }, ...notes], {
    today: '2026-01-01',
    newId: () => 'round',
  });
  if (!made.ok) throw new Error(made.code);
  return applyToMap(map, made.changes);
}
const lossesOf = async ({ t, board }: Scene) => {
  await t.settle(100);
  return t.snapshots.losses(board);
};

describe('the map wiped by one participant', () => {
  it.each(templateIds)(
    '[SNAP-7] of %s is kept as it was, told with who and what, and comes back exactly, also when its remover is gone',
    async (template) => {
      const map = readTemplate(template)?.map ?? mapOf({});
      const scene = await sceneOn(map);
      const { t, board, maya, jordan, ines } = scene;
      draw(ines, 0, 3);
      await t.settle(120_000);
      const before = contentOf(maya);
      const whole = readMap(maya.doc);

      // everything is chosen, Delete, the tab is closed
      const openRounds = new Set(whole.iterations.flatMap((one) => (one.closed_on === null ? one.number : [])));
      const notes = whole.notes.filter(({ iteration }) => openRounds.has(iteration));
      jordan.doc.transact(() => {
        act(jordan, [
          ...whole.interests.map(({ id }) => remove('interests', id)),
          ...notes.map(({ id }) => remove('notes', id)),
          ...whole.experiments.map(({ id }) => remove('experiments', id)),
        ]);
        erase(jordan, 0, 3);
      });
      await t.settle(1_000);
      jordan.disconnect();
      await t.settle(1_000);
      expect(readMap(maya.doc).interests).toEqual([]);

      const rows = (await t.snapshots.list(board)).filter(({ reason }) => reason === 'massDelete');
      expect(rows).toHaveLength(1);
      const { content } = await t.snapshots.read(board, rows[0]?.id ?? ('' as never));
      expect(sorted(content)).toEqual(before);
      const [loss, ...others] = await lossesOf(scene);
      expect(others).toEqual([]);
      expect(loss).toMatchObject({ snapshot: rows[0]?.id, people: [personId(people.jordan)], isKnown: true });
      const placed = whole.placements.filter(({ interest_id }) => interest_id !== null);
      expect(loss?.counts).toEqual({
        drawings: 3,
        interests: whole.interests.length,
        ...(placed.length > 0 ? { unplaced: placed.length } : {}),
        ...(notes.length > 0 ? { notes: notes.length } : {}),
        ...(whole.experiments.length > 0 ? { experiments: whole.experiments.length } : {}),
      });
      const isTold = (peer: MemoryPeer) =>
        peer.messages.some((message) => message.type === 'snapshots' && message.event === 'massDelete');
      expect([maya, ines].map(isTold)).toEqual([true, false]);

      // others go on meanwhile
      act(ines, [
        { type: 'add', collection: 'interests', id: 'later', fields: { title: 'Added later' } },
        { type: 'edit', collection: 'goal', id: whole.goal.id, fields: { why: 'Because of what came since.' } },
      ]);
      drawing(ines, 'shape:since');
      await t.settle(1_000);
      const since = new Map(contentOf(maya));
      await t.during(t.snapshots.bringBack(board, loss?.snapshot ?? ('' as never)));
      await t.settle(1_000);
      const now = new Map(contentOf(maya));
      for (const [key, text] of before) if (!since.has(key)) expect(now.get(key), key).toBe(text);
      for (const [key, text] of since) expect(now.get(key), key).toBe(text);
      expect(now.size).toBe(new Set([...since.keys(), ...before.map(([key]) => key)]).size);
      expect(notPlaced(readMap(ines.doc))).toEqual(notPlaced(whole));
      expect(await lossesOf(scene)).toEqual([]);
      expect(t.errors).toEqual([]);
    },
  );
});

describe('what is much', () => {
  it.each([
    ['four of forty notes', 40, 4, false],
    ['five of forty notes', 40, 5, true],
    ['two of nine notes', 9, 2, false],
    ['two of eight notes', 8, 2, true],
    ['one of three notes', 3, 1, false],
    ['two of three notes', 3, 2, true],
  ])('[SNAP-7] %s by one person', async (_what, there, gone, isMuch) => {
    const scene = await sceneOn(notesOf(there));
    for (let at = 0; at < gone; at++) {
      act(scene.jordan, [remove('notes', `n${at}`)]);
      await scene.t.settle(1_000);
    }
    expect((await lossesOf(scene)).map(({ counts }) => counts)).toEqual(isMuch ? [{ notes: gone }] : []);
  });

  it('[SNAP-7] within ten seconds, and not over more', async () => {
    for (const [pauseMs, isMuch] of [
      [2_400, true],
      [2_600, false],
    ] as const) {
      const scene = await sceneOn(notesOf(40));
      for (let at = 0; at < 5; at++) {
        act(scene.jordan, [remove('notes', `n${at}`)]);
        await scene.t.settle(pauseMs);
      }
      expect(await scene.t.snapshots.losses(scene.board)).toHaveLength(isMuch ? 1 : 0);
    }
  });

  it('[SNAP-7] a few by each of many people are work; a quarter by several is told with all their names', async () => {
    const scene = await sceneOn(notesOf(40));
    act(
      scene.jordan,
      [0, 1, 2, 3].map((at) => remove('notes', `n${at}`)),
    );
    act(
      scene.ines,
      [4, 5, 6, 7].map((at) => remove('notes', `n${at}`)),
    );
    expect(await lossesOf(scene)).toEqual([]);
    act(
      scene.maya,
      [8, 9].map((at) => remove('notes', `n${at}`)),
    );
    const [loss] = await lossesOf(scene);
    expect(loss).toMatchObject({ isKnown: true, counts: { notes: 10 } });
    expect(loss?.people.toSorted()).toEqual([1, 2, 3].map(personId));
  });

  it('[SNAP-7] what people made themselves a moment ago they may take away, up to nine', async () => {
    for (const [count, waitMs, isMuch] of [
      [9, 50_000, false],
      [10, 50_000, true],
      [9, 80_000, true],
    ] as const) {
      const scene = await sceneOn(mapOf({}));
      draw(scene.ines, 100, 200);
      draw(scene.jordan, 0, count);
      await scene.t.settle(100);
      await scene.t.settle(waitMs);
      // somebody else's act: time goes on in the room
      drawing(scene.ines, 'shape:later');
      await scene.t.settle(100);
      erase(scene.jordan, 0, count);
      expect((await lossesOf(scene)).map(({ counts }) => counts)).toEqual(isMuch ? [{ drawings: count }] : []);
    }
  });

  it('[SNAP-7] questions of a blank ring that give way to interests are missed by nobody, answered ones are', async () => {
    const blank = readTemplate('blank')?.map ?? mapOf({});
    const add = { type: 'add', collection: 'interests', fields: { title: 'Drivers' } } as const;
    const prompts = blank.interests.map(({ id }) => remove('interests', id));
    const titled = blank.interests.map(
      ({ id }) => ({ type: 'edit', collection: 'interests', id, fields: { title: `Who? ${id}` } }) as const,
    );
    for (const [before, isMuch] of [
      [[], false],
      [titled, true],
    ] as const) {
      const scene = await sceneOn(blank);
      act(scene.maya, before);
      await scene.t.settle(1_000);
      act(scene.jordan, [add, ...prompts]);
      expect((await lossesOf(scene)).map(({ counts }) => counts)).toEqual(isMuch ? [{ interests: 6 }] : []);
    }
  });

  it('[SNAP-7] places that become "not placed" count, moving from interest to interest does not', async () => {
    const scene = await sceneOn(employment);
    const { t, jordan } = scene;
    const [from, to] = employment.interests.slice(0, 2).map(({ id }) => id);
    const cards = employment.placements.filter(({ interest_id }) => interest_id !== null);
    act(
      jordan,
      cards.slice(0, 12).map(({ id, interest_id }) => ({
        type: 'movePlacement',
        id,
        interest_id: (interest_id === from ? to : from) ?? '',
      })),
    );
    expect(await lossesOf(scene)).toEqual([]);
    await t.settle(20_000);
    const before = readMap(jordan.doc);
    const own = before.placements.filter(({ interest_id }) => interest_id !== null).slice(0, 5);
    act(
      jordan,
      own.map(({ id }) => ({ type: 'movePlacement', id, interest_id: null })),
    );
    const [loss] = await lossesOf(scene);
    expect(loss?.counts).toEqual({ unplaced: 5 });
    await t.during(t.snapshots.bringBack(scene.board, loss?.snapshot ?? ('' as never)));
    await t.settle(100);
    const after = readMap(scene.ines.doc);
    for (const placement of own) expect(after.placements).toContainEqual(placement);
    expect(after.representatives).toEqual(before.representatives);
  });

  it('[SNAP-7] texts that are emptied count and come back, unless somebody has written there since', async () => {
    const scene = await sceneOn(notesOf(40));
    const { t, jordan, ines } = scene;
    act(
      jordan,
      [0, 1, 2, 3, 4].map((at) => ({ type: 'edit', collection: 'notes', id: `n${at}`, fields: { text: '' } })),
    );
    const [loss] = await lossesOf(scene);
    expect(loss?.counts).toEqual({ texts: 5 });
    act(ines, [{ type: 'edit', collection: 'notes', id: 'n1', fields: { text: 'Mine' } }]);
    await t.settle(100);
    await t.during(t.snapshots.bringBack(scene.board, loss?.snapshot ?? ('' as never)));
    await t.settle(100);
    expect(
      readMap(scene.maya.doc)
        .notes.slice(0, 5)
        .map(({ text }) => text),
    ).toEqual(['Note 0', 'Mine', 'Note 2', 'Note 3', 'Note 4']);
  });
});

describe('whose act it was', () => {
  it('[SNAP-7] is read from what each sent, also when several share a tick; others keep their own deletions', async () => {
    const scene = await sceneOn(notesOf(40));
    const { t, jordan, ines } = scene;
    act(
      jordan,
      [0, 1, 2, 3, 4, 5].map((at) => remove('notes', `n${at}`)),
    );
    act(ines, [remove('notes', 'n30'), { type: 'edit', collection: 'notes', id: 'n31', fields: { text: 'New' } }]);
    const [loss] = await lossesOf(scene);
    expect(loss).toMatchObject({ people: [personId(people.jordan)], isKnown: true, counts: { notes: 6 } });
    await t.during(t.snapshots.bringBack(scene.board, loss?.snapshot ?? ('' as never)));
    await t.settle(100);
    const ids = readMap(scene.maya.doc).notes.map(({ id }) => id);
    expect(ids).toContain('n0');
    expect(ids).not.toContain('n30');
  });

  it('[SNAP-7] who goes on adds to the same loss, and the snapshot stays the one from before', async () => {
    const scene = await sceneOn(notesOf(40));
    const { t, board, jordan, ines } = scene;
    for (let at = 0; at < 12; at++) {
      act(jordan, [remove('notes', `n${at}`)]);
      await t.settle(2_000);
    }
    act(ines, [remove('notes', 'n39')]);
    const [loss, ...others] = await lossesOf(scene);
    expect(others).toEqual([]);
    expect(loss).toMatchObject({ people: [personId(people.jordan)], counts: { notes: 12 } });
    expect(await t.snapshots.list(board)).toHaveLength(1);
    await t.during(t.snapshots.bringBack(board, loss?.snapshot ?? ('' as never)));
    await t.settle(100);
    expect(readMap(scene.maya.doc).notes).toHaveLength(39);
  });

  it('[SNAP-7] what its remover has undone stays as it is now', async () => {
    const scene = await sceneOn(notesOf(8));
    const { t, jordan, ines } = scene;
    const undo = new Y.UndoManager(jordan.doc.getMap('map'), { trackedOrigins: new Set(['test']) });
    act(
      jordan,
      [0, 1, 2].map((at) => remove('notes', `n${at}`)),
    );
    await t.settle(100);
    undo.undo();
    await t.settle(100);
    act(ines, [{ type: 'edit', collection: 'notes', id: 'n1', fields: { text: 'Since then' } }]);
    const [loss] = await lossesOf(scene);
    const before = contentOf(ines);
    await t.during(t.snapshots.bringBack(scene.board, loss?.snapshot ?? ('' as never)));
    await t.settle(100);
    expect(contentOf(scene.maya)).toEqual(before);
  });
});

describe('the list', () => {
  it('[SNAP-4] of what was kept before a loss, those about which somebody has decided go first', async () => {
    const scene = await sceneOn(notesOf(0));
    const { t, board, jordan } = scene;
    for (let turn = 0; turn < 12; turn++) {
      draw(jordan, 0, 20);
      await t.settle(100);
      erase(jordan, 0, 20);
      await t.settle(61_000);
      const [newest] = await t.snapshots.losses(board);
      // the first one stays open
      if (turn > 0 && newest !== undefined) await t.during(t.snapshots.settleLoss(board, newest.snapshot));
    }
    const rows = (await t.snapshots.list(board)).filter(({ reason }) => reason === 'massDelete');
    expect(rows).toHaveLength(10);
    const [first, ...others] = await t.snapshots.losses(board);
    expect(others).toEqual([]);
    expect(rows.at(-1)?.id).toBe(first?.snapshot);
  });

  it('[SNAP-7] brought back or put away by one facilitator, it is over for all', async () => {
    const scene = await sceneOn(notesOf(8));
    const { t, board, jordan } = scene;
    act(
      jordan,
      [0, 1, 2].map((at) => remove('notes', `n${at}`)),
    );
    const [loss] = await lossesOf(scene);
    const id = loss?.snapshot ?? ('' as never);
    await t.during(t.snapshots.settleLoss(board, id));
    await expect(t.during(t.snapshots.bringBack(board, id))).rejects.toMatchObject({ code: 'loss-over' });
    expect(readMap(scene.maya.doc).notes).toHaveLength(5);
    expect((await t.snapshots.list(board)).map((row) => row.id)).toEqual([id]);
  });
});
