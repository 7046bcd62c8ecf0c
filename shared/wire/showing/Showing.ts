/**
 * What facilitators show to all: on the room's screen, or large on everybody's. Part of the state of the workshop, and public
 * like all of it: names of things that everybody has, never what stands in them.
 */
import * as v from 'valibot';
import type { BigSheet, RoomView } from './views.ts';

export const wifiLength = 120;

export interface Showing {
  /** null: the room's screen shows what the step asks for */
  readonly room: RoomView | null;
  /** `at`: since when; `by`: the id of who opened it, not told by servers of before; null: everybody's screen is their own */
  readonly big: { readonly sheet: BigSheet; readonly at: number; readonly by?: string } | null;
  /** code and picture of the way in stand in a corner of the room's screen */
  readonly code: boolean;
  /** how to get into the room's network, as a facilitator wrote it; empty: nothing is said about it */
  readonly wifi: string;
}

/** Commands are looked at before they are carried out (`views.ts`), so what is told needs no second look on every page. */
export const Showing = v.custom<Showing>((one) => typeof one === 'object' && one !== null && 'room' in one);

export const nothingShown: Showing = { room: null, big: null, code: false, wifi: '' };

/** While it stands somewhere for all to see, it is no secret of facilitators. */
export function isWayInShown({ room, big, code }: Showing): boolean {
  return code || room?.kind === 'join' || big?.sheet.kind === 'join';
}
