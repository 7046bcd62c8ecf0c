/**
 * The door of a board. Decides by the link and by what this device knows: straight in, the join page, or a message. Once
 * somebody is in, the secret leaves the address bar before the board (and with it the canvas) is loaded.
 */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#client/connection/Api.ts';
import type { VisitedBoard } from '#client/connection/VisitedBoards.ts';
import type { Door } from '#shared/wire/http.ts';
import { readSecret } from './boardLink.ts';
import { NeedLinkPage } from './NeedLinkPage.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { RefusedPage } from './RefusedPage.tsx';
import { returnsBy } from './returnsBy.ts';
import { useServices } from './Services.ts';
import type { Services } from './Services.ts';

/** Who has a seat does not load the join page. */
const JoinPage = lazy(async () => ({ default: (await import('./JoinPage.tsx')).JoinPage }));
const BoardPage = lazy(async () => ({ default: (await import('./BoardPage.tsx')).BoardPage }));

type Where =
  | { readonly at: 'looking' }
  | { readonly at: 'join'; readonly door: Door; readonly key: string; readonly known: VisitedBoard | null }
  | { readonly at: 'needLink' }
  | { readonly at: 'refused'; readonly code: Failure }
  | { readonly at: 'board'; readonly me: VisitedBoard };

export function DoorPage({ board }: { readonly board: string }) {
  const { t } = useTranslation();
  const services = useServices();
  const [where, setWhere] = useState<Where>({ at: 'looking' });
  const [look, setLook] = useState({ again: 0 });

  useEffect(() => {
    let isShown = true;
    const enterBy = async (): Promise<void> => {
      const found = await findWay(board, behindId(board), services);
      if (!isShown) return;
      if (found.at === 'board') clearSecret(board);
      setWhere(found);
    };
    // A new `look` is a new try.
    if (look.again >= 0) void enterBy();
    // Another link of the same board was opened in this tab.
    const onHash = (): void => {
      const { key, seat, isBroken } = readSecret(location.hash);
      if (key !== null || seat !== null || isBroken) setLook(({ again }) => ({ again: again + 1 }));
    };
    addEventListener('hashchange', onHash);
    return () => {
      isShown = false;
      removeEventListener('hashchange', onHash);
    };
  }, [board, services, look]);

  const enter = (me: VisitedBoard): void => {
    clearSecret(board);
    setWhere({ at: 'board', me });
  };

  switch (where.at) {
    case 'looking':
      return <OpeningPage text={t('join.looking')} />;
    case 'join':
      return (
        <Suspense fallback={<OpeningPage text={t('join.looking')} />}>
          <JoinPage board={board} door={where.door} linkKey={where.key} known={where.known} onJoined={enter} />
        </Suspense>
      );
    case 'needLink':
      return <NeedLinkPage isCut={behindId(board) !== ''} />;
    case 'refused':
      return <RefusedPage code={where.code} onRetry={() => setLook(({ again }) => ({ again: again + 1 }))} />;
    case 'board':
      return (
        <Suspense fallback={<OpeningPage text={t('board.opening')} />}>
          <BoardPage key={where.me.seat} board={board} me={where.me} />
        </Suspense>
      );
  }
}

/** What the address has behind the board's id: the hash, and what a mail program may have made of it. */
function behindId(board: string): string {
  const { pathname, search, hash } = location;
  const path = pathname.toLowerCase().indexOf(board);
  return (path === -1 ? '' : pathname.slice(path + board.length)) + search + hash;
}

function clearSecret(board: string): void {
  history.replaceState(null, '', `/b/${board}`);
}

async function findWay(board: string, rest: string, { api, visited }: Services): Promise<Where> {
  const secret = readSecret(rest);
  if (secret.seat !== null) {
    const seat = secret.seat;
    const answer = await api.seat(board, seat);
    if (!answer.ok) return { at: 'refused', code: answer.code };
    const { person, role, title } = answer.value;
    const me = { id: board, title, role, seat, person: person.id, name: person.name, visitedAt: Date.now() };
    visited.keep(me);
    return { at: 'board', me };
  }
  let known = visited.find(board) ?? null;
  if (secret.isBroken && known === null) return { at: 'refused', code: 'link-altered' };
  if (secret.key === null) return known === null ? { at: 'needLink' } : { at: 'board', me: known };
  const [door, seat] = await Promise.all([
    api.door(board, secret.key),
    known === null ? null : api.seat(board, known.seat),
  ]);
  if (known !== null && seat !== null && !seat.ok && seat.code === 'seat-ended') {
    visited.forget(board);
    known = null;
  }
  if (!door.ok) {
    // An old link in the hands of somebody who has a seat, or a server that does not answer: the seat is enough.
    const seatIsEnough = known !== null && ['link-ended', 'link-altered', 'unreachable'].includes(door.code);
    return seatIsEnough && known !== null ? { at: 'board', me: known } : { at: 'refused', code: door.code };
  }
  if (known === null) return { at: 'join', door: door.value, key: secret.key, known };
  const me = { ...known, role: seat?.ok === true ? seat.value.role : known.role };
  return returnsBy(me, door.value.role)
    ? { at: 'board', me }
    : { at: 'join', door: door.value, key: secret.key, known: me };
}
