// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noCanvas, type CanvasPort } from '#client/board/CanvasPort.ts';
import { runSheets } from '#shared/testing/english.ts';
import type { Place } from '#shared/wire/WorkshopState.ts';
import { HandsSaid } from './hands/HandsSaid.tsx';
import { useHandKey } from './hands/useHandKey.ts';
import { ReadyAsk } from './ready/ReadyAsk.tsx';
import { SpotlightAsk } from './spotlight/SpotlightAsk.tsx';
import { StepCard } from './steps/StepCard.tsx';
import { cast, showWorkshop, type ShownWorkshop, type Someone } from '#client/testing/showWorkshop.tsx';
import { WorkshopPanel } from './WorkshopPanel.tsx';

const agenda = [...(runSheets[0]?.steps ?? [])];
const here: Place = { page: 'page:page', x: 10, y: 20, w: 300, h: 200 };
let shown: ShownWorkshop;
const text = () => shown.place.textContent ?? '';

beforeEach(() => localStorage.clear());
afterEach(() => shown.close());

describe('the panel of the workshop', () => {
  const show = async (who: Someone, options = {}) => {
    shown = await showWorkshop(who, <WorkshopPanel />, options);
  };

  /** A part of the panel of whoever leads stands open. */
  const unfold = (name: RegExp): void => {
    const title = shown.button(name);
    if (title?.getAttribute('aria-expanded') === 'false') shown.click(title);
  };

  it('[STEP-1] two presses start a workshop', async () => {
    await show(cast.maya);
    shown.click(shown.button(/^Who is needed for our goal\?/));
    shown.click(shown.button('Start the workshop'));
    expect(shown.state()).toMatchObject({ step: 'n1', agenda: { length: 10 } });
    expect(text()).toContain('Step 1 of 10');
    unfold(/^Agenda/);
    expect(shown.button('Next: Goal')).toBeDefined();
  });

  it('[STEP-1] a press on a step shows its words, and only the button in it takes everybody there', async () => {
    await show(cast.maya, { agenda });
    shown.asks(cast.maya, { do: 'goToStep', step: 'n1' });
    unfold(/^Agenda/);
    const row = shown.button(/^Interests/);
    expect(row?.getAttribute('aria-expanded')).toBe('false');
    shown.click(row);
    expect(shown.state().step).toBe('n1');
    expect(row?.getAttribute('aria-expanded')).toBe('true');
    shown.click(shown.button('Go to “Interests”'));
    expect(shown.state().step).toBe('n3');
    expect(shown.place.querySelector('[aria-current="step"]')?.textContent).toContain('Interests');
  });

  it('[SESSION-25] a facilitator opens the frame with one press, and everybody reads what may be changed', async () => {
    await show(cast.maya, { agenda });
    unfold(/^Frame and locks/);
    const frame = () => shown.button('Everyone may change the frame');
    expect(frame()?.getAttribute('aria-pressed')).toBe('true');
    shown.asks(cast.maya, { do: 'goToStep', step: 'n3' });
    expect(frame()?.getAttribute('aria-pressed')).toBe('false');
    expect(text()).toContain('Open in this step: interests.');
    expect(text()).toContain('In this step you can change: the interests, sheets of notes, free notes and texts.');
    shown.click(frame());
    expect(shown.state().skeletonOpen).toBe(true);
    expect(text()).toContain('Open, also in steps that leave it out.');
    expect(text()).toContain(
      'In this step you can change: the goal, the interests, what rounds are about, sheets of notes',
    );
    shown.click(frame());
    shown.asks(cast.maya, { do: 'goToStep', step: 'n8' });
    expect(text()).toContain('Closed: only facilitators change it just now.');
    shown.asks(cast.maya, { do: 'lockAll', on: true });
    expect(text()).toContain('In this step we look and talk; only facilitators change the board.');
  });

  it('[STEP-2] a participant reads what runs, what comes and what may be changed, and leads nothing', async () => {
    await show(cast.jordan, { agenda });
    expect(text()).toContain('No workshop is running');
    shown.asks(cast.maya, { do: 'goToStep', step: 'n7' });
    expect(text()).toContain('In this step we look and talk; only facilitators change the board.');
    expect(text()).toContain('Next: Actions');
    for (const name of [
      /^Next:/,
      'End the workshop',
      'Change the agenda',
      'Bring everyone here',
      'Lock everything',
      'Everyone may change the frame',
    ])
      expect(shown.button(name), String(name)).toBeUndefined();
    shown.click(shown.button(/^Actions/));
    expect(shown.button('Go to “Actions”')).toBeUndefined();
    shown.asks(cast.maya, { do: 'endWorkshop' });
    expect(text()).toContain('The workshop has ended');
  });

  it('[STEP-5] the panel of a step is one press away where somebody writes and it did not open by itself', async () => {
    await show(cast.jordan, { agenda });
    const step = agenda.find(({ view }) => view === 'coverage');
    shown.asks(cast.maya, { do: 'goToStep', step: step?.id ?? '' });
    shown.click(shown.button('Open the coverage'));
    expect(shown.screen.state().panel).toBe('coverage');
  });

  it('[SESSION-5] the end is asked for in place', async () => {
    await show(cast.maya, { agenda });
    shown.asks(cast.maya, { do: 'goToStep', step: 'n1' });
    unfold(/^Agenda/);
    shown.click(shown.button('End the workshop'));
    expect(shown.place.querySelector('[role="alertdialog"]')).not.toBeNull();
    shown.click(shown.button('Cancel'));
    expect(shown.state().step).toBe('n1');
    shown.click(shown.button('End the workshop'));
    shown.click(shown.button('End the workshop'));
    expect(shown.state().step).toBeNull();
  });

  it('[SESSION-7] a ready check counts participants, and ends', async () => {
    await show(cast.maya);
    unfold(/^Ready check/);
    shown.click(shown.button('Ask'));
    expect(shown.state().ready?.question).toBe('Are you ready?');
    expect(text()).toContain('0 of 2 ready');
    shown.asks(cast.amina, { do: 'sayReady', ready: true });
    expect(text()).toContain('1 of 2 ready');
    shown.click(shown.button('End the check'));
    expect(shown.state().ready).toBeNull();
  });

  it('[SESSION-8] hands stand in order; a facilitator lowers one or all', async () => {
    await show(cast.maya);
    shown.asks(cast.amina, { do: 'raiseHand' });
    shown.asks(cast.jordan, { do: 'raiseHand' });
    const names = () =>
      [...shown.place.querySelectorAll('ol li span:first-of-type')].map(({ textContent }) => textContent);
    expect(names().slice(0, 2)).toEqual(['Amina Reyes', 'Jordan Tate']);
    shown.click(shown.button('Lower the hand of Amina Reyes'));
    expect(shown.state().hands.map(({ name }) => name)).toEqual(['Jordan Tate']);
    shown.asks(cast.amina, { do: 'raiseHand' });
    shown.click(shown.button('Lower all hands'));
    expect(shown.state().hands).toEqual([]);
  });
});

describe('what reaches people over the canvas', () => {
  it('[STEP-5] a step’s card stays until it is put away, and comes again with the next step', async () => {
    shown = await showWorkshop(cast.jordan, <StepCard />, { agenda });
    shown.asks(cast.maya, { do: 'goToStep', step: 'n4' });
    expect(shown.spokenNow().join()).toBe('');
    await expect.poll(() => shown.spokenNow().join()).toContain('Step 5 of 10: Organizations and people');
    shown.click(shown.button('Got it'));
    expect(shown.button('Got it')).toBeUndefined();
    shown.asks(cast.maya, { do: 'raiseHand' });
    expect(shown.button('Got it')).toBeUndefined();
    shown.asks(cast.maya, { do: 'nextStep' });
    shown.click(shown.button('Open the coverage'));
    expect(shown.screen.state().panel).toBe('coverage');
  });

  it('[STEP-10] a ready check asks each participant until they answered, and nobody else', async () => {
    shown = await showWorkshop(cast.jordan, <ReadyAsk />);
    shown.asks(cast.maya, { do: 'askReady', question: 'Shall we vote?' });
    expect(text()).toContain('Shall we vote?');
    await expect.poll(shown.spokenNow).toContain('A facilitator asks: Shall we vote?');
    shown.click(shown.button('I am ready'));
    expect(shown.state().ready?.people).toEqual([cast.jordan.id]);
    expect(shown.button('I am ready')).toBeUndefined();
    shown.close();
    shown = await showWorkshop(cast.olga, <ReadyAsk />);
    shown.asks(cast.maya, { do: 'askReady', question: 'Shall we vote?' });
    expect(shown.button('I am ready')).toBeUndefined();
  });

  it('[STEP-9] U raises and lowers one’s hand, but not where letters are typed; facilitators hear whose', async () => {
    const Keyed = ({ isOn }: { readonly isOn: boolean }) => {
      useHandKey(isOn);
      return (
        <main>
          <input aria-label="field" />
          <HandsSaid />
        </main>
      );
    };
    shown = await showWorkshop(cast.jordan, <Keyed isOn />);
    const key = (target: Element, init: KeyboardEventInit = {}) =>
      act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true, ...init })));
    const raised = () => shown.state().hands.length;
    const field = shown.place.querySelector('input');
    if (field === null) throw new Error('there is no field');
    key(field);
    key(document.body, { ctrlKey: true });
    expect(raised()).toBe(0);
    key(document.body);
    expect(raised()).toBe(1);
    key(document.body);
    expect(raised()).toBe(0);
    shown.close();
    shown = await showWorkshop(cast.maya, <Keyed isOn={false} />);
    key(document.body);
    expect(raised()).toBe(0);
    shown.asks(cast.amina, { do: 'raiseHand' });
    await expect.poll(shown.spokenNow).toContain('Amina Reyes raised a hand.');
  });
});

describe('the spotlight', () => {
  const followed = (): string | null => shown.screen.state().followed;
  const show = vi.fn<CanvasPort['show']>();
  const render = async (who: Someone) => {
    show.mockClear();
    shown = await showWorkshop(who, <SpotlightAsk />, { board: { screen: { canvas: { ...noCanvas, show } } } });
  };
  const bring = (firm: boolean) => shown.asks(cast.maya, { do: 'spotlight', person: cast.maya.id, firm, place: here });

  it('[SPOT-1] asks politely: going there shows the place and follows, not now ends the question', async () => {
    await render(cast.jordan);
    bring(false);
    expect(followed()).toBeNull();
    shown.click(shown.button('Not now'));
    expect(shown.place.textContent).toBe('');
    bring(false);
    shown.click(shown.button('Go there'));
    expect(show).toHaveBeenCalledWith(here);
    expect(followed()).toBe(cast.maya.id);
  });

  it('[SPOT-1] firm takes people along, and offers the way back to whoever moved', async () => {
    await render(cast.jordan);
    bring(true);
    expect(followed()).toBe(cast.maya.id);
    expect(shown.button('Not now')).toBeUndefined();
    act(() => shown.screen.follow(null));
    shown.click(shown.button('Back to Maya Okafor'));
    expect(followed()).toBe(cast.maya.id);
  });

  it('[SPOT-2] whoever leads is told, and only a facilitator ends it', async () => {
    await render(cast.jordan);
    shown.asks(cast.maya, { do: 'spotlight', person: cast.jordan.id, firm: false, place: null });
    expect(text()).toContain('Others see what you see.');
    expect(shown.button('Stop leading')).toBeUndefined();
    shown.close();
    await render(cast.maya);
    bring(false);
    shown.click(shown.button('Stop leading'));
    expect(shown.state().spotlight).toBeNull();
  });
});
