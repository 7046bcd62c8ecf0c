import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { tenYears } from '#shared/testing/tenYears.ts';
import { openTestRelay } from '#server/testing/openTestRelay.ts';

it('[ADMIT-5] ten years of a weekly board with 60 people open for a newcomer and for old devices, and stay small', async () => {
  // one device in twenty loses its storage in a week, and with it its writing id
  const { doc, oldest, lastYear } = tenYears(0.05);
  const state = Y.encodeStateAsUpdate(doc);
  const t = await openTestRelay();
  await t.store.append(t.board, { update: state, claims: [] });
  expect(doc.store.clients.size).toBeLessThan(2_500);
  expect(Y.encodeStateVector(doc).length).toBeLessThan(16 * 1024);
  expect(state.length).toBeLessThan(1024 * 1024);
  for (const [name, had] of Object.entries({ newcomer: null, oldest, lastYear })) {
    const device = new Y.Doc();
    if (had !== null) Y.applyUpdate(device, had);
    const peer = await t.join({ doc: device });
    await t.settle(50);
    const read = peer.messagesRead.reduce((sum, message) => sum + message.length, 0);
    expect([name, peer.isSynced, peer.closed, read < state.length + 16 * 1024]).toEqual([name, true, null, true]);
    expect(device.getMap('canvas').size).toBeGreaterThanOrEqual(600);
    for (const [key, note] of doc.getMap<Y.Map<unknown>>('canvas'))
      expect(device.getMap<Y.Map<unknown>>('canvas').get(key)?.get('pos')).toEqual(note.get('pos'));
    peer.disconnect();
  }
  expect(t.errors).toEqual([]);
}, 60_000);
