/** What a store promises about private ideas, votes and pulses. */
import { describe, expect, it } from 'vitest';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { ActivityRow } from '#server/store/ActivityStore.ts';
import { MovedError, NotStoredError } from '../storeErrors.ts';
import { newPersonId } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

const newActivity = (board: BoardId, change: Partial<ActivityRow> = {}): ActivityRow => ({
  id: newPersonId(),
  board,
  openedAtMs: 1_000,
  endedAtMs: null,
  content: '{"question":"Which?"}',
  due: null,
  ...change,
});
const ended = { endedAtMs: 2_000, content: '{"totals":[1,2]}', due: '["a","b"]' };
const end = { ...ended, record: null };
const nothing: ReadonlyMap<PersonId, string> = new Map();
const first = (to: string | null) => ({ from: null, to });

export function activityPromises(subject: StoreSubject): void {
  describe('rounds', () => {
    it('[SEALED-1] are listed in the order in which they were opened, and an id is given once', async () => {
      const board = await subject.boardWith();
      const [late, early] = [newActivity(board, { openedAtMs: 5 }), newActivity(board, { openedAtMs: 3 })];
      await subject.store.openActivity(late);
      await subject.store.openActivity(early);
      await expect(subject.store.openActivity({ ...late, content: '{}' })).rejects.toMatchObject({ what: 'round' });
      if (subject.harness.isDurable) await subject.reopen();
      expect(await subject.store.listActivities(board)).toEqual([early, late]);
      expect(await subject.store.listActivities(await subject.boardWith())).toEqual([]);
    });

    it('[SEALED-1] hold what each person wrote, replaced whole, in an order that says nothing', async () => {
      const board = await subject.boardWith();
      const activity = newActivity(board);
      const people = [newPersonId(), newPersonId(), newPersonId()] as const;
      await subject.store.openActivity(activity);
      for (const person of people.toSorted().toReversed())
        await subject.store.changeSealed(board, activity.id, person, first(`of ${person}`));
      await subject.store.changeSealed(board, activity.id, people[0], { from: `of ${people[0]}`, to: 'new' });
      await subject.store.changeSealed(board, activity.id, people[1], { from: `of ${people[1]}`, to: null });
      await subject.store.changeSealed(board, activity.id, newPersonId(), first(null));
      if (subject.harness.isDurable) await subject.reopen();
      expect(await subject.store.readSealed(board, activity.id, people[0])).toBe('new');
      expect(await subject.store.readSealed(board, activity.id, people[1])).toBeNull();
      const kept = [people[0], people[2]].toSorted();
      expect([...(await subject.store.listSealed(board, activity.id)).keys()]).toEqual(kept);
      expect((await subject.store.listSealed(board, 'unknown')).size).toBe(0);
    });

    it('[SEALED-3] are changed from what was read only: of two changes of the same, the second is refused', async () => {
      const board = await subject.boardWith();
      const activity = newActivity(board);
      const person = newPersonId();
      await subject.store.openActivity(activity);
      const change = (from: string | null, to: string | null) =>
        subject.store.changeSealed(board, activity.id, person, { from, to });
      const moved = expect.any(MovedError);
      const results = await Promise.allSettled([
        change(null, 'a'),
        change(null, 'b'),
        change('a', 'ab'),
        change('a', 'ac'),
        change('ab', null),
        change('ab', 'abc'),
        change(null, 'again'),
      ]);
      expect(results.map((one) => (one.status === 'fulfilled' ? true : one.reason))).toEqual([
        true,
        moved,
        true,
        moved,
        true,
        moved,
        true,
      ]);
      expect(await subject.store.readSealed(board, activity.id, person)).toBe('again');
    });

    it('[SEALED-3] do not end with a count of something else than what is written, and nothing is changed then', async () => {
      const board = await subject.boardWith();
      const activity = newActivity(board);
      const [a, b] = [newPersonId(), newPersonId()];
      await subject.store.openActivity(activity);
      await subject.store.changeSealed(board, activity.id, a, first('mine'));
      for (const counted of [
        [],
        [[a, 'min']],
        [[b, 'mine']],
        [
          [a, 'mine'],
          [b, ''],
        ],
      ] as [PersonId, string][][])
        await expect(subject.store.endActivity(board, activity.id, end, new Map(counted))).rejects.toBeInstanceOf(
          MovedError,
        );
      const counted = await subject.store.listSealed(board, activity.id);
      // acknowledged between the count and the end
      const late = subject.store.changeSealed(board, activity.id, b, first('late'));
      await expect(subject.store.endActivity(board, activity.id, end, counted)).rejects.toBeInstanceOf(MovedError);
      await late;
      expect(await subject.store.listActivities(board)).toEqual([activity]);
      const all = await subject.store.listSealed(board, activity.id);
      expect(all).toEqual(
        new Map([
          [a, 'mine'],
          [b, 'late'],
        ]),
      );
      await subject.store.endActivity(board, activity.id, end, all);
      expect(await subject.store.listActivities(board)).toEqual([{ ...activity, ...ended }]);
    });

    it('[SEALED-20] are replaced as a whole, only where nothing was written meanwhile', async () => {
      const board = await subject.boardWith();
      const [activity, other] = [newActivity(board), newActivity(board)];
      const [a, b] = [newPersonId(), newPersonId()];
      for (const { id } of [activity, other]) {
        await subject.store.openActivity({ ...activity, id });
        for (const person of [a, b]) await subject.store.changeSealed(board, id, person, first('plain'));
      }
      const from = await subject.store.listSealed(board, activity.id);
      const to = new Map([[a, 'hidden']]);
      const none = expect.any(NotStoredError);
      await expect(subject.store.replaceSealed(board, 'none', nothing, to)).rejects.toEqual(none);
      await expect(subject.store.replaceSealed(board, activity.id, nothing, to)).rejects.toBeInstanceOf(MovedError);
      expect(await subject.store.listSealed(board, activity.id)).toEqual(from);
      await subject.store.replaceSealed(board, activity.id, from, to);
      if (subject.harness.isDurable) await subject.reopen();
      expect(await subject.store.listSealed(board, activity.id)).toEqual(to);
      expect((await subject.store.listSealed(board, other.id)).size).toBe(2);
      await subject.store.endActivity(board, activity.id, end, to);
      await expect(subject.store.replaceSealed(board, activity.id, nothing, to)).rejects.toEqual(none);
    });

    it('[SEALED-3] end in one step with their result; nothing that was written stays, and nothing is written any more', async () => {
      const board = await subject.boardWith();
      const [activity, other] = [newActivity(board), newActivity(board, { openedAtMs: 2_000 })];
      const person = newPersonId();
      for (const one of [activity, other]) {
        await subject.store.openActivity(one);
        await subject.store.changeSealed(board, one.id, person, first('mine'));
      }
      const results = await Promise.allSettled([
        subject.store.changeSealed(board, activity.id, person, { from: 'mine', to: 'before' }),
        subject.store.endActivity(board, activity.id, end, new Map([[person, 'before']])),
        subject.store.changeSealed(board, activity.id, person, { from: 'before', to: 'after' }),
        subject.store.endActivity(board, activity.id, { ...end, content: 'twice' }, nothing),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
      if (subject.harness.isDurable) await subject.reopen();
      expect(await subject.store.listActivities(board)).toEqual([{ ...activity, ...ended }, other]);
      expect(await subject.store.readSealed(board, activity.id, person)).toBeNull();
      expect((await subject.store.listSealed(board, activity.id)).size).toBe(0);
      expect(await subject.store.readSealed(board, other.id, person)).toBe('mine');
      await subject.store.settleActivity(board, activity.id);
      expect((await subject.store.listActivities(board))[0]).toEqual({ ...activity, ...ended, due: null });
    });

    it('[SEALED-1] [STORE-4] end with their board, and a write to none is refused', async () => {
      const board = await subject.boardWith();
      const activity = newActivity(board);
      const person = newPersonId();
      await subject.store.openActivity(activity);
      await subject.store.changeSealed(board, activity.id, person, first('mine'));
      const none = expect.any(NotStoredError);
      await expect(subject.store.changeSealed(board, 'none', person, first('x'))).rejects.toEqual(none);
      await expect(subject.store.endActivity(board, 'none', end, nothing)).rejects.toEqual(none);
      await expect(subject.store.settleActivity(board, 'none')).rejects.toEqual(none);
      await subject.store.deleteBoard(board);
      expect(await subject.store.listActivities(board)).toEqual([]);
      expect(await subject.store.readSealed(board, activity.id, person)).toBeNull();
      await expect(subject.store.openActivity(newActivity(board))).rejects.toEqual(none);
      await expect(subject.store.changeSealed(board, activity.id, person, first('x'))).rejects.toEqual(none);
    });

    it('[STORE-5] opening, writing and ending touch the board', async () => {
      const board = await subject.boardWith();
      const activity = newActivity(board);
      const person = newPersonId();
      for (const touch of [
        () => subject.store.openActivity(activity),
        () => subject.store.changeSealed(board, activity.id, person, first('x')),
        () => subject.store.endActivity(board, activity.id, end, new Map([[person, 'x']])),
      ]) {
        subject.now += 10;
        await touch();
        expect((await subject.store.readBoard(board))?.touchedAtMs).toBe(subject.now);
      }
    });
  });
}
