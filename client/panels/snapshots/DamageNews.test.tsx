// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import { BoardContext } from '#client/board/BoardContext.ts';
import type { Answer } from '#client/connection/api/Api.ts';
import type { Workshop } from '#client/connection/sync/Workshop.ts';
import { openBoardFor } from '#client/testing/openBoardFor.ts';
import { boardWords } from '#client/locales/boardWords.ts';
import { createTexts, takeBoardTexts } from '#client/locales/createTexts.ts';
import { storedParts, type BoardDamage, type DecideDamage } from '#shared/wire/damage.ts';
import type { ServerMessage } from '#shared/wire/messages.ts';
import { DamageNews } from './DamageNews.tsx';

const nothing: BoardDamage = { parts: [], foundAt: null, isLost: false, snapshot: null };
const lost: BoardDamage = {
  parts: [
    { part: 'document', count: 2 },
    { part: 'agenda', count: 1 },
  ],
  foundAt: 1,
  isLost: true,
  snapshot: { id: 'snapshot00000001', takenAt: 1 },
};

beforeAll(() => void Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true));

/** The message over a board whose server answers with `damage`. */
async function shown(first: BoardDamage) {
  const server = { damage: first, refuses: false };
  const decisions: DecideDamage[] = [];
  const listeners = new Set<(message: ServerMessage) => void>();
  const decide = async (decision: DecideDamage): Promise<Answer<unknown>> => {
    decisions.push(decision);
    if (server.refuses) return { ok: false, code: 'storage-full' };
    server.damage = nothing;
    return { ok: true, value: undefined };
  };
  const damage = async () => ({ ok: true, value: server.damage }) as const;
  const workshop: Pick<Workshop, 'onMessage' | 'now'> = {
    now: () => 1,
    onMessage: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const texts = await createTexts('en');
  await takeBoardTexts(texts, boardWords);
  const place = document.createElement('div');
  await act(async () =>
    createRoot(place).render(
      <I18nextProvider i18n={texts}>
        <BoardContext value={openBoardFor({ server: { damage, decideDamage: decide }, workshop })}>
          <DamageNews />
        </BoardContext>
      </I18nextProvider>,
    ),
  );
  const press = (name: string): Promise<void> =>
    act(async () => {
      const button = [...place.querySelectorAll('button')].find(
        (one) => one.textContent.startsWith(name) || one.getAttribute('aria-label') === name,
      );
      if (button === undefined) throw new Error(`there is no button ${name}`);
      button.click();
    });
  const hear = (message: ServerMessage) => act(async () => listeners.forEach((listener) => listener(message)));
  return { place, server, decisions, press, hear, text: () => place.textContent };
}

it('[STORE-23] a whole board says nothing, and hears of damage that a restart found', async () => {
  const s = await shown(nothing);
  expect(s.text()).toBe('');
  s.server.damage = lost;
  await s.hear({ type: 'damage' });
  expect(s.text()).toContain('2 pieces of the content and the agenda');
});

it('[STORE-23] where content is lost a facilitator has to choose, and hears why it did not work', async () => {
  const s = await shown(lost);
  expect([...s.place.querySelectorAll('button')]).toHaveLength(2);
  s.server.refuses = true;
  await s.press('Bring back what is missing');
  expect(s.text()).toContain('The disk of the server is full');
  s.server.refuses = false;
  await s.press('Bring back what is missing');
  expect(s.decisions.at(-1)).toEqual({ do: 'bringBack', snapshot: 'snapshot00000001' });
  expect(s.text()).toBe('');
});

it('[STORE-23] without a snapshot it goes on with what is here', async () => {
  const s = await shown({ ...lost, snapshot: null });
  await s.press('Go on with what is here');
  expect(s.decisions).toEqual([{ do: 'goOn' }]);
});

it.each(storedParts)('[STORE-23] %s beside the content is told in words, and can be put away', async (part) => {
  for (const count of [1, 2]) {
    const s = await shown({ ...nothing, foundAt: 1, parts: [{ part, count }] });
    expect(s.text()).toMatch(
      /^This is gone from the disk of the server, or could not be read there and is set aside: [^.]{8,}\. Everything else/,
    );
    expect(s.text()).not.toContain('snapshots.damage');
    await s.press('Dismiss');
    expect(s.decisions).toEqual([{ do: 'goOn' }]);
  }
});
