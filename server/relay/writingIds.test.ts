/** Writing ids: one thing under one id and clock, one page at a time, and not without end. */
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { sameParts } from '#shared/board/sameParts.ts';
import { createRandom } from '#shared/testing/random.ts';
import { MemoryPeer, syncMessage } from '#shared/testing/MemoryPeer.ts';
import { protocolVersion, syncKinds } from '#shared/wire/messages.ts';
import { openTestRelay, type TestRelay } from '#server/testing/openTestRelay.ts';

const canvas = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('canvas');
const draw = (doc: Y.Doc, id: string, x = 1): void =>
  void canvas(doc).set(id, new Y.Map<unknown>([['pos', [x, 2, 0]]]));
const said = (peer: MemoryPeer, type: string): unknown[] => peer.messages.filter((message) => message.type === type);
const answers = (peer: MemoryPeer): boolean[] =>
  peer.messages.flatMap((message) => (message.type === 'writingId' ? [message.isGranted] : []));
const updateMessage = (update: Uint8Array): Uint8Array => syncMessage(syncKinds.update, update);

/** A document in which somebody has drawn under `client`. */
function drawn(client: number, ids: readonly string[], x = 1): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  for (const id of ids) draw(doc, id, x);
  return doc;
}

/** A line of person 1 that belongs to `page`. */
async function joinPage(t: TestRelay, page: string, person = 1): Promise<MemoryPeer> {
  const peer = await t.join({ person, hello: false });
  peer.say({ type: 'hello', protocol: protocolVersion, page });
  await t.settle();
  return peer;
}

async function ask(t: TestRelay, peer: MemoryPeer, client: number, clock: number): Promise<boolean | undefined> {
  peer.say({ type: 'writingId', client, clock });
  await t.settle();
  return answers(peer).at(-1);
}

describe('what comes again', () => {
  it('[SYNC-20] is known where it is the same and refused where it is not, to the same person too', async () => {
    const t = await openTestRelay();
    const a = await t.join({ person: 1 });
    a.raw(updateMessage(Y.encodeStateAsUpdate(drawn(77, ['shape:1', 'shape:2']))));
    await t.settle();
    const b = await t.join({ person: 1 });
    b.raw(updateMessage(Y.encodeStateAsUpdate(drawn(77, ['shape:1']))));
    await t.settle();
    expect(said(b, 'refused')).toEqual([]);
    b.raw(updateMessage(Y.encodeStateAsUpdate(drawn(77, ['shape:1'], 9))));
    await t.settle();
    expect(said(b, 'refused')).toEqual([expect.objectContaining({ code: 'idInUse' })]);
    const c = await t.join({ person: 2 });
    c.raw(updateMessage(Y.encodeStateAsUpdate(drawn(77, ['shape:else']))));
    await t.settle();
    expect(said(c, 'refused')).toEqual([expect.objectContaining({ code: 'idInUse' })]);
    expect(canvas(a.doc).toJSON()).toMatchObject({ 'shape:1': { pos: [1, 2, 0] }, 'shape:2': { pos: [1, 2, 0] } });
    expect(t.errors).toEqual([]);
  });

  it.each([1, 2, 3])(
    '[SYNC-20] is the same for every honest history, deleted and merged as it may be (seed %i)',
    (seed) => {
      const random = createRandom(seed);
      for (let round = 0; round < 60; round += 1) {
        const [server, ...people] = [0, 1, 2, 3].map((n) => Object.assign(new Y.Doc(), { clientID: n + 1 }));
        if (server === undefined) throw new Error('no server');
        const sent: Uint8Array[] = [];
        for (const doc of people) doc.on('update', (update: Uint8Array) => sent.push(update));
        for (let step = 0; step < 40; step += 1) {
          const doc = random.pick(people);
          const text = doc.getText('t');
          const act = random.below(6);
          if (act === 0) draw(doc, `shape:${random.below(4)}`, random.below(9));
          else if (act === 1) canvas(doc).delete(`shape:${random.below(4)}`);
          else if (act === 2 && text.length > 2) text.delete(random.below(text.length - 2), 2);
          else if (act === 3) Y.applyUpdate(doc, Y.encodeStateAsUpdate(random.pick(people)));
          else if (act === 4) Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
          else text.insert(random.below(text.length + 1), random.pick(['abc', '😀😀']));
        }
        for (const doc of people) Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
        for (const update of [...sent, ...people.map((doc) => Y.encodeStateAsUpdate(doc)), Y.mergeUpdates(sent)])
          expect(sameParts(update, server)).toBe(true);
      }
    },
  );

  it('[SYNC-20] differs where a word, a place, a key or what it stands in differs', () => {
    const write = (run: (doc: Y.Doc) => void): Y.Doc => {
      const doc = new Y.Doc();
      doc.clientID = 7;
      doc.getText('t').insert(0, 'one two');
      run(doc);
      return doc;
    };
    const variants: ((doc: Y.Doc) => void)[] = [
      (doc) => doc.getText('t').insert(7, 'x'),
      (doc) => doc.getText('t').insert(7, 'y'),
      (doc) => doc.getText('t').insert(3, 'x'),
      (doc) => doc.getText('u').insert(0, 'x'),
      (doc) => doc.getMap('m').set('a', 'x'),
      (doc) => doc.getMap('m').set('b', 'x'),
      (doc) => doc.getMap('n').set('a', 'x'),
      (doc) => doc.getMap('m').set('a', ['x']),
      (doc) => doc.getMap('m').set('a', new Y.Map()),
      (doc) => doc.getMap('m').set('a', new Y.Text()),
    ];
    const docs = variants.map(write);
    for (const [i, one] of docs.entries())
      for (const [j, other] of docs.entries())
        expect([i, j, sameParts(Y.encodeStateAsUpdate(one), other)]).toEqual([i, j, i === j]);
  });
});

describe('a writing id', () => {
  it('[SYNC-21] is given to a page that has all of it, and to no other while that one is open', async () => {
    const t = await openTestRelay();
    const first = await joinPage(t, 'one');
    first.raw(updateMessage(Y.encodeStateAsUpdate(drawn(77, ['shape:1']))));
    await t.settle();
    const clock = Y.getState(first.doc.store, 77);
    const second = await joinPage(t, 'two');
    expect(await ask(t, second, 77, clock)).toBe(false);
    first.disconnect();
    await t.settle();
    expect(await ask(t, second, 77, clock - 1)).toBe(false);
    expect(await ask(t, second, 77, clock)).toBe(true);
    const third = await joinPage(t, 'three');
    expect(await ask(t, third, 77, clock)).toBe(false);
    // the same page again, while its old line was not noticed dead
    const back = await joinPage(t, 'two');
    expect(await ask(t, back, 77, clock)).toBe(true);
  });

  it('[SYNC-21] is given neither to another person nor to an observer, nor is one of the server’s', async () => {
    const t = await openTestRelay();
    const first = await joinPage(t, 'one');
    first.raw(updateMessage(Y.encodeStateAsUpdate(drawn(77, ['shape:1']))));
    await t.settle();
    first.disconnect();
    const other = await joinPage(t, 'two', 2);
    expect(await ask(t, other, 77, 1_000)).toBe(false);
    const [ofServer = 0] = [...other.doc.store.clients.keys()].filter((client) => client !== 77);
    expect(await ask(t, other, ofServer, 1_000)).toBe(false);
    expect(await ask(t, other, 78, 0)).toBe(true);
    const observer = await t.join({ person: 1, role: 'observer' });
    expect(await ask(t, observer, 77, 1_000)).toBe(false);
  });

  it('[SYNC-21] is not given before what its last page sent is looked at', async () => {
    const t = await openTestRelay();
    const first = await joinPage(t, 'one');
    const second = await joinPage(t, 'two');
    const doc = drawn(77, ['shape:1']);
    first.raw(updateMessage(Y.encodeStateAsUpdate(doc)));
    await t.settle();
    const clock = Y.getState(doc.store, 77);
    const release = t.store.hold('append');
    draw(second.doc, 'shape:other');
    await t.settle();
    draw(doc, 'shape:late');
    first.raw(updateMessage(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map([[77, clock]])))));
    first.disconnect();
    second.say({ type: 'writingId', client: 77, clock });
    second.flushOut();
    await t.settle();
    expect(answers(second)).toEqual([]);
    release();
    await t.settle();
    expect(answers(second)).toEqual([false]);
  });
});

describe('new writing ids', () => {
  /** Parts without content under `count` ids. */
  const bare = (from: number, count: number): Uint8Array =>
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, count);
      for (let n = 0; n < count; n += 1) {
        for (const number of [1, from + n, 0]) encoding.writeVarUint(encoder, number);
        encoding.writeUint8(encoder, 0);
        encoding.writeVarUint(encoder, 1);
      }
      encoding.writeVarUint(encoder, 0);
    });
  const refused = (peer: MemoryPeer): unknown[] =>
    peer.messages.flatMap((message) => (message.type === 'refused' ? [message.code] : []));

  it('[ADMIT-12] are as many as the limit at once and not one more, whatever the number of lines', async () => {
    const t = await openTestRelay({ writingIdsBurst: 8, writingIdsPerHour: 60 });
    const a = await t.join({ person: 1 });
    a.raw(updateMessage(bare(1_000, 5)));
    await t.settle();
    const b = await t.join({ person: 1 });
    b.raw(updateMessage(bare(2_000, 4)));
    b.raw(updateMessage(bare(3_000, 3)));
    b.raw(updateMessage(bare(4_000, 1)));
    await t.settle();
    expect([refused(a), refused(b)]).toEqual([[], ['tooManyIds', 'tooManyIds']]);
    const other = await t.join({ person: 2 });
    other.raw(updateMessage(bare(5_000, 8)));
    await t.settle();
    expect(refused(other)).toEqual([]);
    // who writes on under an id that the board knows takes none
    other.raw(updateMessage(bare(5_000, 8)));
    await t.settle(59_000);
    const late = await t.join({ person: 1 });
    late.raw(updateMessage(bare(6_000, 1)));
    await t.settle();
    await t.settle(1_000);
    expect(refused(late)).toEqual(['tooManyIds']);
    const later = await t.join({ person: 1 });
    later.raw(updateMessage(bare(7_000, 1)));
    await t.settle();
    expect(refused(later)).toEqual([]);
  });

  it('[ADMIT-12] 44 messages of 256 each do not pass, also where the room closes in between', async () => {
    const t = await openTestRelay();
    for (let message = 0; message < 44; message += 1) {
      const hostile = await t.join({ person: 1 });
      hostile.raw(updateMessage(bare(10_000 + message * 256, 256)));
      await t.settle();
      hostile.disconnect();
      await t.settle(30_000);
    }
    const vector = Y.decodeStateVector(Y.encodeStateVector(await t.stored()));
    expect(vector.size).toBeLessThan(256 * 2);
  });

  it('[ADMIT-12] a person who reloads five tabs every minute for 100 minutes, each under a new id, is refused nothing', async () => {
    const t = await openTestRelay();
    const stays = await t.join({ person: 2 });
    for (let minute = 0; minute < 100; minute += 1) {
      const page = new MemoryPeer();
      t.open(page, { person: 1 });
      for (let tab = 0; tab < 5; tab += 1) page.raw(updateMessage(bare(100_000 + minute * 5 + tab, 1)));
      await t.settle(60_000);
      expect(refused(page)).toEqual([]);
      page.disconnect();
    }
    expect(stays.closed).toBeNull();
  });
});
