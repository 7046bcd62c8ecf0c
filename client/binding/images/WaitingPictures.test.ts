import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import type { PlacedPicture } from '#client/canvas/images/placePicture.ts';
import { imageShelf } from '#client/connection/copy/imageShelf.ts';
import { WaitingPictures, type WaitingPicturesSetup } from './WaitingPictures.ts';

const picture = (id: string): PlacedPicture => ({
  id,
  page: 'page:page',
  x: 10,
  y: 20,
  w: 2,
  h: 1,
  name: `${id}.png`,
  isAnimated: false,
  file: new Blob(['png'], { type: 'image/png' }),
});

/** A page with the pictures of a device. */
function openPage(disk: IDBFactory, change: Partial<WaitingPicturesSetup> = {}) {
  const placed: string[] = [];
  const refused: string[] = [];
  const timers: (() => void)[] = [];
  let count = -1;
  const pictures = new WaitingPictures({
    shelf: imageShelf<PlacedPicture>(disk, 'pictures'),
    upload: () => Promise.resolve({ ok: true, value: { id: 'stored' } }),
    place: ({ id }, stored) => void placed.push(`${id} ${stored}`),
    onRefused: (code) => void refused.push(code),
    onCount: (waiting) => (count = waiting),
    report: (fault) => {
      throw fault;
    },
    after: (_, run) => {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
    ...change,
  });
  return { pictures, placed, refused, timers, count: () => count };
}

describe('WaitingPictures', () => {
  it('[ASSET-5] a picture is placed when the server has it, and not before', async () => {
    let answer: (value: { ok: true; value: { id: string } }) => void = () => {};
    const page = openPage(new IDBFactory(), { upload: () => new Promise((resolve) => (answer = resolve)) });
    page.pictures.setLive(true);
    const added = page.pictures.add([picture('a')]);
    await vi.waitFor(() => expect(page.count()).toBe(1));
    expect(page.placed).toEqual([]);
    await vi.waitFor(() => {
      answer({ ok: true, value: { id: 'stored' } });
      expect(page.placed).toEqual(['a stored']);
    });
    await added;
    expect(page.count()).toBe(0);
  });

  it('[ASSET-5] a picture is counted as waiting on this device when it is kept there, and not before', async () => {
    const disk = new IDBFactory();
    const shelf = imageShelf<PlacedPicture>(disk, 'pictures');
    let keep = (): void => {};
    const isAsked = new Promise<void>((asked) => {
      keep = asked;
    });
    const page = openPage(disk, { shelf: { ...shelf, put: (one) => isAsked.then(() => shelf.put(one)) } });
    const added = page.pictures.add([picture('a')]);
    await page.pictures.open();
    expect(page.count()).toBe(0);
    keep();
    await added;
    expect(page.count()).toBe(1);
    expect(await shelf.all()).toHaveLength(1);
  });

  it('[ASSET-5] without a line pictures wait, outlive the page, and are placed in their order on return', async () => {
    const disk = new IDBFactory();
    const first = openPage(disk);
    await first.pictures.add([picture('a'), picture('b')]);
    expect([first.placed, first.count()]).toEqual([[], 2]);
    first.pictures.stop();
    const second = openPage(disk);
    await second.pictures.open();
    expect([second.placed, second.count()]).toEqual([[], 2]);
    second.pictures.setLive(true);
    await vi.waitFor(() => expect(second.placed).toEqual(['a stored', 'b stored']));
    await vi.waitFor(() => expect(second.count()).toBe(0));
    const third = openPage(disk);
    await vi.waitFor(async () => {
      await third.pictures.open();
      expect(third.count()).toBe(0);
    });
  });

  it('[ASSET-5] a server that dies in the middle leaves the picture waiting, and it is tried again', async () => {
    let isThere = false;
    const upload = vi.fn(() =>
      Promise.resolve(
        isThere ? ({ ok: true, value: { id: 'stored' } } as const) : ({ ok: false, code: 'unreachable' } as const),
      ),
    );
    const page = openPage(new IDBFactory(), { upload });
    page.pictures.setLive(true);
    await page.pictures.add([picture('a')]);
    expect([page.placed, page.refused, page.count()]).toEqual([[], [], 1]);
    isThere = true;
    expect(page.timers).toHaveLength(1);
    page.timers[0]?.();
    await vi.waitFor(() => expect(page.placed).toEqual(['a stored']));
    expect(page.count()).toBe(0);
  });

  it('[ASSET-5] what the server refuses is not placed, does not wait, and is said; the next one goes on', async () => {
    const disk = new IDBFactory();
    const codes = ['too-large', 'board-storage-full'];
    const upload: WaitingPicturesSetup['upload'] = () => {
      const code = codes.shift();
      return Promise.resolve(code === undefined ? { ok: true, value: { id: 'stored' } } : { ok: false, code });
    };
    const page = openPage(disk, { upload });
    page.pictures.setLive(true);
    await page.pictures.add([picture('a'), picture('b'), picture('c')]);
    expect(page.refused).toEqual(['too-large', 'board-storage-full']);
    expect(page.placed).toEqual(['c stored']);
    const again = openPage(disk);
    await again.pictures.open();
    expect(again.count()).toBe(0);
  });

  it('[ASSET-5] where the browser keeps nothing a picture waits as long as the page', async () => {
    const page = openPage(new IDBFactory(), { shelf: null });
    await page.pictures.add([picture('a')]);
    expect(page.count()).toBe(1);
    page.pictures.setLive(true);
    await vi.waitFor(() => expect(page.placed).toEqual(['a stored']));
  });
});
