/**
 * Runs in the page before its own scripts: holds the document back until the page is at rest, notes when every shape stood
 * on the page and when the whole board was painted, and the times between frames. The same for the board page and the bare
 * one.
 */
import type { Page } from '@playwright/test';

export interface Marks {
  /** milliseconds since the page was handed the document (board page) or the store began to be filled (bare page) */
  readonly filled: number;
  /** every shape is in the page and a frame with them is out */
  readonly opened: number;
  /** after that the view was set to the whole board, and it is painted */
  readonly whole: number;
}

export interface Watched {
  /** The clock starts. */
  begin(): void;
  /** The document is synced, or the store is full. */
  filled(): void;
  /** True when the document has arrived and waits for `release`. */
  isHolding(): boolean;
  /** Hands the page the messages that were held back; the clock starts. */
  release(): void;
  /** Resolves when the whole board is painted. */
  marks(shapes: number, withinMs: number): Promise<Marks>;
  /** Resolves with the time when so many shapes are in the page and painted. */
  painted(shapes: number, withinMs: number): Promise<number>;
  /** From now on the times between frames are kept; `keptFrames` returns them and ends it. */
  keepFrames(): void;
  keptFrames(): number[];
  /** Takes the time from the next click, key or release until the second picture after it. */
  timeNextEvent(): void;
  timedEvent(): Promise<number>;
  /** Presses a key of the canvas (Shift and a digit). */
  press(digit: '0' | '1'): void;
  /** Times between frames in milliseconds, for so long. */
  frames(forMs: number): Promise<number[]>;
}

/** Before the page is opened. Each part goes into the page as text, so that none may use anything of this file. */
export async function watchPage(page: Page, shapePrefix: string): Promise<void> {
  // tsx keeps the names of functions with a helper that the page does not have.
  await page.addInitScript('globalThis.__name ??= (value) => value');
  await page.addInitScript(watchShapes, shapePrefix);
  await page.addInitScript(watchFrames);
  await page.addInitScript(holdDocument);
}

function watchShapes(shapePrefix: string): void {
  let began = Number.NaN;
  let full = Number.NaN;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const shapes = () => document.querySelectorAll<HTMLElement>(`.tl-shape[data-shape-id^="${shapePrefix}"]`);
  const painted = async () => {
    await frame();
    await frame();
    return performance.now() - began;
  };
  const part: Pick<Watched, 'begin' | 'filled' | 'painted' | 'marks' | 'press'> = {
    begin() {
      if (Number.isNaN(began)) began = performance.now();
    },
    filled() {
      if (Number.isNaN(full)) full = performance.now();
    },
    async painted(count, withinMs) {
      while (shapes().length < count) {
        if (performance.now() - began > withinMs) throw new Error(`${shapes().length} of ${count} shapes are there`);
        await frame();
      }
      return painted();
    },
    async marks(count, withinMs) {
      const inTime = async () => {
        if (performance.now() - began > withinMs)
          throw new Error(`${shapes().length} of ${count} shapes are there: ${document.body.innerText.slice(0, 500)}`);
        await frame();
      };
      while (shapes().length < count) await inTime();
      const opened = await painted();
      part.press('1');
      const isHidden = (shape: HTMLElement) => shape.style.display === 'none';
      while ([...shapes()].some(isHidden)) await inTime();
      return { filled: full - began, opened, whole: await painted() };
    },
    press(digit) {
      const target = document.querySelector('.tl-container') ?? document.body;
      const init = {
        key: digit === '1' ? '!' : ')',
        code: `Digit${digit}`,
        keyCode: digit.charCodeAt(0),
        shiftKey: true,
        bubbles: true,
      };
      for (const type of ['keydown', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, init));
    },
  };
  Object.assign((window.watched ??= {} as Watched), part);
}

function watchFrames(): void {
  let kept: number[] | null = null;
  let timed: Promise<number> = Promise.resolve(Number.NaN);
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const part: Pick<Watched, 'keepFrames' | 'keptFrames' | 'timeNextEvent' | 'timedEvent' | 'frames'> = {
    keepFrames() {
      kept = [];
      let last = performance.now();
      const next = (now: number): void => {
        if (kept === null) return;
        kept.push(now - last);
        last = now;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    },
    keptFrames() {
      const times = kept ?? [];
      kept = null;
      return times.slice(1);
    },
    timeNextEvent() {
      timed = new Promise((resolve) => {
        const kinds = ['pointerup', 'keydown', 'mousedown'] as const;
        const once = async (event: Event): Promise<void> => {
          for (const kind of kinds) removeEventListener(kind, once, true);
          const at = event.timeStamp;
          await frame();
          resolve((await frame()) - at);
        };
        for (const kind of kinds) addEventListener(kind, once, true);
      });
    },
    timedEvent: () => timed,
    async frames(forMs) {
      const times: number[] = [];
      let last = await frame();
      const end = last + forMs;
      while (last < end) {
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      return times;
    },
  };
  Object.assign((window.watched ??= {} as Watched), part);
}

function holdDocument(): void {
  let isHeldBack = true;
  let held: (() => void)[] = [];
  const part: Pick<Watched, 'isHolding' | 'release'> = {
    isHolding: () => held.length > 0,
    release() {
      window.watched.begin();
      const run = held;
      held = [];
      isHeldBack = false;
      for (const message of run) message();
    },
  };
  Object.assign((window.watched ??= {} as Watched), part);

  const [sync, step2, update] = [0, 1, 2];
  const handlerOf = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
  Object.defineProperty(WebSocket.prototype, 'onmessage', {
    configurable: true,
    set(this: WebSocket, handle: (event: MessageEvent<ArrayBuffer>) => void) {
      handlerOf?.set?.call(this, (event: MessageEvent<ArrayBuffer>) => {
        const [kind, what] = new Uint8Array(event.data);
        const isDocument = kind === sync && (what === step2 || what === update);
        const take = () => {
          handle.call(this, event);
          if (isDocument && what === step2) window.watched.filled();
        };
        // What comes after the document waits with it, so that the order stays.
        if (isHeldBack && (isDocument || held.length > 0)) held.push(take);
        else take();
      });
    },
  });
}
