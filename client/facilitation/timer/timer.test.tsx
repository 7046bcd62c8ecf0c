// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cast, showWorkshop, type Someone, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
import { runSheets } from '#shared/testing/english.ts';
import { TimerFace } from './TimerFace.tsx';
import { TimerPart } from './TimerPart.tsx';
import { TimerSaid } from './TimerSaid.tsx';
import { TimeUp } from './TimeUp.tsx';

const agenda = [...(runSheets[0]?.steps ?? [])];
const minute = 60_000;
let shown: ShownWorkshop;
let heard: string[] = [];

class Tone {
  connect(to: unknown): unknown {
    return to;
  }
  start(): void {
    heard.push('tone');
  }
  stop(): void {}
  addEventListener(): void {}
  readonly frequency = { value: 0 };
  readonly gain = {
    setValueAtTime: () => {},
    linearRampToValueAtTime: () => {},
    exponentialRampToValueAtTime: () => {},
  };
}
/** jsdom has no sound. */
class Loudspeaker {
  readonly currentTime = 0;
  readonly destination = {};
  constructor() {
    heard.push('opened');
  }
  createOscillator = () => new Tone();
  createGain = () => new Tone();
  resume = async () => {};
  suspend = async () => {};
  close = async () => {};
}

async function show(who: Someone): Promise<void> {
  heard = [];
  vi.stubGlobal('AudioContext', Loudspeaker);
  shown = await showWorkshop(
    who,
    <>
      <TimerFace />
      <TimerSaid />
      <TimeUp />
      {who.role === 'facilitator' && <TimerPart />}
    </>,
    { agenda },
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
}

const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
const figures = () => shown.place.querySelector('[role="timer"]')?.textContent ?? '';
const up = () => shown.place.querySelector('[role="group"][aria-label="Time is up"]');

describe('the clock', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    shown.close();
  });

  it('[STEP-3] is said when it starts and is paused, at one minute, ten seconds and the end, and on a press', async () => {
    await show(cast.jordan);
    shown.asks(cast.maya, { do: 'startTimer', minutes: 10 });
    // a region that came with its words would not be heard
    expect(shown.spokenNow()).toEqual(['']);
    pass(200);
    expect(shown.spokenNow()).toContain('The clock runs: 10 minutes.');
    pass(6 * minute - 200);
    expect(figures()).toContain('4:00');
    expect(shown.spokenNow()).toContain('The clock runs: 10 minutes.');
    shown.click(shown.place.querySelector('[role="timer"] button'));
    expect(shown.said.at(-1)).toBe('4:00 left');
    pass(3 * minute);
    expect(shown.spokenNow()).toContain('1 minute left.');
    shown.asks(cast.maya, { do: 'pauseTimer' });
    expect(shown.spokenNow()).toContain('The clock is paused at 1:00.');
    pass(10 * minute);
    expect(figures()).toContain('1:00');
    shown.asks(cast.maya, { do: 'resumeTimer' });
    pass(minute - 10_000);
    expect(shown.spokenNow()).toContain('10 seconds left.');
    pass(10_000);
    expect(figures()).toContain('Time is up');
    expect(shown.spokenNow()).toContain('Time is up');
  });

  it('[STEP-4] the end stands over the canvas for a moment, without buttons that a participant may not press', async () => {
    await show(cast.jordan);
    shown.asks(cast.maya, { do: 'startTimer', minutes: 1 });
    expect(up()).toBeNull();
    pass(minute);
    expect(up()).not.toBeNull();
    expect(shown.button('1 min')).toBeUndefined();
    pass(12_000);
    expect(up()).toBeNull();
  });

  it('[STEP-4] a facilitator gives more time or goes on from there', async () => {
    await show(cast.maya);
    shown.asks(cast.maya, { do: 'goToStep', step: 'n4' });
    pass(20 * minute);
    expect(up()).not.toBeNull();
    shown.click([...(up()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === '5 min'));
    expect(up()).toBeNull();
    expect(figures()).toContain('5:00');
    pass(5 * minute);
    shown.click(shown.button('Next: Coverage check'));
    expect(shown.state().step).toBe('n5');
    expect(up()).toBeNull();
  });

  it('[STEP-4] it sounds on a page that was pressed before, once, and not for whoever comes after the end', async () => {
    await show(cast.jordan);
    shown.asks(cast.maya, { do: 'startTimer', minutes: 1 });
    pass(minute);
    expect(heard).toEqual([]);
    act(() => void window.dispatchEvent(new Event('pointerup')));
    act(() => void window.dispatchEvent(new Event('pointerup')));
    expect(heard).toEqual(['opened']);
    shown.asks(cast.maya, { do: 'addTime', minutes: 1 });
    pass(minute);
    await act(async () => {});
    expect(heard).toEqual(['opened', 'tone', 'tone']);
    pass(10 * minute);
    await act(async () => {});
    expect(heard).toHaveLength(3);
  });

  it('[SESSION-6] minutes of one’s own must be a number between a tenth and 600', async () => {
    await show(cast.maya);
    const start = () => shown.button('Start the clock');
    const field = shown.place.querySelector('input');
    for (const wrong of ['', 'soon', '0', '601']) {
      shown.type(field, wrong);
      expect(start()?.disabled, wrong).toBe(true);
    }
    shown.type(field, '2,5');
    shown.click(start());
    expect(shown.state().timer?.totalMs).toBe(2.5 * minute);
  });
});
