// @vitest-environment jsdom
import { createShapeId } from '@tldraw/tldraw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Presence } from '#shared/wire/presence.ts';
import { followPerson } from './followPerson.ts';
import { sharePresence } from './sharePresence.ts';
import { showPresence } from './showPresence.ts';
import { boardDocument, peerOf, type Peer } from '../testPeers.ts';

const anna = { id: 'annaannaannaanna', name: 'Anna', color: '#12746c', role: 'facilitator' } as Presence['person'];
const there: Presence = {
  person: anna,
  page: 'page:page',
  cursor: { x: 5, y: 6 },
  camera: { x: 100, y: 50, z: 2, w: 800, h: 600 },
  selection: [],
};
const peers: Peer[] = [];
const join = () => {
  const peer = peerOf(boardDocument());
  peers.push(peer);
  return peer;
};
afterEach(() => {
  for (const peer of peers.splice(0)) peer.leave();
});

describe('presence', () => {
  it("[BIND-18] 22: each connection is shown, also one's own in another tab, with a star for facilitators", () => {
    const { editor, store } = join();
    showPresence(
      store,
      new Map([
        [1, there],
        [
          2,
          {
            ...there,
            person: { ...anna, id: 'bertbertbertbert', name: 'Bert', role: 'participant' } as Presence['person'],
          },
        ],
      ]),
      1,
    );
    expect(editor.getCollaborators().map((each) => [each.userName, each.cursor?.x])).toEqual(
      expect.arrayContaining([
        ['★ Anna', 5],
        ['Bert', 5],
      ]),
    );
  });

  it('[BIND-18] 23: a connection that is gone is not shown any more, and nobody who has not said where they are', () => {
    const { editor, store } = join();
    showPresence(
      store,
      new Map([
        [1, there],
        [2, { person: anna }],
      ]),
      1,
    );
    expect(editor.getCollaborators()).toHaveLength(1);
    showPresence(store, new Map(), 2);
    expect(editor.getCollaborators()).toEqual([]);
  });

  it('[BIND-18] an unchanged presence changes nothing in the store; away hides the cursor', () => {
    const { store } = join();
    showPresence(store, new Map([[1, there]]), 1);
    const before = store.query.records('instance_presence').get()[0];
    showPresence(store, new Map([[1, { ...there }]]), 2);
    expect(store.query.records('instance_presence').get()[0]).toBe(before);
    showPresence(store, new Map([[1, { ...there, away: true }]]), 3);
    expect(store.query.records('instance_presence').get()[0]).toMatchObject({ cursor: null, meta: { away: true } });
  });

  it('[BIND-18] presence of others neither enters the document nor undo', () => {
    const peer = join();
    showPresence(peer.store, new Map([[1, there]]), 1);
    peer.binding.flush();
    expect([peer.sent(), peer.editor.getCanUndo()]).toEqual([0, false]);
  });

  it("[BIND-18] 21: one's own presence goes out at most 15 times a second, and only what changed", () => {
    const { editor, pace } = join();
    const set = vi.fn<(change: Presence) => void>();
    const stop = sharePresence(editor, set, pace, document);
    pace.pass(100);
    expect(set).toHaveBeenCalledTimes(1);
    pace.pass(5_000);
    expect(set).toHaveBeenCalledTimes(1);
    for (let step = 0; step < 120; step++) {
      editor.setCamera({ x: step, y: 0, z: 1 });
      pace.pass(1000 / 60);
    }
    expect(set.mock.calls.length).toBeLessThanOrEqual(32);
    expect(set.mock.calls.length).toBeGreaterThan(20);
    expect(Object.keys(set.mock.lastCall?.[0] ?? {})).toEqual(['camera']);
    const id = createShapeId('x');
    editor.createShape({ id, type: 'geo' }).select(id);
    pace.pass(100);
    expect(set.mock.lastCall?.[0]).toEqual({ selection: [id] });
    stop();
    expect(set.mock.lastCall?.[0]).toEqual({ cursor: null, selection: [] });
  });

  it('[BIND-18] whoever comes onto the canvas without moving points nowhere yet', () => {
    const { editor, pace } = join();
    const set = vi.fn<(change: Presence) => void>();
    const stop = sharePresence(editor, set, pace, document);
    const point = (name: string) => {
      editor.getContainer().dispatchEvent(new Event(name));
      pace.pass(100);
    };
    pace.pass(100);
    // what lay over the canvas is gone, and the pointer is on it
    point('pointerenter');
    expect(set.mock.calls.map(([change]) => change.cursor)).toEqual([null]);
    point('pointermove');
    expect(set.mock.lastCall?.[0]).toEqual({ cursor: { x: 0, y: 0 } });
    point('pointerleave');
    expect(set.mock.lastCall?.[0]).toEqual({ cursor: null });
    stop();
  });

  describe('following', () => {
    const settled = async () => {
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      vi.advanceTimersByTime(1);
    };
    const begin = async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
      const { editor, store } = join();
      const onStop = vi.fn();
      const show = async (...presences: Presence[]) => {
        showPresence(store, new Map(presences.map((presence, place) => [place + 1, presence])), 1);
        await settled();
      };
      const stop = followPerson(editor, anna?.id ?? '', onStop);
      await show(there);
      const follows = () => editor.getInstanceState().followingUserId === `user:${anna?.id}`;
      const turnWheel = async () => {
        window.dispatchEvent(new WheelEvent('wheel'));
        editor.stopFollowingUser();
        await settled();
      };
      return { editor, onStop, show, follows, turnWheel, stop };
    };
    afterEach(() => vi.useRealTimers());

    it("[SPOT-1] begins when the person is there and ends with one's own movement, not with one that was still rolling", async () => {
      const { follows, turnWheel, onStop, stop } = await begin();
      expect(follows()).toBe(true);
      await turnWheel();
      expect(follows()).toBe(true);
      expect(onStop).not.toHaveBeenCalled();
      vi.advanceTimersByTime(600);
      await turnWheel();
      expect(follows()).toBe(false);
      expect(onStop).toHaveBeenCalledTimes(1);
      stop();
    });

    it('[SPOT-1] goes on when the line of the person breaks and comes back', async () => {
      const { follows, show, turnWheel, onStop, stop } = await begin();
      vi.advanceTimersByTime(600);
      await show();
      expect(follows()).toBe(false);
      await show({ person: anna, page: 'page:page' });
      expect(follows()).toBe(false);
      await show(there);
      expect(follows()).toBe(true);
      expect(onStop).not.toHaveBeenCalled();
      await turnWheel();
      expect([follows(), onStop.mock.calls.length]).toEqual([false, 1]);
      stop();
    });

    it('[SPOT-1] goes on when something else than a hand sets the view: a step that begins', async () => {
      const { editor, follows, onStop, turnWheel, stop } = await begin();
      await turnWheel();
      vi.advanceTimersByTime(1_000);
      editor.setCamera({ x: 4, y: 4, z: 1 });
      await settled();
      expect([follows(), onStop.mock.calls.length]).toEqual([true, 0]);
      window.dispatchEvent(new WheelEvent('wheel'));
      vi.advanceTimersByTime(990);
      editor.setCamera({ x: 8, y: 8, z: 1 });
      await settled();
      expect([follows(), onStop.mock.calls.length]).toEqual([false, 1]);
      stop();
    });
  });
});
