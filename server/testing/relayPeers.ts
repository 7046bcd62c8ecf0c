/** For tests of the relay: what people draw over an in-memory wire, and what they were told. */
import * as Y from 'yjs';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { openTestRelay, type TestRelay } from '#server/testing/openTestRelay.ts';

export const canvas = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('canvas');
export const map = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('map');
export const draw = (peer: MemoryPeer, id: string, fields: Record<string, unknown> = { pos: [1, 2, 0] }): void =>
  void canvas(peer.doc).set(id, new Y.Map(Object.entries(fields)));
export const state = (doc: Y.Doc): unknown => ({
  canvas: canvas(doc).toJSON(),
  map: map(doc).toJSON(),
  meta: doc.getMap('meta').toJSON(),
});
export const updatesIn = (peer: MemoryPeer): number =>
  peer.messagesRead.filter((message) => message[0] === 0 && message[1] === 2).length;
export const said = (peer: MemoryPeer, type: string): unknown[] =>
  peer.messages.filter((message) => message.type === type);
export const lastSaved = (peer: MemoryPeer): unknown => said(peer, 'saved').at(-1);

export async function pair(limits = {}): Promise<{ t: TestRelay; a: MemoryPeer; b: MemoryPeer }> {
  const t = await openTestRelay(limits);
  return { t, a: await t.join(), b: await t.join() };
}
