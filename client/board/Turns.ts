/**
 * Whose turn it is to float over the canvas: one at a time, the most important first, of equals the newest. The others wait; none
 * is lost.
 */
import { Emitter } from '#client/state/Emitter.ts';
import type { Screen } from './Screen.ts';

/** From the most important on. What goes by itself in a moment stands before what waits for an answer, that before what stays. */
export const importance = [
  'words',
  'question',
  'limit',
  'warning',
  'timeUp',
  'spotlight',
  'ready',
  'reveal',
  'table',
  'step',
  'news',
  'result',
  'leading',
  'activity',
  'pictures',
] as const;
export type Importance = (typeof importance)[number];

/** These come at once, also before something that has the focus. */
const urgent: readonly Importance[] = ['words', 'question'];

interface Waiting {
  readonly key: string;
  readonly as: Importance;
}

export class Turns {
  readonly #changed = new Emitter();
  /** the newest first */
  #list: readonly Waiting[] = [];
  /** Sent behind all others, so many presses ago; also what stands aside for a while. */
  readonly #passed = new Map<string, number>();
  /** has the focus, or the pointer over it */
  #held: string | null = null;

  readonly subscribe = this.#changed.on;

  /** Returns its own undo. */
  want(key: string, as: Importance): () => void {
    this.#set([{ key, as }, ...this.#list]);
    return () => {
      if (this.#held === key) this.#held = null;
      this.#set(this.#list.filter((one) => one.key !== key));
    };
  }

  /** Also before it is known that it wants to. */
  isFirst(key: string, as: Importance): boolean {
    const isKnown = this.#list.some((one) => one.key === key);
    return this.#first(isKnown ? this.#list : [{ key, as }, ...this.#list]) === key;
  }

  readonly others = (): number => Math.max(0, this.#list.length - 1);

  /** Nothing takes the place of what somebody is at. */
  hold(key: string | null): void {
    if (this.#held === key) return;
    this.#held = key;
    this.#changed.tell();
  }

  /** The next one, please: this one waits behind all others. */
  pass(key: string): void {
    this.#held = null;
    this.#passed.set(key, Math.max(0, ...this.#passed.values()) + 1);
    this.#changed.tell();
  }

  #first(list: readonly Waiting[]): string | null {
    const passed = (key: string): number => this.#passed.get(key) ?? 0;
    const [first] = list.toSorted(
      (a, b) => passed(a.key) - passed(b.key) || importance.indexOf(a.as) - importance.indexOf(b.as),
    );
    const held = list.find(({ key }) => key === this.#held);
    return (first !== undefined && urgent.includes(first.as) ? first : (held ?? first))?.key ?? null;
  }

  #set(list: readonly Waiting[]): void {
    this.#list = list;
    this.#changed.tell();
  }
}

const ofScreens = new WeakMap<Screen, Turns>();

/** The turns on one person's screen. Apart from it, since they come after the first picture. */
export function turnsOf(screen: Screen): Turns {
  const turns = ofScreens.get(screen) ?? new Turns();
  ofScreens.set(screen, turns);
  return turns;
}
