// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdKeys } from '#client/ui/focus/holdKeys.ts';
import { KeptWords } from './KeptWords.ts';

let now = 0;
let words: KeptWords;
let heard: string[];
const listen = (event: Event) => heard.push(event instanceof KeyboardEvent ? event.key : event.type);
beforeEach(() => {
  now = 10_000;
  heard = [];
  words = new KeptWords(() => now, holdKeys);
  for (const type of ['keydown', 'paste'] as const) document.body.addEventListener(type, listen);
});
afterEach(() => {
  words.close();
  for (const type of ['keydown', 'paste'] as const) document.body.removeEventListener(type, listen);
});
const press = (key: string, how: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...how });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
};
const shown = () => words.list().map(({ text, why }) => [text, why]);

describe('kept words', () => {
  it('[OWN-1] keys, pasted text and Delete do nothing until Escape, and then they do', () => {
    words.lose({ key: 'a', text: 'a sentence', why: 'removed' });
    expect([press('d'), press('Delete'), press(' ')]).toEqual([true, true, true]);
    document.body.dispatchEvent(new Event('paste', { bubbles: true, cancelable: true }));
    // the browser's own are its own, but no command of the board
    expect(press('z', { ctrlKey: true })).toBe(false);
    expect(heard).toEqual([]);
    expect(words.isHolding()).toBe(true);
    press('Escape');
    expect([heard, words.isHolding()]).toEqual([[], false]);
    press('d');
    expect(heard).toEqual(['d']);
    expect(shown()).toEqual([['a sentence', 'removed']]);
  });

  it('[OWN-1] a click ends it, too; who had written nothing reads it until then', () => {
    words.lose({ key: 'a', text: '', why: 'locked' });
    expect(shown()).toEqual([['', 'locked']]);
    window.dispatchEvent(new Event('pointerdown'));
    expect([words.isHolding(), shown()]).toEqual([false, []]);
    press('d');
    expect(heard).toEqual(['d']);
  });

  it('[OWN-1] what the server took back was removed by nobody else, whichever is heard first', () => {
    words.lose({ key: 'a', text: 'one', why: 'removed' });
    now += 1_999;
    words.serverUndid();
    words.lose({ key: 'b', text: 'two', why: 'removed' });
    now += 2_000;
    words.lose({ key: 'c', text: 'three', why: 'removed' });
    expect(shown()).toEqual([
      ['one', 'undone'],
      ['two', 'undone'],
      ['three', 'removed'],
    ]);
    now += 2_000;
    words.serverUndid();
    expect(shown().at(-1)).toEqual(['three', 'removed']);
  });

  it('[OWN-1] the same thing has its last words, until they are put away', () => {
    words.keep({ key: 'a', text: 'o', why: 'locked' });
    words.keep({ key: 'a', text: 'on', why: 'locked' });
    expect([shown(), words.isHolding()]).toEqual([[['on', 'locked']], false]);
    words.dismiss('a');
    expect(shown()).toEqual([]);
  });
});
