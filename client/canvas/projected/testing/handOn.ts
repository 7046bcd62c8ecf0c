/** Pointer and keys of a person on an editor, as tldraw's own events: for tests and the fuzz. */
import type { Editor } from '@tldraw/tldraw';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Keys {
  readonly altKey?: boolean;
  readonly shiftKey?: boolean;
}

export interface Hand {
  /** Presses at one point of the page and moves to the other; the pointer stays down. */
  hold(from: Point, to: Point, keys?: Keys): void;
  /** Moves there, with the pointer as it is. */
  hover(at: Point): void;
  /** Moves there, and lets go. */
  letGo(at: Point, keys?: Keys): void;
  click(at: Point): void;
  press(name: string, code: string, keys?: Keys): void;
  release(name: string, code: string, keys?: Keys): void;
}

export function handOn(editor: Editor): Hand {
  const all = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false };
  const pointer = (name: 'pointer_down' | 'pointer_move' | 'pointer_up', at: Point, keys: Keys = {}) => {
    const { x, y } = editor.pageToScreen(at);
    const point = { x, y, z: 0.5 };
    const how = { pointerId: 1, button: 0, isPen: false, ...all, ...keys };
    editor.dispatch({ type: 'pointer', target: 'canvas', name, point, ...how });
    editor.emit('tick', 16);
  };
  const keyboard = (name: 'key_down' | 'key_up', key: string, code: string, keys: Keys = {}) =>
    editor.dispatch({ type: 'keyboard', name, key, code, ...all, ...keys });
  return {
    hold(from, to, keys) {
      pointer('pointer_move', from);
      pointer('pointer_down', from);
      pointer('pointer_move', { x: from.x + 8, y: from.y + 8 }, keys);
      pointer('pointer_move', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, keys);
      pointer('pointer_move', to, keys);
    },
    hover: (at) => pointer('pointer_move', at),
    letGo(at, keys) {
      pointer('pointer_move', at, keys);
      pointer('pointer_up', at, keys);
    },
    click(at) {
      pointer('pointer_move', at);
      pointer('pointer_down', at);
      pointer('pointer_up', at);
    },
    press: (name, code, keys) => keyboard('key_down', name, code, keys),
    release(name, code, keys) {
      keyboard('key_up', name, code, keys);
      editor.emit('tick', 16);
    },
  };
}
