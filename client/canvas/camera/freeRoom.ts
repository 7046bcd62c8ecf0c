/** The part of the canvas that nothing covers: bars, panels and tools lie over it, and what is to be seen must not be below them. */

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Less than this is no room to show anything in; what would leave less is taken as if it were not there. */
const leastRoom = 160;

/** All in the same pixels. What lies over the middle cuts where most is left. */
export function freeRoom(canvas: Rect, covers: readonly Rect[]): Rect {
  return covers.reduce((room, cover) => without(room, cover), canvas);
}

function without(room: Rect, cover: Rect): Rect {
  const [right, bottom] = [room.x + room.w, room.y + room.h];
  const [coverRight, coverBottom] = [cover.x + cover.w, cover.y + cover.h];
  const isBeside = cover.x >= right || coverRight <= room.x || cover.y >= bottom || coverBottom <= room.y;
  if (isBeside || cover.w <= 0 || cover.h <= 0) return room;
  const left = [
    { ...room, y: coverBottom, h: bottom - coverBottom },
    { ...room, h: cover.y - room.y },
    { ...room, x: coverRight, w: right - coverRight },
    { ...room, w: cover.x - room.x },
  ].filter(({ w, h }) => w >= leastRoom && h >= leastRoom);
  return left.toSorted((a, b) => b.w * b.h - a.w * a.h)[0] ?? room;
}

/** What may lie over a canvas: parts of the page that say so (`data-over-canvas`: their children), and tldraw's own. */
const overCanvas = '[data-over-canvas] > *, .tlui-menu-zone, .tlui-toolbar__tools, .tlui-style-panel__wrapper';

/** The free part of a canvas on the screen, in pixels from its own corner. */
export function freeRoomOf(canvas: HTMLElement): Rect {
  const at = canvas.getBoundingClientRect();
  const covers = [...document.querySelectorAll(overCanvas)].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x - at.x, y: y - at.y, w: width, h: height };
  });
  return freeRoom({ x: 0, y: 0, w: at.width, h: at.height }, covers);
}
