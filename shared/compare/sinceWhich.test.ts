import { expect, it } from 'vitest';
import type { SnapshotReason } from '../wire/snapshots.ts';
import { sinceWhich } from './sinceWhich.ts';

const hour = 60 * 60 * 1_000;
const kept = (reason: SnapshotReason, hours: number, name: string | null = null) => ({
  reason,
  name,
  takenAtMs: hours * hour,
});

it('[EXPORT-15] changes are told since the start of the last workshop, not since its end a minute ago', () => {
  const spring = [kept('start', 100), kept('step', 101), kept('end', 102)];
  const now = [kept('start', 1_000), kept('step', 1_001), kept('person', 1_001.5, 'Before lunch'), kept('end', 1_002)];
  expect(sinceWhich([...spring, ...now])).toEqual(kept('start', 1_000));
  expect(sinceWhich([...now, ...spring].toReversed())).toEqual(kept('start', 1_000));
});

it('[EXPORT-15] a workshop that was ended and begun again within half a day is one', () => {
  const first = kept('start', 100);
  expect(sinceWhich([first, kept('end', 103), kept('start', 111.99)])).toEqual(first);
  expect(sinceWhich([first, kept('end', 103), kept('start', 112)])).toEqual(kept('start', 112));
});

it('[EXPORT-15] without a workshop it is what people kept last', () => {
  const named = kept('person', 5, 'Agreed');
  expect(sinceWhich([kept('restore', 9), named, kept('end', 3)])).toEqual(named);
  expect(sinceWhich([kept('restore', 9), kept('massDelete', 10)])).toBeNull();
  expect(sinceWhich([])).toBeNull();
});
