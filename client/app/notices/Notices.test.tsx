// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { BoardContext } from '#client/board/BoardContext.ts';
import { VisitedBoards } from '#client/connection/device/VisitedBoards.ts';
import { openBoardFor, type BoardGiven } from '#client/testing/openBoardFor.ts';
import { boardWords } from '#client/locales/boardWords.ts';
import { createTexts, takeBoardTexts } from '#client/locales/createTexts.ts';
import { Notices } from './Notices.tsx';
import { ServicesContext, type Services } from '#client/app/Services.ts';

const refused = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

const none = (): void => {};

async function shown(board: BoardGiven, visited: VisitedBoards) {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  const texts = await createTexts('en');
  await takeBoardTexts(texts, boardWords);
  const place = document.createElement('div');
  const root = createRoot(place);
  act(() =>
    root.render(
      <I18nextProvider i18n={texts}>
        {/* the messages need nothing else of them */}
        <ServicesContext value={{ visited } as Services}>
          <BoardContext value={openBoardFor(board)}>
            <Notices />
          </BoardContext>
        </ServicesContext>
      </I18nextProvider>,
    ),
  );
  return { place, root };
}

it('[PAGE-21] where the browser keeps nothing, the board says once that a reload needs the link', async () => {
  const visited = new VisitedBoards({ getItem: refused, setItem: refused });
  const me = {
    id: 'abcdefghijklmnop',
    title: 'Riverbend',
    role: 'participant',
    seat: 's',
    person: 'p',
    name: 'Ana',
  } as const;
  const { place, root } = await shown({}, visited);
  const sentence = 'after a reload you need the link of this board again';
  expect(place.textContent).not.toContain(sentence);
  act(() => visited.keep({ ...me, visitedAt: 1_000 }));
  expect(place.textContent?.split(sentence)).toHaveLength(2);
  act(() => place.querySelector('button')?.click());
  act(() => visited.renew(me));
  expect(place.textContent).not.toContain(sentence);
  act(() => root.unmount());
});

it('[STORE-21] [LINE-2] participants read why a damaged board cannot be changed; facilitators read it once, elsewhere', async () => {
  const visited = new VisitedBoards({ getItem: () => null, setItem: none });
  const line = { kind: 'readOnly', reason: 'damaged', kept: 0 } as const;
  for (const role of ['participant', 'facilitator'] as const) {
    const { place, root } = await shown({ role, view: { line, mayEdit: false } }, visited);
    expect([role, place.textContent?.includes('could not be read')]).toEqual([role, role === 'participant']);
    act(() => root.unmount());
  }
});
