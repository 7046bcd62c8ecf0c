// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Drafts } from '#client/drafts/Drafts.ts';
import { ownActivitiesFor, type OwnDesk } from '#client/testing/ownActivitiesFor.ts';
import { cast, showWorkshop, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
import type { PulseActivity } from '#shared/wire/SealedActivity.ts';
import { PulseCard } from './PulseCard.tsx';

const pulse: PulseActivity = {
  kind: 'pulse',
  id: 'aaaaaaaaaaaaaaaa',
  status: 'open',
  openedAt: 1,
  closedAt: null,
  responded: 0,
  counted: 0,
  invited: 6,
  minimum: 5,
  counts: null,
};

let shown: ShownWorkshop;
let desk: OwnDesk;
afterEach(() => shown.close());

async function show(drafts?: Drafts): Promise<void> {
  desk = await ownActivitiesFor({ activity: pulse, ...(drafts === undefined ? {} : { drafts }) });
  shown = await showWorkshop(cast.jordan, <PulseCard activity={pulse} />, { sealed: desk.sealed, drafts: desk.drafts });
}

const at = (): number => Number(/Sentence (\d) of 6/.exec(shown.place.textContent ?? '')?.[1]);
const choose = (value: number): void => shown.click(shown.place.querySelectorAll('input')[value - 1]);
const press = (name: string): void => shown.click(shown.button(name));
const buttons = () => [...shown.place.querySelectorAll('form button')].map(({ textContent }) => textContent);

describe('a pulse', () => {
  it('[TAKEPART-7] asks one sentence at a time, and choosing goes nowhere', async () => {
    await show();
    expect([at(), shown.place.querySelectorAll('fieldset').length]).toEqual([1, 1]);
    expect(buttons()).toEqual(['Back', 'Skip', 'Next']);
    press('Next');
    expect(at()).toBe(1);
    choose(4);
    expect([at(), shown.place.textContent?.includes('your answer')]).toEqual([1, true]);
    press('Next');
    expect(at()).toBe(2);
    expect(document.activeElement).toBe(shown.place.querySelector('legend'));
    press('Back');
    expect(at()).toBe(1);
  });

  it('[TAKEPART-7] asks again what was skipped, and sends all six once, together', async () => {
    await show();
    for (const value of [1, 2, null, 4, null, 5]) {
      if (value === null) press('Skip');
      else choose(value);
      if (value !== null && at() < 6) press('Next');
    }
    expect(at()).toBe(6);
    expect(shown.place.textContent).toContain('2 sentences are left.');
    press('Next');
    expect(at()).toBe(3);
    choose(3);
    press('Next');
    press('Next');
    expect(at()).toBe(5);
    expect(desk.sent).toEqual([]);
    choose(2);
    expect(buttons()).toEqual(['Back', 'Next', 'Send my answers']);
    await act(async () => shown.button('Send my answers')?.click());
    expect(desk.sent.map((request) => 'body' in request && request.body)).toEqual([
      { answers: { reliability: 1, truth: 2, ability: 3, strength: 4, safe_to_disagree: 2, clear_rules: 5 } },
    ]);
    expect([...shown.drafts.all().keys()]).toEqual([]);
  });

  it('[TAKEPART-7] [DRAFT-1] answers and place are there again after a reload', async () => {
    await show();
    choose(4);
    press('Next');
    choose(2);
    press('Next');
    const { drafts } = desk;
    shown.close();
    await show(drafts);
    expect(at()).toBe(3);
    press('Back');
    expect(shown.place.querySelector('label[data-chosen="true"]')?.textContent).toContain('rather not');
  });
});
