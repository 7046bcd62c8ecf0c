import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRandom } from '#shared/testing/random.ts';
import { messageKinds, syncKinds } from '#shared/wire/messages.ts';
import { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { sameParts } from '#shared/board/sameParts.ts';
import { openTestRelay, personId } from '#server/testing/openTestRelay.ts';
import { statePieces } from './statePieces.ts';

const canvas = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('canvas');

describe('a state in pieces', () => {
  it.each([1, 2, 3])('[SYNC-22] each piece applies by itself, and all of them are the document (seed %i)', (seed) => {
    const random = createRandom(seed);
    const docs = [1, 2, 3].map((id) => Object.assign(new Y.Doc(), { clientID: id }));
    const [doc = new Y.Doc()] = docs;
    const earlier: Uint8Array[] = [];
    for (let step = 0; step < 400; step += 1) {
      const one = random.pick(docs);
      const text = one.getText('t');
      const act = random.below(6);
      if (act === 0) canvas(one).set(`shape:${random.below(20)}`, new Y.Map<unknown>([['pos', [step, 1, 0]]]));
      else if (act === 1)
        canvas(one)
          .get(`shape:${random.below(20)}`)
          ?.set('pos', [1, step, 0]);
      else if (act === 2) canvas(one).delete(`shape:${random.below(20)}`);
      else if (act === 3) Y.applyUpdate(one, Y.encodeStateAsUpdate(random.pick(docs)));
      else if (act === 4 && text.length > 3) text.delete(random.below(text.length - 2), 2);
      else text.insert(random.below(text.length + 1), 'abcd');
      if (step % 80 === 0) earlier.push(Y.encodeStateAsUpdate(doc));
    }
    for (const one of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(one));
    for (const had of [Y.encodeStateAsUpdate(new Y.Doc()), ...earlier]) {
      const reader = new Y.Doc();
      Y.applyUpdate(reader, had);
      const known = Y.decodeStateVector(Y.encodeStateVector(reader));
      const pieces = statePieces(doc, known, 200);
      expect(pieces.length).toBeGreaterThan(3);
      for (const piece of pieces.slice(0, -1)) {
        Y.applyUpdate(reader, piece);
        expect(reader.store.pendingStructs).toBeNull();
      }
      Y.applyUpdate(reader, pieces.at(-1) ?? new Uint8Array());
      expect(Y.encodeStateVector(reader)).toEqual(Y.encodeStateVector(doc));
      expect(reader.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
      expect(canvas(reader).toJSON()).toEqual(canvas(doc).toJSON());
      expect(sameParts(Y.encodeStateAsUpdate(reader), doc)).toBe(true);
    }
  });

  it('[SYNC-22] waits for a slow line while others go on, and resumes where one broke', async () => {
    const t = await openTestRelay();
    const large = new Y.Doc();
    for (let n = 0; n < 300; n += 1)
      canvas(large).set(`shape:${n}`, new Y.Map<unknown>([['meta', 'x'.repeat(10_000)]]));
    await t.store.append(t.board, { update: Y.encodeStateAsUpdate(large), claims: [] });
    const other = await t.join();
    const slow = new MemoryPeer();
    const waiting = (): number => slow.inbox.reduce((sum, message) => sum + message.length, 0);
    Object.defineProperty(slow, 'bufferedBytes', { get: waiting });
    const connect = async (): Promise<void> => {
      slow.connect((socket) =>
        t.relay.connect(socket, {
          board: t.board,
          device: 'laptop',
          person: { id: personId(5), name: 'Slow', color: '#112233', role: 'participant' },
        }),
      );
      slow.flushOut();
      await t.settle(25);
    };
    await connect();
    let most = 0;
    for (let n = 0; n < 20; n += 1) {
      canvas(other.doc).set(`shape:new${n}`, new Y.Map<unknown>([['pos', [n, 1, 0]]]));
      await t.settle(40);
      most = Math.max(most, waiting());
    }
    expect([slow.closed, most < 1024 * 1024]).toEqual([null, true]);
    // a little of it arrives, and the line breaks
    slow.flushIn(6);
    const had = [...canvas(slow.doc).keys()].length;
    expect(had).toBeGreaterThan(10);
    expect([...canvas(slow.doc).keys()].filter((key) => key.startsWith('shape:new'))).toEqual([]);
    const before = slow.messagesRead.length;
    slow.disconnect();
    await connect();
    while (!slow.isSynced) {
      slow.flushIn(1);
      canvas(other.doc).set('shape:busy', new Y.Map<unknown>([['pos', [waiting(), 1, 0]]]));
      await t.settle(25);
    }
    const again = slow.messagesRead.slice(before).reduce((sum, message) => sum + message.length, 0);
    expect(again).toBeLessThan((300 - had + 30) * 10_100);
    slow.flushIn();
    expect(canvas(slow.doc).toJSON()).toEqual(canvas(other.doc).toJSON());
    const steps = slow.messagesRead.filter((message) => message[0] === messageKinds.sync).map((message) => message[1]);
    expect(steps.filter((step) => step === syncKinds.step2)).toHaveLength(1);
    expect([slow.closed, t.errors]).toEqual([null, []]);
  });
});
