/** Locks and steps in a room: many people at once, changing limits, broken lines; and what the relay says to whom. */
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '#shared/board/BoardDoc.ts';
import { readRecord, writeRecord } from '#shared/board/record.ts';
import { permitsOf, type Permits } from '#shared/workshop/permits.ts';
import { toolGroups } from '#shared/kinds/toolGroups.ts';
import { emptyWorkshop } from '#shared/wire/WorkshopState.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { createRandom, type Random } from '#shared/testing/random.ts';
import { openTestRelay, personId } from '#server/testing/openTestRelay.ts';

const ids = Array.from({ length: 12 }, (_, n) => `shape:${n}`);
const typeOf = (n: number) => (n % 3 === 0 ? 'note' : n % 3 === 1 ? 'geo' : 'group');
const parentOf = (n: number) => (n % 4 === 3 ? `shape:${n - 1}` : 'page:page');

const shape = (n: number) => ({
  id: `shape:${n}`,
  typeName: 'shape',
  type: typeOf(n),
  x: n,
  y: 0,
  rotation: 0,
  parentId: parentOf(n),
  index: 'a1',
  props: typeOf(n) === 'note' ? { richText: { type: 'doc', content: [{ type: 'paragraph' }] } } : { w: 1, h: 1 },
  meta: {},
});

function randomPermits(random: Random): Permits | null {
  const tools = random.chance(0.5) ? toolGroups.filter(() => random.chance(0.5)) : null;
  const locks = ids.filter(() => random.chance(0.25)).map((id) => `canvas:${id}`);
  const step = {
    id: 's',
    title: 's',
    minutes: 1,
    instruction: '',
    view: 'free',
    stage: null,
    tools,
    activity: null,
  } as const;
  return permitsOf({ ...emptyWorkshop, locks, lockedAll: random.chance(0.1), agenda: [{ ...step }], step: 's' });
}

function act(doc: Y.Doc, random: Random): void {
  const canvas = doc.getMap<Y.Map<unknown>>('canvas');
  const n = random.below(ids.length);
  const record = canvas.get(`shape:${n}`);
  const text = record?.get('text');
  const what = random.below(6);
  if (what === 0) canvas.delete(`shape:${n}`);
  else if (what === 1 && record === undefined) writeRecord(doc.getMap('canvas'), shape(n));
  else if (what === 2) record?.set('props.color', random.pick(['red', 'blue']));
  else if (what === 3 && text instanceof Y.Text) text.insert(random.below(text.length + 1), random.pick(['a', 'bc']));
  else if (what === 4 && text instanceof Y.Text && text.length > 0) text.delete(random.below(text.length), 1);
  else record?.set('pos', [random.below(100), random.below(100), 0]);
}

const stateOf = (doc: Y.Doc): unknown => doc.getMap('canvas').toJSON();

describe('a room with limits', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    '[SESSION-20] facilitators and participants end with the same document, whatever is limited, lost and sent late (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      let permits: Permits | null = null;
      const room = await openTestRelay({ messagesBurst: 1e6, messagesPerSecond: 1e6 }, { permits: () => permits });
      const led = [await room.join({ role: 'facilitator' }), await room.join({ role: 'facilitator' })];
      for (const n of ids.keys())
        led[0]?.doc.transact(() => writeRecord(led[0]?.doc.getMap('canvas') as never, shape(n)));
      await room.settle();
      const parts = [await room.join(), await room.join(), await room.join()];
      const everybody: MemoryPeer[] = [...led, ...parts];
      for (let round = 0; round < 40; round++) {
        if (random.chance(0.3)) permits = random.chance(0.2) ? null : randomPermits(random);
        for (let acts = random.below(8); acts > 0; acts--) {
          const { doc } = random.pick(everybody);
          doc.transact(() => {
            for (let n = 1 + random.below(3); n > 0; n--) act(doc, random);
          });
        }
        const one = random.pick(parts);
        if (random.chance(0.1)) one.disconnect();
        else if (!one.isConnected) await room.rejoin(one);
        if (random.chance(0.7)) await room.settle();
      }
      for (const one of parts) if (!one.isConnected) await room.rejoin(one);
      await room.settle(5_000);
      const [first] = led;
      for (const peer of everybody) expect(stateOf(peer.doc)).toEqual(stateOf(first?.doc ?? new Y.Doc()));
      expect(stateOf(await room.stored())).toEqual(stateOf(first?.doc ?? new Y.Doc()));
      expect(room.errors).toEqual([]);
    },
  );

  it('[SESSION-20] what facilitators wrote last stands, however hard participants try', async () => {
    const random = createRandom(77);
    const locks = new Set(ids.map((id) => `canvas:${id}`));
    const room = await openTestRelay({}, { permits: () => ({ locks, lockedAll: false, tools: null, skeleton: null }) });
    const led = await room.join({ role: 'facilitator' });
    for (const n of ids.keys()) led.doc.transact(() => writeRecord(led.doc.getMap('canvas'), shape(n)));
    await room.settle();
    const parts = [await room.join(), await room.join()];
    for (let round = 0; round < 60; round++) {
      const n = random.below(ids.length);
      const record = led.doc.getMap<Y.Map<unknown>>('canvas').get(`shape:${n}`);
      led.doc.transact(() => record?.set('pos', [round, 0, 0]));
      for (const { doc } of parts) doc.transact(() => act(doc, random));
      const mine = stateOf(led.doc);
      await room.settle();
      expect(stateOf(led.doc)).toEqual(mine);
      for (const { doc } of parts) expect(stateOf(doc)).toEqual(mine);
    }
    expect(room.count('recordsForbidden', 'locked')).toBeGreaterThan(50);
    expect(
      parts.every(({ messages }) => messages.some((one) => one.type === 'undone' && one.reason === 'locked')),
    ).toBe(true);
    expect(led.messages.some(({ type }) => type === 'undone')).toBe(false);
  });

  it('[SESSION-20] is one journal row and one message for everybody, as without limits', async () => {
    const room = await openTestRelay(
      {},
      { permits: () => ({ locks: new Set(['canvas:shape:1']), lockedAll: false, tools: null, skeleton: null }) },
    );
    const led = await room.join({ role: 'facilitator' });
    for (const n of ids.keys()) writeRecord(led.doc.getMap('canvas'), shape(n));
    await room.settle();
    const part = await room.join();
    const watcher = await room.join({ role: 'observer' });
    const before = { commits: room.count('commits'), messages: watcher.messagesRead.length };
    for (const { doc } of [part, led])
      doc
        .getMap<Y.Map<unknown>>('canvas')
        .get('shape:2')
        ?.set('pos', [doc === led.doc ? 1 : 2, 0, 0]);
    part.doc.getMap<Y.Map<unknown>>('canvas').get('shape:1')?.set('pos', [9, 9, 9]);
    await room.settle();
    expect(room.count('commits') - before.commits).toBe(1);
    expect(watcher.messagesRead.length - before.messages).toBe(1);
    const read = readRecord('shape:1', watcher.doc.getMap('canvas').get('shape:1'));
    expect(read.ok && read.record['x']).toBe(1);
  });
});

describe('a room whose skeleton is closed', () => {
  const closed = permitsOf({ ...emptyWorkshop, skeletonOpen: false });

  async function openRoom(permits: Permits | null) {
    const map = readTemplate('employment')?.map;
    const room = await openTestRelay({}, { permits: () => permits });
    const board = await room.addBoard('framed', map);
    const led = await room.join({ board, person: 1, role: 'facilitator' });
    const parts = [await room.join({ board, person: 2 }), await room.join({ board, person: 3 })];
    const entities = (peer: MemoryPeer, collection: string) =>
      peer.doc.getMap<Y.Map<Y.Map<unknown>>>('map').get(collection) ?? new Y.Map<Y.Map<unknown>>();
    const first = (peer: MemoryPeer, collection: string) => [...entities(peer, collection).values()][0];
    /** Everybody sends something in one tick; how many transactions the document took for it. */
    const transactions = async (...acts: (() => unknown)[]): Promise<number> => {
      const spy = vi.spyOn(BoardDoc.prototype, 'transact');
      const commits = room.count('commits');
      for (const send of acts) send();
      await room.settle();
      expect(room.count('commits') - commits).toBe(1);
      const count = spy.mock.calls.length;
      spy.mockRestore();
      return count;
    };
    return { room, board, led, parts, entities, first, transactions };
  }

  it('[SESSION-23] is one transaction a tick as without limits, until somebody limited touches what is limited', async () => {
    const counts = [];
    for (const permits of [null, closed]) {
      const { led, parts, entities, first, transactions } = await openRoom(permits);
      const [one, two] = parts;
      if (one === undefined || two === undefined) throw new Error('nobody came');
      const beside = [
        () => first(led, 'goal')?.set('unit', 'per cent'),
        () => entities(led, 'interests').delete([...entities(led, 'interests').keys()].at(-1) ?? ''),
        () => first(one, 'organizations')?.set('name', 'One'),
        () => first(one, 'bodies')?.set('name', 'The board'),
        () => entities(two, 'organizations').delete([...entities(two, 'organizations').keys()].at(-1) ?? ''),
      ];
      counts.push(await transactions(...beside));
      counts.push(await transactions(() => first(one, 'organizations')?.set('name', 'Two')));
      counts.push(
        await transactions(
          () => first(led, 'goal')?.set('unit', 'people'),
          () => first(one, 'organizations')?.set('name', 'Three'),
          () => first(two, 'goal')?.set('unit', 'cars'),
        ),
      );
    }
    expect(counts).toEqual([1, 1, 1, 1, 1, 2]);
  });

  it.each([
    ['the goal', 'skeleton', (map) => map.get('goal')?.get('goal')?.set('unit', 'mine')],
    ['an interest', 'skeleton', (map) => map.get('interests')?.set('i-new', new Y.Map([['title', 'mine']]))],
    ['the existence of a body', 'skeleton', (map) => map.get('bodies')?.delete(first(map, 'bodies'))],
    ['a round', 'rounds', (map) => map.get('iterations')?.get(first(map, 'iterations'))?.set('status', 'closed')],
  ] as [string, string, (map: Y.Map<Y.Map<Y.Map<unknown>>>) => unknown][])(
    '[SESSION-25] by hand on the wire %s stays as it was: its sender is told (%s), nobody else sees it',
    async (_what, reason, change) => {
      const { room, board, led, parts } = await openRoom(closed);
      const watcher = await room.join({ board, person: 4, role: 'observer' });
      const before = led.doc.getMap('map').toJSON();
      const seen: unknown[] = [];
      watcher.doc.getMap('map').observeDeep(() => void seen.push(watcher.doc.getMap('map').toJSON()));
      const [hand, other] = parts;
      hand?.doc.transact(() => change(hand.doc.getMap('map')));
      await room.settle();
      for (const peer of [led, ...parts, watcher]) expect(peer.doc.getMap('map').toJSON()).toEqual(before);
      expect(seen).toEqual(seen.map(() => before));
      const told = (peer: MemoryPeer | undefined) =>
        peer?.messages.flatMap((one) => (one.type === 'undone' ? [one.reason] : []));
      expect([told(hand), told(other), told(led)]).toEqual([[reason], [], []]);
    },
  );
});

const first = (map: Y.Map<Y.Map<Y.Map<unknown>>>, collection: string): string =>
  [...(map.get(collection)?.keys() ?? [])][0] ?? '';

describe('what is told beside the document', () => {
  it('[SESSION-1] greetings come right after welcome, and a message goes to whom it is for', async () => {
    const greeting = { type: 'board', title: 'greeted' } as const;
    const room = await openTestRelay(
      {},
      { companions: [{ opened: async () => {}, closed: () => {}, greetings: () => [greeting] }] },
    );
    const led = await room.join({ person: 1, role: 'facilitator' });
    const part = await room.join({ person: 2 });
    const stock = await room.join({ person: 3, hello: false });
    expect(part.messages.slice(0, 2).map(({ type }) => type)).toEqual(['welcome', 'board']);
    const told = (peer: MemoryPeer) =>
      peer.messages.flatMap((one) => (one.type === 'board' ? [one.title] : [])).slice(1);
    room.relay.tell(room.board, { type: 'board', title: 'all' });
    room.relay.tell(room.board, { type: 'board', title: 'led' }, { role: 'facilitator' });
    room.relay.tell(room.board, { type: 'board', title: 'two' }, { person: personId(2) });
    await room.settle();
    expect([told(led), told(part), stock.messages]).toEqual([['all', 'led'], ['all', 'two'], []]);
  });

  it('[SESSION-1] a companion that cannot be opened keeps the room closed, and is closed with it', async () => {
    const closed: string[] = [];
    const companion = {
      opened: () => Promise.reject(new Error('unreadable')),
      closed: (board: string) => void closed.push(board),
      greetings: () => [],
    };
    const room = await openTestRelay({}, { companions: [companion] });
    const peer = await room.join();
    expect(peer.closed?.code).toBe(4507);
    expect(closed).toEqual([room.board]);
  });
});
