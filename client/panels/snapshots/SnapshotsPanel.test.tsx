// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import * as v from 'valibot';
import { beforeAll, expect, it } from 'vitest';
import { BoardContext } from '#client/board/BoardContext.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { DraftsContext } from '#client/drafts/DraftsContext.ts';
import { openBoardFor } from '#client/testing/openBoardFor.ts';
import { boardWords } from '#client/locales/boardWords.ts';
import { createTexts, takeBoardTexts } from '#client/locales/createTexts.ts';
import { SnapshotId } from '#shared/wire/ids.ts';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';
import { SnapshotsPanel } from './SnapshotsPanel.tsx';

beforeAll(() => void Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true));

const counts = { interests: 1, organizations: 0, representatives: 0, notes: 0, actions: 0, drawings: 2 };
const noon = new Date(2031, 5, 15, 12).getTime();

function kept(id: string, reason: SnapshotSummary['reason'], takenAt: number, name: string | null = null) {
  return {
    id: v.parse(SnapshotId, id.padEnd(16, '0')),
    name,
    reason,
    detail: null,
    byRole: null,
    takenAt,
    counts,
    picture: '',
  };
}

async function shown(snapshots: readonly SnapshotSummary[]) {
  const restored: string[] = [];
  const board = openBoardFor({
    server: {
      snapshots: async () => ({ ok: true, value: { snapshots: [...snapshots] } }),
      restoreSnapshot: async (id: string) => {
        restored.push(id);
        return { ok: true, value: { before: v.parse(SnapshotId, id) } };
      },
    },
    workshop: { now: () => noon, onMessage: () => () => {} },
  });
  const texts = await createTexts('en');
  await takeBoardTexts(texts, boardWords);
  const place = document.createElement('div');
  await act(async () =>
    createRoot(place).render(
      <I18nextProvider i18n={texts}>
        <DraftsContext value={new Drafts(null, { board: 'board', person: 'person' })}>
          <BoardContext value={board}>
            <SnapshotsPanel />
          </BoardContext>
        </DraftsContext>
      </I18nextProvider>,
    ),
  );
  return { place, restored };
}

const headings = (place: Element): (string | null)[] =>
  [...place.querySelectorAll('li h3')].map((one) => one.textContent);

it('[SNAP-13] moments of the timed history stand folded by day, apart from the others, and can be turned back to', async () => {
  const minute = 60_000;
  const list = [
    kept('t3', 'time', noon - 5 * minute),
    kept('named', 'time', noon - 10 * minute, 'Worth keeping'),
    kept('step', 'step', noon - 15 * minute),
    kept('t2', 'time', noon - 20 * minute),
    kept('t1', 'time', noon - 26 * 60 * minute),
  ];
  const { place, restored } = await shown(list);
  expect(headings(place)).toEqual(['Worth keeping', 'End of a step']);
  const days = [...place.querySelectorAll('details')];
  expect(days.map((day) => day.querySelector('summary')?.textContent)).toEqual([
    'Sunday, June 15, 2031 (2 moments)',
    'Saturday, June 14, 2031 (1 moment)',
  ]);
  await act(async () => {
    const [today] = days;
    if (today !== undefined) today.open = true;
    today?.dispatchEvent(new Event('toggle'));
  });
  const [, , newest = ''] = headings(place);
  expect(newest).toMatch(/^As it was at 11:55/);
  expect(headings(place)).toHaveLength(4);
  const press = (name: string): Promise<void> =>
    act(async () => {
      const button = [...place.querySelectorAll('button')].find(
        (one) => one.getAttribute('aria-label') === name || one.textContent === name,
      );
      if (button === undefined) throw new Error(`no button ${name}`);
      button.click();
    });
  await press(`Restore ${newest}`);
  await press('Restore for everybody');
  expect(restored).toEqual([list[0]?.id]);
});

it('[SNAP-13] a board with nothing but its timed history says that nothing was kept by hand', async () => {
  const { place } = await shown([kept('t1', 'time', noon)]);
  expect(place.textContent).toContain(boardWords.snapshots.snapshots.empty);
  expect(place.querySelectorAll('details')).toHaveLength(1);
});
