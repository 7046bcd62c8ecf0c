import { describe, expect, it } from 'vitest';
import { SavedCounter } from './SavedCounter.ts';

const last = { isLast: true, isEmpty: false };

describe('SavedCounter', () => {
  it('[LINE-3] a change is unsaved until the server has its message on disk', () => {
    const counter = new SavedCounter(() => 0);
    counter.changed();
    expect(counter.kept).toBe(1);
    counter.sent(last);
    expect(counter.isUnsaved).toBe(true);
    counter.saved(1);
    expect(counter.isUnsaved).toBe(false);
    expect(counter.kept).toBe(0);
  });

  it('[LINE-3] acknowledging one message does not acknowledge the next', () => {
    const counter = new SavedCounter(() => 0);
    counter.changed();
    counter.sent(last);
    counter.changed();
    counter.sent(last);
    counter.saved(1);
    expect(counter.isUnsaved).toBe(true);
    counter.saved(2);
    expect(counter.isUnsaved).toBe(false);
  });

  it('[LINE-3] counts messages anew on each connection and keeps what was under way', () => {
    const counter = new SavedCounter(() => 0);
    counter.changed();
    counter.sent(last);
    counter.broken();
    expect(counter.kept).toBe(1);
    counter.saved(1);
    expect(counter.kept).toBe(1);
    counter.sent(last);
    counter.saved(1);
    expect(counter.kept).toBe(0);
  });

  it('[LINE-4] updates within half a second are one change to a person', () => {
    let now = 0;
    const counter = new SavedCounter(() => now);
    for (const at of [0, 100, 200, 2_000, 2_100, 5_000]) {
      now = at;
      counter.changed();
    }
    expect(counter.kept).toBe(3);
  });

  it('[LINE-6] a message that was not taken waits again, although the server has dealt with it', () => {
    const counter = new SavedCounter(() => 0);
    counter.changed();
    counter.sent(last);
    counter.refused(1);
    counter.saved(1);
    expect(counter.kept).toBe(1);
  });

  it('[LINE-3] an empty answer to the server is nothing to save, but counts as a message', () => {
    const counter = new SavedCounter(() => 0);
    counter.sent({ isLast: true, isEmpty: true });
    expect(counter.isUnsaved).toBe(false);
    counter.changed();
    counter.sent(last);
    counter.saved(1);
    expect(counter.isUnsaved).toBe(true);
    counter.saved(2);
    expect(counter.isUnsaved).toBe(false);
  });
});
