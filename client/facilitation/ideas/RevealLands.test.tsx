// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CanvasPort, noCanvas } from '#client/board/CanvasPort.ts';
import { cast, showWorkshop, type ShownWorkshop, type Someone } from '#client/testing/showWorkshop.tsx';
import type { IdeasActivity, IdeaTarget } from '#shared/wire/SealedActivity.ts';
import { RevealLands } from './RevealLands.tsx';

const sheet: IdeaTarget = { kind: 'sheet' };
const activity = (
  status: IdeasActivity['status'],
  target: IdeaTarget = sheet,
  id = 'aaaaaaaaaaaaaaaa',
): IdeasActivity => ({
  kind: 'ideas',
  id,
  prompt: 'Who is missing?',
  named: false,
  target,
  status,
  openedAt: 1,
  closedAt: status === 'open' ? null : 2,
  ideas: 24,
  writers: 5,
  counted: 5,
});

/** A canvas on which notes come when the test says so. */
class Ground {
  readonly went: string[] = [];
  sinceOwnMove = Infinity;
  isWriting = false;
  #waiting: (() => void)[] = [];
  readonly view: CanvasPort = {
    ...noCanvas,
    showIdeas: (id) => this.went.push(`ideas ${id.slice(0, 1)}`) > 0,
    showStage: (stage) => void this.went.push(stage),
    onIdeas: (_round, run) => {
      this.#waiting.push(run);
      return () => {
        this.#waiting = this.#waiting.filter((one) => one !== run);
      };
    },
    sinceOwnMove: () => this.sinceOwnMove,
    isWriting: () => this.isWriting,
  };
  arrive(): void {
    act(() => {
      for (const run of this.#waiting.splice(0)) run();
    });
  }
}

describe('where a reveal takes people', () => {
  let shown: ShownWorkshop;
  let ground: Ground;
  let cleared = 0;
  beforeEach(() => {
    ground = new Ground();
    cleared = 0;
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => run());
  });
  afterEach(() => {
    shown.close();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  const show = async (who: Someone, followed: string | null = null): Promise<void> => {
    shown = await showWorkshop(
      who,
      <>
        <RevealLands onClear={() => (cleared += 1)} />
        <textarea data-draft="" />
      </>,
      { board: { screen: { canvas: ground.view, followed } } },
    );
    shown.activities(activity('open'));
  };
  const reveal = (target: IdeaTarget = sheet): void => {
    shown.activities(activity('revealed', target));
    ground.arrive();
  };
  const isAsked = (): boolean => shown.button('Show the ideas') !== undefined;

  it('[SEALED-12] takes facilitators, participants and observers to the ideas as soon as these are there', async () => {
    for (const who of [cast.maya, cast.jordan, cast.olga]) {
      ground = new Ground();
      await show(who);
      shown.activities(activity('revealed'));
      expect(ground.went).toEqual([]);
      ground.arrive();
      expect(ground.went).toEqual(['ideas a']);
      expect(isAsked()).toBe(false);
      // what is told again takes nobody anywhere
      shown.activities(activity('revealed'));
      ground.arrive();
      expect(ground.went).toHaveLength(1);
      if (who !== cast.olga) shown.close();
    }
    expect(cleared).toBe(3);
  });

  it('[SEALED-12] goes to the sheet as soon as that is there', async () => {
    await show(cast.jordan);
    shown.activities(activity('revealed', { kind: 'sheet' }));
    expect(ground.went).toEqual([]);
    ground.arrive();
    expect(ground.went).toEqual(['ideas a']);
  });

  it('[SEALED-12] takes nobody to what was revealed before they came, to nothing, or to what was discarded', async () => {
    await show(cast.jordan);
    shown.activities(activity('open'), activity('revealed', sheet, 'bbbbbbbbbbbbbbbb'));
    shown.activities(activity('discarded'), { ...activity('open', sheet, 'cccccccccccccccc') });
    shown.activities({ ...activity('revealed', sheet, 'cccccccccccccccc'), ideas: 0 });
    ground.arrive();
    expect(ground.went).toEqual([]);
    expect(isAsked()).toBe(false);
  });

  it('[SEALED-12] shows the quarter of the stage where the notes are only there', async () => {
    await show(cast.jordan);
    const stage: IdeaTarget = { kind: 'stage', stage: 'solution_finding', iteration: '1' };
    const { view } = ground;
    Object.assign(view, { showIdeas: () => false });
    reveal(stage);
    expect(ground.went).toEqual(['solution_finding']);
  });

  it('[SEALED-12] asks who moved the view themselves in the last five seconds', async () => {
    await show(cast.jordan);
    ground.sinceOwnMove = 4_999;
    reveal();
    expect(ground.went).toEqual([]);
    expect(isAsked()).toBe(true);
    shown.click(shown.button('Show the ideas'));
    expect(ground.went).toEqual(['ideas a']);
    expect(isAsked()).toBe(false);
    shown.activities(activity('open', sheet, 'bbbbbbbbbbbbbbbb'));
    ground.sinceOwnMove = 5_000;
    shown.activities(activity('revealed', sheet, 'bbbbbbbbbbbbbbbb'));
    ground.arrive();
    expect(ground.went).toEqual(['ideas a', 'ideas b']);
  });

  it('[SEALED-12] asks who has words that are not sent, and leaves them where they are', async () => {
    await show(cast.jordan);
    const field = shown.place.querySelector('textarea');
    for (const [text, asked] of [
      ['half an id', true],
      [' ', false],
    ] as const) {
      shown.activities(activity('open'));
      if (field !== null) field.value = text;
      reveal();
      expect(isAsked()).toBe(asked);
      if (asked) shown.click(shown.button('Stay here'));
    }
    expect(cleared).toBe(1);
    if (field !== null) field.value = '';
    ground.isWriting = true;
    shown.activities(activity('open'));
    reveal();
    expect(isAsked()).toBe(true);
    // what begins next is in sight, not the question
    shown.activities(activity('revealed'), activity('open', sheet, 'bbbbbbbbbbbbbbbb'));
    expect(isAsked()).toBe(false);
  });

  it('[SEALED-12] leaves who follows the spotlight to it, and asks who follows somebody else', async () => {
    await show(cast.jordan, cast.maya.id);
    shown.asks(cast.maya, { do: 'spotlight', person: cast.maya.id, firm: true, place: null });
    reveal();
    expect(ground.went).toEqual([]);
    expect(isAsked()).toBe(false);
    shown.close();
    await show(cast.jordan, cast.amina.id);
    reveal();
    expect(ground.went).toEqual([]);
    expect(isAsked()).toBe(true);
  });

  it('[SEALED-12] asks when the ideas came late', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    await show(cast.jordan);
    shown.activities(activity('revealed'));
    vi.advanceTimersByTime(5_001);
    ground.arrive();
    expect(ground.went).toEqual([]);
    expect(isAsked()).toBe(true);
  });
});
