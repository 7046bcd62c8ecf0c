import { describe, expect, it } from 'vitest';
import { roles } from '#shared/wire/roles.ts';
import { linkKey, roleOfKey, wasReset } from './linkKey.ts';
import { newBoardId } from './randomText.ts';

const secret = new Uint8Array(32).fill(7);
const generations = { facilitator: 1, participant: 4, observer: 2 };

describe('linkKey', () => {
  it('[DOOR-1] a key joins in the role of its link', () => {
    const board = newBoardId();
    for (const role of roles)
      expect(roleOfKey(secret, board, generations, linkKey(secret, board, role, generations[role]))).toBe(role);
  });

  it('[DOOR-1] a key of another board, generation or installation joins nobody', () => {
    const board = newBoardId();
    const key = linkKey(secret, board, 'participant', 4);
    expect(roleOfKey(secret, newBoardId(), generations, key)).toBeNull();
    expect(roleOfKey(secret, board, { ...generations, participant: 5 }, key)).toBeNull();
    expect(roleOfKey(new Uint8Array(32).fill(8), board, generations, key)).toBeNull();
    expect(roleOfKey(secret, board, null, key)).toBeNull();
    expect(roleOfKey(secret, board, null, linkKey(secret, board, 'participant', -1))).toBeNull();
  });

  it('[DOOR-1] only a key that was this board’s before a reset counts as reset', () => {
    const board = newBoardId();
    const reset = (generation: number, at = board) =>
      wasReset(secret, board, generations, linkKey(secret, at, 'participant', generation));
    expect([reset(1), reset(2), reset(3)]).toEqual([true, true, true]);
    expect([reset(4), reset(5), reset(0), reset(-1), reset(3, newBoardId())]).toEqual(Array(5).fill(false));
    expect(wasReset(secret, board, generations, '')).toBe(false);
    const often = { ...generations, observer: 70 };
    expect(wasReset(secret, board, often, linkKey(secret, board, 'observer', 6))).toBe(true);
    expect(wasReset(secret, board, often, linkKey(secret, board, 'observer', 5))).toBe(false);
  });

  it('[DOOR-1] a key with any one character changed, added or left out joins nobody', () => {
    const board = newBoardId();
    const key = linkKey(secret, board, 'observer', 2);
    const altered = [...key].map((letter, at) => key.slice(0, at) + (letter === 'A' ? 'B' : 'A') + key.slice(at + 1));
    for (const wrong of [
      '',
      ` ${key}`,
      `${key}A`,
      `${key}=`,
      key.slice(1),
      key.slice(0, -1),
      key.toLowerCase() + '!',
      `${key.slice(0, 5)}!${key.slice(5)}`,
      ...altered,
    ]) {
      expect(roleOfKey(secret, board, generations, wrong), wrong).toBeNull();
    }
  });
});
