import { describe, expect, it } from 'vitest';
import { fitIn } from './fitIn.ts';

const room = { x: 0, y: 80, w: 1_000, h: 600 };
/** Where a point of the page is on the screen. */
const seenAt = (camera: { x: number; y: number; z: number }, x: number, y: number) => ({
  x: Math.round((x + camera.x) * camera.z),
  y: Math.round((y + camera.y) * camera.z),
});

describe('fitting something into the free part of the canvas', () => {
  it('[SEALED-12] shows it whole, in the middle of what is free', () => {
    const camera = fitIn({ x: 500, y: -300, w: 1_000, h: 500 }, room, { inset: 50, most: 1 });
    expect(camera.z).toBeCloseTo(0.9);
    expect(seenAt(camera, 500, -300)).toEqual({ x: 50, y: 155 });
    expect(seenAt(camera, 1_500, 200)).toEqual({ x: 950, y: 605 });
    expect(fitIn({ x: 0, y: 0, w: 100, h: 100 }, room, { inset: 50, most: 1 }).z).toBe(1);
  });

  it('[SEALED-12] shows the beginning at a readable size where it is too much', () => {
    const readable = { zoom: 0.55, width: 640 };
    const just = fitIn({ x: 0, y: 0, w: 900 / 0.55, h: 100 }, room, { inset: 50, readable });
    expect(just.z).toBeCloseTo(0.55);
    const camera = fitIn({ x: 10, y: 20, w: 3_000, h: 3_000 }, room, { inset: 50, readable });
    expect(camera.z).toBe(0.55);
    expect(seenAt(camera, 10, 20)).toEqual({ x: 50, y: 130 });
    // on a telephone: as wide as what has to be whole
    const phone = { x: 0, y: 128, w: 320, h: 300 };
    const narrow = fitIn({ x: 10, y: 20, w: 3_000, h: 3_000 }, phone, { inset: 40, readable });
    expect(seenAt(narrow, 10, 20).x).toBe(32);
    expect(seenAt(narrow, 650, 20).x).toBe(288);
  });
});
