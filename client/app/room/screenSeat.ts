/**
 * The seat of this device's screen on a board: an observer of its own, whoever else is on the board here. Kept so that a window
 * that is opened again is the same screen.
 */
import { deviceKind } from '#client/connection/device/deviceKind.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { readSecret } from '#client/app/join/boardLink.ts';
import type { Services } from '#client/app/Services.ts';
import * as v from 'valibot';

const Kept = v.object({ seat: v.string(), person: v.string() });
const keyOf = (board: string): string => `roundtable.screen.${board}`;

export type Entered =
  | { readonly at: 'screen'; readonly me: VisitedBoard }
  | { readonly at: 'needLink' | 'wrongLink' }
  | { readonly at: 'refused'; readonly code: Failure };

const endings: readonly Failure[] = ['seat-ended', 'device-ended', 'removed'];

/** `name`: what the screen is called on the board. */
export async function enterAsScreen(board: string, hash: string, name: string, api: Services['api']): Promise<Entered> {
  const kept = readKept(board);
  if (kept !== null) {
    const answer = await api.seat(board, kept.seat);
    // a screen that was made something else is none
    if (answer.ok && answer.value.role === 'observer')
      return { at: 'screen', me: visit(board, answer.value.title, name, kept) };
    if (!answer.ok && !endings.includes(answer.code)) return { at: 'refused', code: answer.code };
  }
  const { key } = readSecret(hash);
  if (key === null) return { at: 'needLink' };
  const door = await api.door(board, key);
  if (!door.ok) return { at: 'refused', code: door.code };
  if (door.value.role !== 'observer') return { at: 'wrongLink' };
  const joined = await api.join(board, { key, name, device: deviceKind(navigator) });
  if (!joined.ok) return { at: 'refused', code: joined.code };
  const seat = { seat: joined.value.seat, person: joined.value.person.id };
  keep(board, seat);
  return { at: 'screen', me: visit(board, door.value.title, name, seat) };
}

function visit(id: string, title: string, name: string, { seat, person }: v.InferOutput<typeof Kept>): VisitedBoard {
  return { id, title, role: 'observer', seat, person, name, visitedAt: Date.now() };
}

function readKept(board: string): v.InferOutput<typeof Kept> | null {
  try {
    const read = v.safeParse(Kept, JSON.parse(localStorage.getItem(keyOf(board)) ?? 'null'));
    return read.success ? read.output : null;
  } catch {
    // refused or damaged: the screen comes in anew by its link
    return null;
  }
}

function keep(board: string, seat: v.InferOutput<typeof Kept>): void {
  try {
    localStorage.setItem(keyOf(board), JSON.stringify(seat));
  } catch {
    // refused: it lives as long as the page
  }
}
