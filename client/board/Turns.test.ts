import { expect, it } from 'vitest';
import { Turns } from './Turns.ts';

/** Whose turn it is of these. */
const firstOf =
  (...keys: readonly string[]) =>
  (turns: Turns): string =>
    keys.find((key) => turns.isFirst(key, 'pictures')) ?? '';

it('[TAKEPART-20] shows one at a time, the most important first, and none is lost', () => {
  const turns = new Turns();
  const first = firstOf('vote', 'step', 'ready', 'come', 'news');
  const seen: string[] = [];
  turns.want('vote', 'activity');
  const step = turns.want('step', 'step');
  const ready = turns.want('ready', 'ready');
  const come = turns.want('come', 'spotlight');
  turns.want('news', 'news');
  expect(turns.others()).toBe(4);
  for (const answered of [come, ready, step]) {
    seen.push(first(turns));
    answered();
  }
  expect([...seen, first(turns)]).toEqual(['come', 'ready', 'step', 'news']);
  expect(turns.others()).toBe(1);
});

it('[TAKEPART-20] of equals the newest comes first, and the one before it comes back', () => {
  const turns = new Turns();
  const first = firstOf('one', 'two');
  turns.want('one', 'news');
  const other = turns.want('two', 'news');
  expect(first(turns)).toBe('two');
  other();
  expect(first(turns)).toBe('one');
});

it('[TAKEPART-21] one press brings the next, all around, and what comes new is not behind what was passed', () => {
  const turns = new Turns();
  const keys = ['a', 'b', 'c'];
  const first = firstOf(...keys);
  for (const key of keys) turns.want(key, 'activity');
  const around = ['', '', '', ''].map(() => {
    const key = first(turns);
    turns.pass(key);
    return key;
  });
  expect(around).toEqual(['c', 'b', 'a', 'c']);
  turns.want('ready', 'ready');
  expect(turns.isFirst('ready', 'ready')).toBe(true);
});

it('[TAKEPART-22] nothing takes the place of what somebody is at, but for what cannot wait', () => {
  const turns = new Turns();
  const first = firstOf('vote', 'ready', 'remove');
  turns.want('vote', 'activity');
  turns.hold('vote');
  turns.want('ready', 'ready');
  expect(first(turns)).toBe('vote');
  const asked = turns.want('remove', 'question');
  expect(first(turns)).toBe('remove');
  asked();
  turns.hold(null);
  expect(first(turns)).toBe('ready');
});

it('[TAKEPART-22] what has gone holds nothing when it comes again', () => {
  const turns = new Turns();
  const gone = turns.want('vote', 'activity');
  turns.hold('vote');
  gone();
  turns.want('ready', 'ready');
  turns.want('vote', 'activity');
  expect(turns.isFirst('ready', 'ready')).toBe(true);
});
