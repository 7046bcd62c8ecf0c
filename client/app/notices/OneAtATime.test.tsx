// @vitest-environment jsdom
import { act, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ActivityBanner } from '#client/facilitation/activities/ActivityBanner.tsx';
import { ReadyAsk } from '#client/facilitation/ready/ReadyAsk.tsx';
import { SpotlightAsk } from '#client/facilitation/spotlight/SpotlightAsk.tsx';
import { StepCard } from '#client/facilitation/steps/StepCard.tsx';
import { cast, showWorkshop, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
import { runSheets } from '#shared/testing/english.ts';
import type { PulseActivity } from '#shared/wire/SealedActivity.ts';
import { CanvasHint } from './CanvasHint.tsx';
import { PassingNotice } from './PassingNotice.tsx';

const agenda = [...(runSheets[0]?.steps ?? [])];
const pulse: PulseActivity = {
  kind: 'pulse',
  id: 'aaaaaaaaaaaaaaaa',
  status: 'open',
  openedAt: 1,
  closedAt: null,
  responded: 2,
  counted: 2,
  invited: 6,
  minimum: 5,
  counts: null,
};
let shown: ShownWorkshop;
afterEach(() => {
  vi.useRealTimers();
  shown.close();
});

function Passing() {
  const [isThere, setThere] = useState(true);
  return isThere && <PassingNotice text="Undone, but for what others did." onSeen={() => setThere(false)} />;
}

async function everything(): Promise<void> {
  shown = await showWorkshop(
    cast.jordan,
    <>
      <ActivityBanner />
      <ReadyAsk />
      <StepCard />
      <Passing />
      <SpotlightAsk />
      <CanvasHint />
    </>,
    { agenda },
  );
  shown.asks(cast.maya, { do: 'goToStep', step: 'n4' });
  shown.activities(pulse);
  shown.asks(cast.maya, { do: 'askReady', question: 'Shall we go on?' });
  shown.asks(cast.maya, { do: 'spotlight', person: cast.maya.id, firm: false, place: null });
}

const signs = ['Go there', 'I am ready', 'Got it', 'Undone', 'Answer', 'does not include'] as const;
/** What is in sight, by a word on it. */
const seen = (): readonly string[] => signs.filter((sign) => shown.place.textContent?.includes(sign));
const next = (): void => shown.click(shown.button(/^\d+ more$/));

describe('what floats over the canvas', () => {
  it('[TAKEPART-20] [STEP-5] [STEP-10] comes one at a time, the most important first, and all of it in the end', async () => {
    await everything();
    expect(seen()).toEqual(['Go there']);
    shown.click(shown.button('Not now'));
    expect(seen()).toEqual(['I am ready']);
    shown.click(shown.button('I am ready'));
    expect(seen()).toEqual(['Got it']);
    shown.click(shown.button('Got it'));
    expect(seen()).toEqual(['Undone']);
    shown.click(shown.place.querySelector('[role="alert"] button'));
    expect(seen()).toEqual(['Answer']);
    expect(shown.button(/more$/)).toBeUndefined();
  });

  it('[TAKEPART-20] what goes by itself begins its time when it is seen, and gives the place back', async () => {
    await everything();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    act(() => void vi.advanceTimersByTime(60_000));
    act(() => shown.screen.change({ hint: { text: 'This step does not include that.', isLimit: true } }));
    expect(seen()).toEqual(['does not include']);
    act(() => void vi.advanceTimersByTime(4_100));
    expect(seen()).toEqual(['Go there']);
    for (let n = 0; n < 3; n += 1) next();
    expect(seen()).toEqual(['Undone']);
    act(() => void vi.advanceTimersByTime(12_100));
    expect(seen()).toEqual(['Answer']);
  });

  it('[TAKEPART-21] says how many wait, and one press brings the next, all around', async () => {
    await everything();
    expect(shown.button('4 more')).toBeDefined();
    const around = signs.slice(0, 5).map(() => {
      const [one] = seen();
      next();
      return one;
    });
    expect(around).toEqual(['Go there', 'I am ready', 'Got it', 'Undone', 'Answer']);
    expect(seen()).toEqual(['Go there']);
  });

  it('[TAKEPART-22] a card stays while somebody is at it, and what came meanwhile is next', async () => {
    shown = await showWorkshop(
      cast.jordan,
      <>
        <ActivityBanner />
        <ReadyAsk />
      </>,
    );
    shown.activities(pulse);
    act(() => shown.button('Answer')?.focus());
    shown.asks(cast.maya, { do: 'askReady', question: 'Shall we go on?' });
    expect(seen()).toEqual(['Answer']);
    act(() => shown.button('Answer')?.blur());
    expect(seen()).toEqual(['I am ready']);
  });
});
