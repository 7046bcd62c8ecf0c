/** Where the camera has to be for something to be seen whole, and large enough to read where it is too much for the room. */
import type { Rect } from './freeRoom.ts';

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export interface FitOptions {
  /** Pixels left free around it. */
  readonly inset: number;
  /** The largest zoom. */
  readonly most?: number;
  /**
   * What has to be readable: from so many pixels of zoom on its letters can be read, and so wide is what has to be whole. Where
   * all of it does not fit at that zoom, its upper left part is shown.
   */
  readonly readable?: { readonly zoom: number; readonly width: number };
}

/** `room`: the free part of the canvas, in its pixels. `bounds` in the units of the page. */
export function fitIn(bounds: Rect, room: Rect, { inset, most = Infinity, readable }: FitOptions): Camera {
  const side = Math.min(inset, room.w * 0.1);
  const end = Math.min(inset, room.h * 0.1);
  const [w, h] = [room.w - 2 * side, room.h - 2 * end];
  const whole = Math.min(w / Math.max(1, bounds.w), h / Math.max(1, bounds.h), most);
  const least = readable === undefined ? 0 : Math.min(readable.zoom, w / readable.width);
  const z = Math.max(whole, least);
  const x = bounds.w * z <= w + 0.5 ? room.x + (room.w - bounds.w * z) / 2 : room.x + side;
  const y = bounds.h * z <= h + 0.5 ? room.y + (room.h - bounds.h * z) / 2 : room.y + end;
  return { x: x / z - bounds.x, y: y / z - bounds.y, z };
}
