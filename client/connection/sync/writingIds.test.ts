/** Pages, their copies and the relay together: under one writing id and clock there is one thing, and ids are used again. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { sameParts } from '#shared/board/sameParts.ts';
import { createRandom } from '#shared/testing/random.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { openTestRelay, personId, type TestRelay } from '#server/testing/openTestRelay.ts';
import { Device, type Page } from '#client/testing/Device.ts';

const canvas = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('canvas');
const draw = (doc: Y.Doc, id: string, x: number): void =>
  void canvas(doc).set(id, new Y.Map<unknown>([['pos', [x, 2, 0]]]));

function deviceOf(t: TestRelay, person: number, hasLocks = true, random = Math.random): Device {
  const who = { id: personId(person), name: `Name ${person}`, color: '#112233', role: 'participant' } as const;
  return new Device({
    hasLocks,
    random,
    open: (socket) => t.relay.connect(socket, { board: t.board, person: who, device: 'laptop' }),
  });
}

/** Lets disks, timers and the relay do what they have begun. */
async function work(t: TestRelay, devices: readonly Device[], messages = Infinity, ms = 40): Promise<void> {
  for (const { pages, wires } of devices) {
    for (const page of pages) page.line.clock.advance(ms);
    for (const wire of wires) wire.move(messages);
  }
  await t.settle(ms);
  for (let n = 0; n < 4; n += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function until(t: TestRelay, devices: readonly Device[], isSo: () => boolean): Promise<void> {
  for (let n = 0; n < 3_000; n += 1) {
    if (isSo()) return;
    await work(t, devices);
  }
  const lines = devices.flatMap(({ pages }) => pages.map(({ line }) => line.connection.view().line));
  throw new Error(`It did not come to it: ${JSON.stringify(lines)}`);
}

const isSaved = ({ line }: Page): boolean => {
  const state = line.connection.view().line;
  return state.kind === 'live' && !state.saving;
};

/** Writing ids in the stored document. */
async function idsIn(t: TestRelay): Promise<number> {
  return (await t.stored()).store.clients.size;
}

async function reload(t: TestRelay, device: Device, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const page = await device.openPage();
    await until(t, [device], () => isSaved(page));
    // nobody writes in the very moment in which the board is there
    for (let turn = 0; turn < 4; turn += 1) await work(t, [device]);
    draw(page.doc, `shape:${n % 20}`, n);
    await until(t, [device], () => isSaved(page));
    page.close();
    await work(t, [device]);
  }
}

describe('writing ids', () => {
  it('[LINE-18] a device that is reloaded sixty times and edits each time writes under one', async () => {
    const t = await openTestRelay();
    const server = await idsIn(t);
    await reload(t, deviceOf(t, 1), 60);
    expect((await idsIn(t)) - server).toBe(1);
    expect(t.errors).toEqual([]);
  });

  it('[LINE-18] another person on the same computer, and a browser without locks, get their own', async () => {
    const t = await openTestRelay();
    const server = await idsIn(t);
    await reload(t, deviceOf(t, 1), 3);
    await reload(t, deviceOf(t, 2), 3);
    expect((await idsIn(t)) - server).toBe(2);
    await reload(t, deviceOf(t, 3, false), 3);
    expect((await idsIn(t)) - server).toBe(5);
  });
});

describe('pages that come, go and crash', () => {
  /** Under one id and clock stands the same in every page, in every copy and with the server. */
  async function check(t: TestRelay, devices: readonly Device[], what: string): Promise<void> {
    const server = await t.stored();
    for (const device of devices) {
      for (const page of device.pages)
        expect(`${what}: page ${sameParts(Y.encodeStateAsUpdate(page.doc), server)}`).toBe(`${what}: page true`);
      const copy = Y.encodeStateAsUpdate(await device.copied());
      expect(`${what}: copy ${sameParts(copy, server)}`).toBe(`${what}: copy true`);
    }
  }

  it.each(Array.from({ length: 12 }, (_, n) => n + 1))(
    '[LINE-18] nobody ever writes two things under one id and clock, and all agree in the end (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      const t = await openTestRelay();
      const before = await idsIn(t);
      // two browsers of one person, one of them without locks, and a browser of somebody else
      const devices = [true, random.chance(0.5), true].map((hasLocks, n) =>
        deviceOf(t, n === 2 ? 2 : 1, hasLocks, () => random.next()),
      );
      let loads = 0;
      for (let step = 0; step < 150; step += 1) {
        const device = random.pick(devices);
        const act = random.below(14);
        if (device.pages.length === 0 || (act === 0 && device.pages.length < 2)) {
          loads += 1;
          await device.openPage(random.chance(0.8));
        } else {
          const page = random.pick(device.pages);
          if (act === 1) page.close();
          else if (act === 2) page.crash(random.below(4));
          else if (act === 3) page.setOnline(!page.isOnline);
          else if (act === 4) page.isDiskSlow = true;
          else if (act === 5) page.catchUp();
          else if (act <= 9) {
            if (page.line.connection.view().mayEdit) draw(page.doc, `shape:${random.below(12)}`, step);
          } else await work(t, devices, act === 10 ? 1 : Infinity, random.pick([5, 40, 600]));
        }
        if (step % 10 === 0) await check(t, devices, `step ${step}`);
      }
      for (const device of devices) {
        if (device.pages.length === 0) await device.openPage();
        for (const page of device.pages) {
          page.catchUp();
          if (!page.isOnline) page.setOnline(true);
        }
      }
      const pages = devices.flatMap((device) => device.pages);
      await until(t, devices, () => pages.every(isSaved));
      for (let turn = 0; turn < 10; turn += 1) await work(t, devices);
      await check(t, devices, 'end');
      const server = canvas(await t.stored()).toJSON();
      for (const page of pages) expect(canvas(page.doc).toJSON()).toEqual(server);
      expect(t.count('updatesRefused', 'idInUse')).toBe(0);
      expect(devices.flatMap((device) => device.pages.flatMap(({ line }) => line.faults))).toEqual([]);
      expect((await idsIn(t)) - before).toBeLessThanOrEqual(loads + 1);
      for (const page of pages) page.close();
    },
  );
});

describe('one writing id on two devices', () => {
  /** Opens the board once, and again without a line, where it writes under `id`. */
  async function offlineWith(t: TestRelay, device: Device, id: number, shapes: readonly string[]): Promise<Page> {
    const first = await device.openPage();
    await until(t, [device], () => isSaved(first));
    first.close();
    await work(t, [device]);
    const page = await device.openPage(false);
    await until(t, [device], () => page.line.connection.view().mayEdit);
    page.doc.clientID = id;
    for (const shape of shapes) draw(page.doc, shape, 1);
    return page;
  }

  it.each([
    [1, 1, ['shape:b1'], ['shape:a1', 'shape:a2']],
    [1, 1, ['shape:b1', 'shape:b2', 'shape:b3'], ['shape:a1']],
    [1, 1, ['shape:same'], ['shape:same']],
    [1, 2, ['shape:b1'], ['shape:a1', 'shape:a2']],
    [1, 2, ['shape:b1', 'shape:b2', 'shape:b3'], ['shape:a1']],
  ])(
    '[LINE-19] keeps what both wrote, of person %i and person %i: %o after %o',
    async (personA, personB, shapesB, shapesA) => {
      const t = await openTestRelay();
      const devices = [deviceOf(t, personA), deviceOf(t, personB)];
      const [deviceA, deviceB] = devices;
      if (deviceA === undefined || deviceB === undefined) throw new Error('two devices');
      const a = await offlineWith(t, deviceA, 77, shapesA);
      const b = await offlineWith(t, deviceB, 77, shapesB);
      canvas(b.doc)
        .get(shapesB[0] ?? '')
        ?.set('pos', [5, 5, 5]);
      a.setOnline(true);
      await until(t, devices, () => isSaved(a));
      b.setOnline(true);
      const all = [...new Set([...shapesA, ...shapesB])].toSorted();
      await until(t, devices, () => isSaved(b) && all.every((shape) => canvas(a.doc).has(shape)));
      await work(t, devices);
      const stored = canvas(await t.stored()).toJSON();
      expect(
        Object.keys(stored)
          .filter((key) => key.startsWith('shape:'))
          .toSorted(),
      ).toEqual(all);
      expect(stored[shapesB[0] ?? '']).toEqual({ pos: [5, 5, 5] });
      for (const page of [a, b]) {
        expect(canvas(page.doc).toJSON()).toEqual(stored);
        expect(page.line.connection.view().notices).toEqual([]);
        expect(await page.line.connection.setAside.list()).toEqual([]);
        expect(page.line.faults).toEqual([]);
      }
      // what comes after goes its usual way
      draw(b.doc, 'shape:after', 1);
      await until(t, devices, () => isSaved(b) && canvas(a.doc).has('shape:after'));
      for (const page of [a, b]) page.close();
    },
  );

  it('[LINE-19] a page that ends before its work was written again still has it on the device', async () => {
    const t = await openTestRelay();
    const [deviceA, deviceB] = [deviceOf(t, 1), deviceOf(t, 1)];
    const a = await offlineWith(t, deviceA, 77, ['shape:a']);
    const b = await offlineWith(t, deviceB, 77, ['shape:b']);
    a.setOnline(true);
    await until(t, [deviceA, deviceB], () => isSaved(a));
    b.setOnline(true);
    await until(t, [deviceA, deviceB], () => t.count('updatesRefused', 'idInUse') > 0);
    b.setOnline(false);
    await work(t, [deviceA, deviceB]);
    b.crash(0);
    const again = await deviceB.openPage();
    await until(t, [deviceA, deviceB], () => isSaved(again));
    const kept = await again.line.connection.setAside.list();
    const [entry] = kept;
    const doc = new Y.Doc();
    if (entry !== undefined) Y.applyUpdate(doc, entry.update);
    expect(canvas(doc).has('shape:b') || canvas(again.doc).has('shape:b')).toBe(true);
    for (const page of [a, again]) page.close();
  });
});
