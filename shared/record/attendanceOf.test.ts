import { describe, expect, it } from 'vitest';
import { type RepresentativeKind, representativeKinds } from '#shared/kinds/values.ts';
import { type Attendant, attendanceOf } from './attendanceOf.ts';

const some = (count: number, kind: RepresentativeKind | null, role: Attendant['role'] = 'participant'): Attendant[] =>
  Array.from({ length: count }, () => ({ role, kind }));

/** All ways in which up to so many people of three kinds can be here. */
const rooms = (most: number) => {
  const counts = [...Array(most + 1).keys()];
  return counts.flatMap((a) => counts.flatMap((b) => counts.map((c) => [a, b, c] as const)));
};
const told = (room: readonly number[]) =>
  attendanceOf(representativeKinds.flatMap((kind, at) => some(room[at] ?? 0, kind))).kinds;

describe('how many were there', () => {
  it('[RECORD-6] a role with fewer than three says that, and one with nobody is not in it', () => {
    const { roles } = attendanceOf([...some(2, null, 'facilitator'), ...some(3, null)]);
    expect(roles).toEqual([
      { role: 'facilitator', people: null },
      { role: 'participant', people: 3 },
    ]);
  });

  it('[RECORD-6] numbers of kinds are given where nobody can be found in them', () => {
    expect(told([3, 7, 0])).toEqual([
      { kind: 'designee', people: 3 },
      { kind: 'doer', people: 7 },
    ]);
    expect(told([1, 9, 5])).toEqual([
      { kind: 'designee', people: 'fewer' },
      { kind: 'doer', people: 'more' },
      { kind: 'decision_maker', people: 5 },
    ]);
    // one here is three there: whatever is said says who
    expect(told([1, 3, 0])).toEqual([]);
    expect(attendanceOf(some(9, null)).kinds).toEqual([]);
  });

  it('[RECORD-6] whoever knows how many there were cannot compute a number below three', () => {
    const all = rooms(8);
    for (const room of rooms(6)) {
      const sum = room[0] + room[1] + room[2];
      const said = JSON.stringify(told(room));
      const asSaid = all.filter((one) => one[0] + one[1] + one[2] === sum && JSON.stringify(told(one)) === said);
      for (const [at, kind] of representativeKinds.entries()) {
        const isSmall = told(room).some((row) => row.kind === kind && row.people === 'fewer');
        if (isSmall) expect(new Set(asSaid.map((one) => one[at])).size, room.join()).toBeGreaterThan(1);
      }
    }
  });
});
