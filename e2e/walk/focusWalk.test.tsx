// @vitest-environment jsdom
/**
 * Everything on every page that can be pressed is pressed once, and whatever that closes, the focus is somewhere. The list is
 * complete by construction: it is compared with every place in the source that takes a press (decision 0220).
 */
import { IDBFactory } from 'fake-indexeddb';
import { act } from 'react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
// loaded on demand by the page; here before the walk begins
import '#client/export/TakeHomePanel.tsx';
import '#client/panels/csv/CsvPanel.tsx';
import '#client/panels/snapshots/SnapshotsPanel.tsx';
import { startServer, type TestServer } from '#server/testing/startServer.ts';
import { ViewsOnCanvas } from '#client/app/onCanvas/ViewsOnCanvas.tsx';
import { ControlWalk } from './ControlWalk.ts';
import { notWalked } from './notWalked.ts';
import { ownWords } from './ownWords.ts';
import { plainWords } from './plainWords.ts';
import { pressedInSource } from './pressedInSource.ts';
import { scenes } from './walkScenes.tsx';

// the server speaks the made-up language, too
vi.mock(import('#shared/words/languages.ts'), async (original) => {
  const [real, { madeUpLanguage }] = [await original(), await import('#client/testing/loadMadeUp.ts')];
  const languages = ['en', madeUpLanguage];
  return { ...real, languages, chooseLanguage: (wanted) => real.chooseLanguage(wanted, languages) };
});
vi.mock(import('#shared/words/wordsIn.ts'), async (original) => {
  const { madeUpLanguage } = await import('#client/testing/loadMadeUp.ts');
  const { madeUpWords } = await import('#shared/testing/madeUpWords.ts');
  const { englishTexts } = await import('#shared/templates/templates.ts');
  return {
    ...(await original()),
    templateTextsIn: (language) =>
      Promise.resolve(language === madeUpLanguage ? (madeUpWords(englishTexts) as typeof englishTexts) : englishTexts),
  };
});

// tldraw needs a real browser; what lies over it is here
vi.mock('#client/app/onCanvas/BoardCanvas.tsx', () => ({
  BoardCanvas: () => (
    <>
      <div className="tl-container" tabIndex={0} />
      <ViewsOnCanvas canvas={null} />
    </>
  ),
}));

/** One address is everybody here. */
const limits = { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000, snapshotActsPerMinute: 100_000 };

let server: TestServer;
const line = { requests: 0 };
/** What was seen in plain letters. */
const plain = new Set<string>();
let width = 0;

beforeAll(async () => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  // what the server sends comes when it comes
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubGlobal('matchMedia', (media: string) => {
    const [, bound, px] = /\((min|max)-width: (\d+)px\)/.exec(media) ?? [];
    const matches = bound !== undefined && (bound === 'min' ? width >= Number(px) : width <= Number(px));
    return Object.assign(new EventTarget(), { media, matches });
  });
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (...call: Parameters<typeof fetch>) => {
    line.requests += 1;
    return fetch(...call).finally(() => (line.requests -= 1));
  });
  // nothing is drawn: a frame is over at once
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => setTimeout(() => run(performance.now())));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  vi.stubGlobal('indexedDB', new IDBFactory());
  // jsdom lays nothing out and keeps no files
  vi.stubGlobal('ResizeObserver', NoSizes);
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:file');
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  Element.prototype.scrollIntoView = () => {};
  server = await startServer({ limits });
});
afterAll(async () => {
  await server.stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

class NoSizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** Until no request is under way, and a frame has passed in which the page stayed as it was. */
async function settle(): Promise<void> {
  let changes = 0;
  const watch = new MutationObserver((list) => (changes += list.length));
  watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  let before = -1;
  // a clock changes each second, and a page that never rests is no reason to wait for ever
  for (let frames = 0; frames < 200 && (line.requests > 0 || before !== changes); frames += 1) {
    before = changes;
    // carries out all that React has to do, what it loads on demand included
    await act(async () => {
      await new Promise((done) => setTimeout(done, 4));
    });
  }
  watch.disconnect();
  for (const text of plainWords(ownWords)) plain.add(text);
}

const fileFor = (field: HTMLInputElement): File =>
  field.accept.includes('csv')
    ? new File(['organization,interest\nCorner Bakery,Work\n'], 'list.csv', { type: 'text/csv' })
    : new File(['{}'], 'board.json', { type: 'application/json' });

const walk = new ControlWalk(settle, fileFor);

it.each(scenes)('[PAGE-17] the focus is somewhere after each press on $name', { timeout: 600_000 }, async (scene) => {
  ({ width } = scene);
  const before = walk.lost.length;
  await walk.through({ ...scene, show: () => scene.show(server) });
  expect(walk.lost.slice(before)).toEqual([]);
});

it('[WORDS-2] nothing that was seen on the way is said in another language than that of the page', () => {
  expect([...plain].toSorted()).toEqual([]);
});

it('[PAGE-17] every file in the source whose controls take a press was walked, or it is said why not', () => {
  const fileOf = (place: string): string => place.slice(0, place.indexOf(':'));
  const walked = new Set([...walk.pressed].map(fileOf));
  const left = pressedInSource()
    .map(fileOf)
    .filter((file) => !walked.has(file) && notWalked[file] === undefined);
  expect([...new Set(left)]).toEqual([]);
});
