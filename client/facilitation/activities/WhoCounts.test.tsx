// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { IdeasCard } from '#client/facilitation/ideas/IdeasCard.tsx';
import { PulseCard } from '#client/facilitation/pulse/PulseCard.tsx';
import { cast, showWorkshop, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
import { VoteCard } from '#client/facilitation/vote/VoteCard.tsx';
import { ActivityEnd } from './ActivityEnd.tsx';
import type { IdeasActivity, PulseActivity, VoteActivity } from '#shared/wire/SealedActivity.ts';

const common = { id: 'aaaaaaaaaaaaaaaa', status: 'open', openedAt: 1, closedAt: null } as const;
const pulse: PulseActivity = {
  ...common,
  kind: 'pulse',
  responded: 9,
  counted: 4,
  invited: 12,
  minimum: 5,
  counts: null,
};
const vote: VoteActivity = {
  ...common,
  kind: 'vote',
  question: 'Which?',
  options: [],
  dots: 3,
  cap: 2,
  cast: 9,
  counted: 2,
  invited: 12,
  totals: null,
};
const ideas: IdeasActivity = {
  ...common,
  kind: 'ideas',
  prompt: 'Who is missing?',
  named: false,
  target: { kind: 'sheet' },
  ideas: 9,
  writers: 9,
  counted: 2,
};
let shown: ShownWorkshop;
afterEach(() => shown.close());
const text = (): string => shown.place.textContent ?? '';

describe('who counts', () => {
  const needs = [
    {
      name: 'a pulse',
      card: () => <PulseCard activity={pulse} />,
      told: '4 of at least 5 so far. Who came after it began',
    },
    {
      name: 'a vote',
      card: () => <VoteCard activity={vote} />,
      told: '2 of at least 3 so far. Who came after it began',
    },
    {
      name: 'ideas',
      card: () => <IdeasCard activity={ideas} />,
      told: '2 of at least 3 so far. Who came after it began',
    },
  ];
  it.each(needs)(
    '[SEALED-22] $name: everybody reads before they write how many are needed, how many there are, and who counts',
    async ({ card, told }) => {
      shown = await showWorkshop(cast.jordan, card());
      expect(text()).toContain(told);
    },
  );

  it('[SEALED-22] ideas with names need nobody', async () => {
    shown = await showWorkshop(cast.jordan, <IdeasCard activity={{ ...ideas, named: true }} />);
    expect(text()).not.toContain('so far');
  });

  const warnings = [
    { button: 'Close the pulse', few: pulse, enough: 5, warning: 'Below 5 nothing is shown' },
    { button: 'Close and show totals', few: vote, enough: 3, warning: 'no totals are shown, ever' },
    { button: 'Reveal all ideas', few: ideas, enough: 3, warning: 'easy to guess who wrote what' },
  ] as const;
  it.each(warnings)(
    '[SEALED-22] $button warns by those who count, not by all',
    async ({ button, few, enough, warning }) => {
      shown = await showWorkshop(cast.maya, <ActivityEnd activity={few} />);
      act(() => shown.button(button)?.click());
      expect(shown.place.querySelector('[role="alertdialog"]')?.textContent).toContain(warning);
      shown.close();
      shown = await showWorkshop(cast.maya, <ActivityEnd activity={{ ...few, counted: enough }} />);
      act(() => shown.button(button)?.click());
      const asked = shown.place.querySelector('[role="alertdialog"]')?.textContent ?? '';
      expect(asked).not.toBe('');
      expect(asked).not.toContain(warning);
    },
  );
});
