import { describe, expect, it } from 'vitest';
import { sheetWidth } from '#shared/views/sheet/sheetMeasures.ts';
import { sheetCamera } from './sheetCamera.ts';

const at = (x: number, y: number, { x: cx, y: cy, z }: ReturnType<typeof sheetCamera>) => ({
  x: (x + cx) * z,
  y: (y + cy) * z,
});
const sheet = (columns: number, h: number) => ({ x: -501, y: 800, w: sheetWidth(columns), h });
const group = { x: -489, y: 890, w: 318, h: 300 };

describe('the way to a sheet', () => {
  it.each([
    ['a laptop', { x: 0, y: 70, w: 1440, h: 740 }, 4, 4],
    ['a laptop with a panel', { x: 0, y: 70, w: 1060, h: 740 }, 5, 4],
    ['a wall', { x: 0, y: 70, w: 1920, h: 920 }, 5, 5],
    ['a tablet', { x: 0, y: 70, w: 820, h: 1000 }, 5, 3],
  ] as const)('[SHEET-50] shows whole columns in letters that can be read on %s', (_, room, columns, seen) => {
    const parts = { sheet: sheet(columns, 3000), first: group };
    const camera = sheetCamera(parts, room);
    expect(camera.z).toBeGreaterThanOrEqual(0.74);
    expect(camera.z).toBeLessThanOrEqual(1);
    const left = at(-501, 800, camera);
    expect(left.x).toBeGreaterThanOrEqual(room.x);
    expect(left.y).toBeGreaterThanOrEqual(room.y);
    expect(at(-501 + sheetWidth(seen), 0, camera).x).toBeLessThanOrEqual(room.x + room.w);
  });

  it('[SHEET-50] on a telephone opens on the question and the first group, whole in its width', () => {
    const room = { x: 0, y: 180, w: 390, h: 540 };
    const camera = sheetCamera({ sheet: sheet(4, 3000), first: group }, room);
    const { x, y } = at(group.x, group.y, camera);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(at(group.x + group.w, 0, camera).x).toBeLessThanOrEqual(390);
    expect(y).toBeLessThan(300);
    expect(camera.z).toBeGreaterThan(0.9);
    // not below the menu of the canvas, nor beside the screen
    const question = at(-501, 800, camera);
    expect(question.x).toBeGreaterThanOrEqual(0);
    expect(question.y).toBeGreaterThanOrEqual(180);
  });

  it('[SHEET-50] after a reveal a telephone shows three notes side by side, and the beginning of the question', () => {
    const room = { x: 0, y: 172, w: 390, h: 540 };
    const note = { x: -481, y: 890, w: 147, h: 75 };
    const camera = sheetCamera({ sheet: sheet(3, 400), first: note }, room);
    const third = at(note.x + 2 * 165 + note.w, 0, camera);
    expect(third.x).toBeLessThanOrEqual(390);
    expect(camera.z * 15).toBeGreaterThanOrEqual(10.5);
    expect(at(-501, 800, camera).y).toBeGreaterThanOrEqual(172);
  });

  it('[SHEET-50] a small sheet is seen whole, at the top, so that it has room to grow', () => {
    const room = { x: 0, y: 70, w: 1440, h: 740 };
    const camera = sheetCamera({ sheet: sheet(3, 400), first: group }, room);
    expect(camera.z).toBe(1);
    expect(at(-501, 800, camera)).toEqual({ x: (1440 - sheetWidth(3)) / 2, y: 70 + 16 });
  });
});
