import { describe, expect, it } from 'vitest';
import { freeRoom } from './freeRoom.ts';

const canvas = { x: 0, y: 0, w: 1_000, h: 800 };

describe('the part of the canvas that nothing covers', () => {
  it('[SEALED-12] ends at bars, panels and tools, wherever they lie', () => {
    expect(freeRoom(canvas, [])).toEqual(canvas);
    const bar = { x: 12, y: 12, w: 976, h: 56 };
    const panel = { x: 628, y: 80, w: 360, h: 708 };
    const tools = { x: 300, y: 740, w: 300, h: 48 };
    expect(freeRoom(canvas, [bar, panel, tools])).toEqual({ x: 0, y: 68, w: 628, h: 672 });
    // what lies beside it, what is put away, what only touches
    const beside = [
      { x: 1_000, y: 0, w: 300, h: 800 },
      { x: 0, y: 0, w: 0, h: 0 },
      { x: -200, y: 0, w: 200, h: 800 },
    ];
    expect(freeRoom(canvas, beside)).toEqual(canvas);
  });

  it('[SEALED-12] is never so small that nothing can be shown in it', () => {
    const phone = { x: 0, y: 0, w: 390, h: 844 };
    const sheet = (top: number) => ({ x: 0, y: top, w: 390, h: 844 - top });
    expect(freeRoom(phone, [sheet(160)])).toEqual({ x: 0, y: 0, w: 390, h: 160 });
    expect(freeRoom(phone, [sheet(159)])).toEqual(phone);
  });
});
