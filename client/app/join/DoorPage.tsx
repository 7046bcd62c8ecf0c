/**
 * The door of a board. Decides by the link and by what this device knows: straight in, the join page, or a message. Once
 * somebody is in, the secret leaves the address bar before the board (and with it the canvas) is loaded.
 */
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { readSecret } from './boardLink.ts';
import { findWay, type Where } from './findWay.ts';
import { NeedLinkPage } from './NeedLinkPage.tsx';
import { OpeningPage } from '#client/app/board/OpeningPage.tsx';
import { RefusedPage } from './RefusedPage.tsx';
import { useServices } from '#client/app/Services.ts';

/** Who has a seat does not load the join page. */
const JoinPage = lazy(async () => ({ default: (await import('./JoinPage.tsx')).JoinPage }));
const ReturnPage = lazy(async () => ({ default: (await import('./ReturnPage.tsx')).ReturnPage }));
const BoardPage = lazy(async () => ({ default: (await import('#client/app/board/BoardPage.tsx')).BoardPage }));

export function DoorPage({ board }: { readonly board: string }) {
  const { t } = useTranslation();
  const services = useServices();
  const [where, setWhere] = useState<Where>({ at: 'looking' });
  const [look, setLook] = useState({ again: 0 });

  const stillHere = useEffectEvent(() => {
    if (where.at === 'board') services.visited.renew({ id: board, seat: where.me.seat });
  });

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
      const { key, back, isBroken } = readSecret(location.hash);
      if (key === null && back === null && !isBroken) return;
      stillHere();
      setLook(({ again }) => ({ again: again + 1 }));
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
    case 'return':
      return (
        <Suspense fallback={<OpeningPage text={t('join.looking')} />}>
          <ReturnPage comes={where.comes} secret={where.secret} known={where.known} onReturned={enter} />
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
