/**
 * Brings one person's edit of a text into a Y.Text that may have moved on since: only what that person changed is written, so that
 * everybody's characters stay. Never cuts a surrogate pair (Yjs would replace both halves).
 */
import type * as Y from 'yjs';
import { same } from './same.ts';
import { plainOf, type Run } from './text.ts';

/** `remove` characters at `at` gave way to `insert`. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** The one splice that turns `before` into `after`: common prefix, common suffix. */
export function spliceOf(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < most && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  if (prefix > 0 && isHighSurrogate(before.charCodeAt(prefix - 1))) prefix--;
  let suffix = 0;
  while (
    suffix < most - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  )
    suffix++;
  if (suffix > 0 && isLowSurrogate(before.charCodeAt(before.length - suffix))) suffix--;
  return { at: prefix, remove: before.length - prefix - suffix, insert: after.slice(prefix, after.length - suffix) };
}

/** The content of a Y.Text as runs; embedded objects count for nothing. */
export function runsOf(text: Y.Text): Run[] {
  const delta: Array<{ insert?: unknown; attributes?: Record<string, unknown> }> = text.toDelta();
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === 'string' ? [{ text: insert, attributes: attributes ?? {} }] : [],
  );
}

/** Writes into `text` what changed between `before` and `after`, two states of the same person's screen. */
export function writeTextEdit(text: Y.Text, before: readonly Run[], after: readonly Run[]): void {
  const was = plainOf(before);
  const now = text.toString();
  const mine = spliceOf(was, plainOf(after));
  const others = spliceOf(was, now);
  const othersEnd = others.at + others.remove;
  /** Where a place in `was` is in `now`; places inside what others removed move to the end of what they wrote instead. */
  const place = (at: number) =>
    at <= others.at
      ? at
      : at >= othersEnd
        ? at + others.insert.length - others.remove
        : others.at + others.insert.length;

  for (const format of formatsOf(before, after, mine, was.length)) {
    const at = place(format.at);
    const end = place(format.at + format.length);
    if (end > at) text.format(at, end - at, format.attributes);
  }
  // My removal goes around what others wrote: first what stands after it, then what stands before it.
  const end = mine.at + mine.remove;
  const shift = others.insert.length - others.remove;
  const at = place(mine.at);
  removeFrom(text, Math.max(mine.at, othersEnd) + shift, Math.max(end, othersEnd) + shift);
  removeFrom(text, Math.min(mine.at, others.at), Math.min(end, others.at));
  let written = 0;
  for (const run of sliceRuns(after, mine.at, mine.at + mine.insert.length)) {
    text.insert(at + written, run.text, { ...run.attributes });
    written += run.text.length;
  }
}

function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const slice: Run[] = [];
  let start = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (text !== '') slice.push({ text, attributes: run.attributes });
    start += run.text.length;
  }
  return slice;
}

function removeFrom(text: Y.Text, at: number, end: number): void {
  if (end > at) text.delete(at, end - at);
}

/** Attributes that changed on characters that stayed, as ranges of `before`. */
function formatsOf(before: readonly Run[], after: readonly Run[], mine: Splice, length: number) {
  const formats: Array<{ at: number; length: number; attributes: Record<string, unknown> }> = [];
  const shift = mine.insert.length - mine.remove;
  for (const [from, to, move] of [
    [0, mine.at, 0],
    [mine.at + mine.remove, length, shift],
  ] as const) {
    let at = from;
    while (at < to) {
      const left = runAt(before, at);
      const right = runAt(after, at + move);
      if (!left || !right) break;
      const end = Math.min(to, left.end, right.end - move);
      if (!same(left.attributes, right.attributes)) {
        formats.push({ at, length: end - at, attributes: attributesChange(left.attributes, right.attributes) });
      }
      at = end;
    }
  }
  return formats;
}

function runAt(runs: readonly Run[], at: number) {
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    if (at < end) return { end, attributes: run.attributes };
    start = end;
  }
  return undefined;
}

function attributesChange(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  const gone = Object.keys(before).filter((name) => after[name] === undefined);
  const changed = Object.entries(after).filter(([name, value]) => !same(before[name], value));
  return Object.fromEntries([...gone.map((name) => [name, null] as const), ...changed]);
}
