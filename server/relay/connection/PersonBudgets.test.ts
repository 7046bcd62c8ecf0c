import * as v from 'valibot';
import { expect, it } from 'vitest';
import { defaultLimits } from '#shared/wire/limits.ts';
import { BoardId } from '#shared/wire/ids.ts';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import { personId } from '#server/testing/openTestRelay.ts';
import { PersonBudgets } from './PersonBudgets.ts';

const board = v.parse(BoardId, 'b'.repeat(16));
const [person, other] = [personId(1), personId(2)];

it('[ADMIT-12] [ADMIT-13] what was used up is forgotten when all of it is there again, and not before', () => {
  const clock = new ManualClock();
  // full again: ids after an hour, bytes after two
  const limits = {
    ...defaultLimits,
    writingIdsBurst: 10,
    writingIdsPerHour: 10,
    personBytesBurst: 120_000,
    personBytesPerMinute: 1_000,
  };
  const budgets = new PersonBudgets(limits, clock);
  expect(budgets.mayBring(board, person, 120_000)).toBe(true);
  clock.advance(90 * 60_000);
  // somebody else comes, which is when what is full is forgotten
  budgets.mayShow(board, other);
  expect(budgets.mayBring(board, person, 90_001)).toBe(false);
  expect(budgets.mayBring(board, person, 89_999)).toBe(true);
  clock.advance(3 * 60 * 60_000);
  budgets.mayShow(board, other);
  expect(budgets.mayBring(board, person, 120_000)).toBe(true);
});
